namespace Escalation.Core.Procedures;

/// <summary>Whoever is told is told of something that can happen.</summary>
internal static class TellingCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        Walk.Items("$.tell", procedure.Tell).SelectMany(tell => Mistakes(procedure, tell.Path, tell.Value));

    private static IEnumerable<Problem> Mistakes(Procedure procedure, string path, Tell tell)
    {
        if (tell.Who.Count == 0) yield return new($"{path}.who", "is empty; name who is told");
        var stages = procedure.Stages.Where(s => tell.Stage is null || s.Id == tell.Stage).ToList();
        var needs = stages.Select(s => Possible.Needs(procedure, s, tell.On)).ToList();
        if (needs.Count == 0 || needs.Contains(null)) yield break;
        var where = tell.Stage is null ? "at any stage" : $"at stage {Sentence.Quoted(tell.Stage)}";
        yield return new($"{path}.on", $"is \"{KebabCase.Of(tell.On)}\", which cannot happen {where}: it needs {needs[0]}");
    }
}
