namespace Escalation.Core.Procedures.Drawing;

/// <summary>How a stage that the parties cannot settle is decided.</summary>
internal static class DecidingWords
{
    public static Phrase Opening(Procedure procedure, Deciding deciding)
    {
        var when = deciding.Opens == Opens.AtOnce ? "From the start of this stage" : "Still not settled";
        var tell = deciding.Tell.Count == 0
            ? ""
            : $"{procedure.InSentence(deciding.Tell)} {(Several(deciding.Tell) ? "are" : "is")} told at once. ";
        return Phrase.Led($"{when}:", tell + Core.Sentences.Capital(Choice(procedure, deciding)));
    }

    public static string Route(Procedure procedure, Route route) =>
        string.Join(' ', Sentences(procedure, route));

    private static bool Several(ValueList<Who> who) => who.Count > 1;

    private static string Choice(Procedure procedure, Deciding deciding) => deciding switch
    {
        { Routes.Count: 1 } => "this is how it is decided:",
        { ChosenBy: { } chooser } => $"{procedure.InSentence(chooser)} chooses one of these:",
        _ => "one of these is chosen:",
    };

    private static IEnumerable<string> Sentences(Procedure procedure, Route route)
    {
        var authority = procedure.InSentence(route.Authority);
        yield return route.DecidedBy switch
        {
            DecidedBy.Consensus => $"Decided by agreement of all, with {authority}.",
            DecidedBy.Unanimity => $"Decided by {authority}, if every agency on it agrees.",
            DecidedBy.Majority => $"Decided by {authority}, by a majority of its agencies.",
            _ => route.Binding ? $"Decided by {authority}." : $"Helped by {authority}.",
        };
        if (route.Composition is { } panel)
            yield return $"Members from at least {panel.Agencies} agencies{Membership(panel)}.";
        if (route.PartiesHeard) yield return "Every party is heard first.";
        if (!route.Binding) yield return "The parties confirm or dispute it.";
    }

    private static string Membership(Composition panel) => panel switch
    {
        { PartiesIncluded: true } => ", those in dispute among them",
        { PartiesExcluded: true } => ", none of those in dispute",
        _ => "",
    };

    public static string Force(Route route) => route.Binding ? "Final and binding" : "Not binding";
}
