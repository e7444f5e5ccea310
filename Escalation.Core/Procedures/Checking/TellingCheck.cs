namespace Escalation.Core.Procedures;

/// <summary>Whoever is told is told of something that can happen.</summary>
internal static class TellingCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        Walk.Items("$.tell", procedure.Tell).SelectMany(tell => Mistakes(procedure, tell.Path, tell.Value));

    private static IEnumerable<Problem> Mistakes(Procedure procedure, string path, Tell tell)
    {
        if (tell.Who.Count == 0) yield return new($"{path}.who", "is empty; name who is told");
        if (InsteadOf(tell.On) is { } instead)
        {
            yield return new($"{path}.on", $"is \"{KebabCase.Of(tell.On)}\", of which nobody is told: {instead}");
            yield break;
        }

        var stages = procedure.Stages.Where(s => tell.Stage is null || s.Id == tell.Stage).ToList();
        var needs = stages.Select(s => Needs(procedure, s, tell.On)).ToList();
        if (needs.Count == 0 || needs.Contains(null)) yield break;
        var where = tell.Stage is null ? "at any stage" : $"at stage {Sentence.Quoted(tell.Stage)}";
        yield return new($"{path}.on", $"is \"{KebabCase.Of(tell.On)}\", which cannot happen {where}: it needs {needs[0]}");
    }

    private static string? InsteadOf(Happening what) => what switch
    {
        Happening.Outset => "it lies before anything was raised here; say \"raised\"",
        Happening.Waiting => "whoever is waited for is reminded as \"chase\" says",
        _ => null,
    };

    private static string? Needs(Procedure procedure, Stage stage, Happening what) => what switch
    {
        // Both are told at the stage that they lead to.
        Happening.Raised when !MayStartAt(procedure, stage) => "a place in \"starting\"",
        Happening.Escalated when Ways.Starts(procedure) is [var first, ..] && first == stage && !LedTo(procedure, stage) => "a stage below that leads to it",
        _ => Possible.Needs(procedure, stage, what),
    };

    private static bool MayStartAt(Procedure procedure, Stage stage) =>
        Ways.Starts(procedure).Contains(stage) || procedure.Starting.AtImmediateRisk?.Contains(stage.Id) != false;

    private static bool LedTo(Procedure procedure, Stage stage) => procedure.Stages.Any(s => Ways.From(procedure, s).Contains(stage));
}
