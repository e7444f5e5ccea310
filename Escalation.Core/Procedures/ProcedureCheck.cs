namespace Escalation.Core.Procedures;

/// <summary>
/// Finds every mistake in a procedure whose shape is sound. What can be read but not run is refused here, so that no difference ever
/// meets it: a promise that nobody can keep, a stage that nobody reaches, a silence that nobody would notice.
/// </summary>
public static class ProcedureCheck
{
    /// <summary>In the order in which the model lists the places; none for a procedure that can be published.</summary>
    public static IReadOnlyList<Problem> Check(Procedure procedure)
    {
        var problems = Checks.SelectMany(check => check(procedure)).Distinct();
        var order = Walk.Over(procedure).Select((place, i) => (place.Path, i)).ToDictionary(p => p.Path, p => p.i);
        return [.. problems.OrderBy(p => JsonPath.Outwards(p.Path).Where(order.ContainsKey).Select(path => order[path]).First())];
    }

    private static readonly IReadOnlyList<Func<Procedure, IEnumerable<Problem>>> Checks =
    [
        IdCheck.Of,
        RepetitionCheck.Of,
        NumberCheck.Of,
        WhoCheck.Of,
        ReferenceCheck.Of,
        WorkingTimeCheck.Of,
        ChaseCheck.Of,
        WayCheck.Of,
        LadderCheck.Of,
        DeadlineCheck.Of,
        CountingCheck.Of,
        KeepingCheck.Of,
        CumulativeCheck.Of,
        CapCheck.Of,
        MeetingCheck.Of,
        DecidingCheck.Of,
        FormCheck.Of,
        TellingCheck.Of,
    ];
}
