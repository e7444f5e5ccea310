namespace Escalation.Core.Procedures.Drawing;

/// <summary>What comes before the first stage, between two, and after the last.</summary>
internal static class AroundWords
{
    public static IReadOnlyList<Phrase> Start(Procedure procedure)
    {
        List<Phrase> said = [Phrase.Plain($"A worker disagrees with what another agency does or does not do for {Concerned(procedure)}.")];
        if (procedure.Starting.At is { Count: > 1 } at) said.Add(Phrase.Plain($"It can start at {Stages(at, "or")}."));
        said.Add(Phrase.Led("Immediate risk:", AtRisk(procedure)));
        said.AddRange(procedure.Caps.Select(c => DeadlineWords.Of(procedure, c)));
        return said;
    }

    /// <summary>Where a difference may start when there is immediate risk, beyond where any may.</summary>
    public static IReadOnlyList<string> AtRiskOnly(Procedure procedure) =>
        [.. (procedure.Starting.AtImmediateRisk ?? [.. procedure.Stages.Select(s => s.Id)]).Except(Usual(procedure))];

    public static IReadOnlyList<string> Usual(Procedure procedure) => procedure.Starting.At ?? [procedure.Stages[0].Id];

    public static IReadOnlyList<Phrase> Screening(Procedure procedure, Telling telling) =>
        [.. procedure.Screening.Select((q, i) => Question(q, i + 1, telling))];

    /// <summary>"Not settled: a person takes it to stage 3, or the clock does when the time is up; a person may choose stage 4 instead."</summary>
    public static Phrase LeadsOn(Procedure procedure, Stage stage)
    {
        var ways = procedure.WaysOnFrom(stage);
        var usual = procedure.ClockGoesTo(stage) ?? ways[0];
        var clock = stage.ClockLeadsOn() && procedure.ClockGoesTo(stage) is not null ? ", or the clock does when the time is up" : "";
        List<string> others = [.. ways.Where(w => w != usual)];
        var choice = others.Count == 0 ? "" : $"; a person may choose {Stages(others, "or")} instead";
        return Phrase.Led("Not settled:", $"a person takes it to stage {usual}{clock}{choice}.");
    }

    public static IReadOnlyList<Phrase> Settled(Procedure procedure)
    {
        var whom = procedure.Closing.ConfirmedBy == ConfirmedBy.EveryParty
            ? "every agency involved"
            : "the raising agency and every responding agency";
        var unless = procedure.Stages.Any(s => s.Deciding?.Routes.Any(r => r.Binding) ?? false) ? ", unless it was decided bindingly" : "";
        return [Phrase.Bold("Written outcome to every party and to the worker who raised it."),
            Phrase.Plain($"Confirmed by {whom}{unless}.")];
    }

    public static IReadOnlyList<Phrase> Affirmed(Procedure procedure) =>
        [.. procedure.Closing.Statements.Select(s => Phrase.Plain($"“{s.Text}”"))];

    public static IReadOnlyList<Phrase> Afterwards(Procedure procedure)
    {
        var after = procedure.AfterClosing;
        List<Phrase> said = [Phrase.Plain("Actions are followed up until they are done.")];
        said.Add(Phrase.Plain($"Issues for the board go to {procedure.InSentence(after.LearningTo)}."));
        if (after.Debrief) said.Add(Phrase.Plain("A reflective debrief is offered."));
        if (after.Feedback) said.Add(Phrase.Plain("The parties are asked how well this worked."));
        return said;
    }

    public static string Stages(IReadOnlyList<string> ids, string and) =>
        $"{(ids.Count == 1 ? "stage" : "stages")} {Names.Joined(ids, and)}";

    private static string AtRisk(Procedure procedure)
    {
        var only = AtRiskOnly(procedure);
        var start = only.Count == 0 ? "it starts where any other does" : $"it may also start at {Stages(only, "or")}";
        var jump = procedure.Starting.Jump == Jumping.Never ? "" : ", and may pass over stages later";
        return $"{start}{jump}.{(procedure.Starting.Jump == Jumping.Always ? " Any difference may pass over stages." : "")}";
    }

    private static Phrase Question(ScreeningQuestion question, int number, Telling telling)
    {
        var where = telling switch
        {
            Telling.Everything => question.GoInstead,
            <= Telling.NoSummaries => StageWords.FirstSentence(question.GoInstead),
            _ => "",
        };
        var beside = question.Alongside ? " (It stops nothing.)" : "";
        return where == ""
            ? Phrase.Plain($"{number}. {question.Question}{beside}")
            : Phrase.Led($"{number}. {question.Question}", where + beside);
    }

    private static string Concerned(Procedure procedure) => procedure.Concerns switch
    {
        Procedures.Concerned.Adult => "an adult",
        Procedures.Concerned.Child => "a child",
        _ => "an adult or a child",
    };
}
