namespace Escalation.Core.Procedures.Drawing;

/// <summary>The flowchart in sentences, for those who hear it. It says everything, however much of it the page had room for.</summary>
internal static class TextAlternative
{
    public static string Title(Procedure procedure) => $"{procedure.Title}: flowchart of {procedure.Board}, version {procedure.Version}";

    public static string Of(Procedure procedure) => string.Join('\n', Sentences(procedure).Select(s => s.Trim()));

    private static IEnumerable<string> Sentences(Procedure procedure)
    {
        foreach (var prompt in procedure.Prompts) yield return prompt.Text;
        yield return $"Start. {All(AroundWords.Start(procedure))}";
        if (procedure.Screening.Count > 0)
            yield return $"Some matters belong elsewhere. {All(AroundWords.Screening(procedure, Telling.Everything))}";
        foreach (var stage in procedure.Stages) yield return Stage(procedure, stage);
        yield return $"When it is settled. {All([.. AroundWords.Settled(procedure), .. AroundWords.Affirmed(procedure), .. AroundWords.Afterwards(procedure)])}";
        yield return PageWords.Days(procedure);
        if (PageWords.Chased(procedure) is { } chased) yield return chased;
    }

    private static string Stage(Procedure procedure, Stage stage)
    {
        var rows = StageWords.Rows(procedure, stage, Telling.Everything).Select(r => $"{r.Label}: {All(r.Phrases)}");
        string[] decided = stage.Deciding is { } deciding
            ? [Words(DecidingWords.Opening(procedure, deciding)), .. deciding.Routes.Select(r => Route(procedure, r))]
            : [];
        string[] on = procedure.WaysOnFrom(stage).Count > 0 ? [Words(AroundWords.LeadsOn(procedure, stage))] : [];
        string[] all = [$"Stage {stage.Id}, {StageWords.Band(stage).ToLowerInvariant()}: {Names.Unstopped(stage.Title)}.", .. rows, .. decided,
            "If it is settled here, it ends with a written outcome.", .. on];
        return string.Join(' ', all);
    }

    private static string Route(Procedure procedure, Route route) =>
        $"{Names.Unstopped(route.Title)}: {DecidingWords.Route(procedure, route)} {DecidingWords.Force(route)}.";

    private static string All(IEnumerable<Phrase> phrases) => string.Join(' ', phrases.Select(Words));

    private static string Words(Phrase phrase) => string.Join(' ', phrase.Runs.Select(r => r.Text));
}
