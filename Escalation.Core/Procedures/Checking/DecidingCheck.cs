namespace Escalation.Core.Procedures;

/// <summary>There is a way to a decision, somebody outside the dispute to choose it, and somebody outside the dispute to decide.</summary>
internal static class DecidingCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        Walk.Items("$.stages", procedure.Stages).Where(s => s.Value.Deciding is not null)
            .SelectMany(s => OfStage($"{s.Path}.deciding", s.Value.Deciding!)
                .Concat(WithoutPanel($"{s.Path}.deciding", s.Value.Deciding!))
                .Concat(Contradictions($"{s.Path}.deciding", s.Value.Deciding!)));

    private static IEnumerable<Problem> OfStage(string path, Deciding deciding)
    {
        if (deciding.Routes.Count == 0) yield return new($"{path}.routes", "is empty; name at least one way to a decision");
        if (deciding is { Routes.Count: > 1, ChosenBy: null })
            yield return new($"{path}.chosenBy", "is missing and must be an officer or \"board-office\", "
                + "since there is more than one route");
        if (deciding.ChosenBy is { } chooser && !OutsideTheDispute(chooser))
            yield return new($"{path}.chosenBy", $"is {Sentence.Quoted(chooser.ToString())} and must be an officer or "
                + "\"board-office\": nobody in the dispute chooses how it is decided");
        foreach (var (at, route) in Walk.Items($"{path}.routes", deciding.Routes).Where(r => !OutsideTheDispute(r.Value.Authority)))
            yield return new($"{at}.authority", $"is {Sentence.Quoted(route.Authority.ToString())} and must be an officer or "
                + "\"board-office\": nobody in the dispute decides it");
    }

    private static IEnumerable<Problem> WithoutPanel(string path, Deciding deciding) =>
        from route in Walk.Items($"{path}.routes", deciding.Routes)
        where route.Value is { DecidedBy: DecidedBy.Majority or DecidedBy.Unanimity, Composition: null }
        select new Problem($"{route.Path}.composition",
            $"is missing and must say who sits on the panel, since \"decidedBy\" is \"{KebabCase.Of(route.Value.DecidedBy)}\" of its agencies");

    private static IEnumerable<Problem> Contradictions(string path, Deciding deciding) =>
        from route in Walk.Items($"{path}.routes", deciding.Routes)
        where route.Value.Composition is { PartiesIncluded: true, PartiesExcluded: true }
        select new Problem($"{route.Path}.composition.partiesExcluded", "is true, and so is \"partiesIncluded\"; say only one of them");

    private static bool OutsideTheDispute(Who who) => who.IsOfficer || who.Name == Who.BoardOffice.Name;
}
