namespace Escalation.Core.Procedures;

/// <summary>Every promise can be kept by something that people can do at its stage.</summary>
internal static class KeepingCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) => Rule.AllOf(procedure).SelectMany(rule => Mistakes(procedure, rule));

    private static IEnumerable<Problem> Mistakes(Procedure procedure, Rule rule)
    {
        var keptBy = rule.Deadline.MetBy;
        var path = $"{rule.Path}.metBy";
        if (keptBy.Count == 0) return [new(path, "is empty, so that nobody could keep it; name what keeps it, such as \"duty-done\", "
            + "or leave it out")];
        if (keptBy.Equals(rule.Deadline.Kind.KeptBy())) return ByItsKind(procedure, rule);
        return from what in Walk.Items(path, keptBy)
            let wrong = Wrong(procedure, rule.Stage, what.Value)
            where wrong is not null
            select new Problem(what.Path, wrong);
    }

    /// <summary>A kind is kept in one of several ways, of which a stage needs to offer only one.</summary>
    private static IEnumerable<Problem> ByItsKind(Procedure procedure, Rule rule)
    {
        var needs = rule.Deadline.MetBy.Select(what => Possible.Needs(procedure, rule.Stage, what)).ToList();
        if (needs.Contains(null)) return [];
        var needed = string.Join(" or ", needs.Distinct());
        return [new($"{rule.Path}.kind", $"is \"{KebabCase.Of(rule.Deadline.Kind)}\", which nobody can do at stage "
            + $"{Sentence.Quoted(rule.Stage.Id)}: "
            + $"it needs {needed}; add that, or say in \"metBy\" what keeps it")];
    }

    private static string? Wrong(Procedure procedure, Stage stage, Happening what)
    {
        var name = $"\"{KebabCase.Of(what)}\"";
        if (!Possible.IsAct(what)) return $"{name} is nothing that people do to keep a promise; name an act, "
            + "such as \"responded\" or \"duty-done\"";
        return Possible.Needs(procedure, stage, what) is { } needed
            ? $"{name} cannot happen at stage {Sentence.Quoted(stage.Id)}: it needs {needed}; add that, or name another act"
            : null;
    }
}
