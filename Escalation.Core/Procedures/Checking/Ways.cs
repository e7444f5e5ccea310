namespace Escalation.Core.Procedures;

/// <summary>
/// The ways of a procedure as far as they exist: where a file names a stage that it does not have, or leads in a circle, that is told
/// once and everything else can still be checked.
/// </summary>
internal static class Ways
{
    public static IReadOnlyList<Stage> From(Procedure procedure, Stage stage) =>
        [.. procedure.WaysOnFrom(stage).Select(procedure.FindStage).OfType<Stage>()];

    /// <summary>As <see cref="Procedure.ClockGoesTo"/>, which may take for granted what the check has yet to see.</summary>
    public static Stage? OfClock(Procedure procedure, Stage stage) => From(procedure, stage).FirstOrDefault(s => !s.Optional);

    /// <summary>The stages that the clock takes one after another from this one on, itself the first.</summary>
    public static IReadOnlyList<Stage> Clockwise(Procedure procedure, Stage start)
    {
        var way = new List<Stage>();
        for (Stage? at = start; at is not null && !way.Contains(at); at = OfClock(procedure, at)) way.Add(at);
        return way;
    }

    public static IReadOnlyList<Stage> Starts(Procedure procedure) =>
        procedure.Starting.At is { } said ? Existing(procedure, said) : [.. procedure.Stages.Take(1)];

    /// <summary>Every stage that people or the clock can come to, stage by stage, from these.</summary>
    public static IReadOnlySet<Stage> Reached(Procedure procedure, IEnumerable<Stage> starts)
    {
        var reached = new HashSet<Stage>(ReferenceEqualityComparer.Instance);
        var ahead = new Queue<Stage>(starts);
        while (ahead.TryDequeue(out var stage))
        {
            if (!reached.Add(stage)) continue;
            foreach (var next in From(procedure, stage)) ahead.Enqueue(next);
        }

        return reached;
    }

    /// <summary>Whether there is a start, and every stage that a way or a start names. Otherwise nobody can tell what is out of reach.</summary>
    public static bool AreWhole(Procedure procedure) =>
        procedure.Starting.At is not { Count: 0 }
        && procedure.Stages.SelectMany(s => s.LeadsTo ?? []).Concat(procedure.Starting.At ?? []).All(id => procedure.FindStage(id) is not null);

    public static IReadOnlyList<Stage> Existing(Procedure procedure, IEnumerable<string> ids) => [.. ids.Select(procedure.FindStage).OfType<Stage>()];
}
