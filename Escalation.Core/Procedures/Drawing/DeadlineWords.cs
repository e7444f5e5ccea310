namespace Escalation.Core.Procedures.Drawing;

/// <summary>Deadlines as people say them.</summary>
internal static class DeadlineWords
{
    /// <summary>"Within 2 working days of the outset: settle the difference; then it goes to stage 3 by itself."</summary>
    public static IEnumerable<Phrase> Of(Procedure procedure, Stage stage)
    {
        var before = "";
        foreach (var deadline in stage.Deadlines)
        {
            var when = $"{Within(procedure, deadline.Within, From(stage, deadline.From))}:";
            // What shares its time with the one above it is said under the same words.
            var what = What(procedure, stage, deadline);
            yield return when == before ? Phrase.Plain(Sentences.Capital(what)) : Phrase.Led(when, what);
            before = when;
        }
    }

    private static string What(Procedure procedure, Stage stage, DeadlineRule deadline) =>
        $"{Names.Unstopped(deadline.Title)}{Holder(procedure, deadline)}{Then(procedure, stage, deadline)}.{AtRisk(procedure, deadline)}";

    public static Phrase Of(Procedure procedure, Cap cap)
    {
        var end = cap.Reach is { } stage ? $"stage {stage} is reached" : "the difference is settled";
        var otherwise = cap.OnExpiry switch
        {
            OnExpiry.Escalate => "it goes there by itself",
            OnExpiry.Remind => "reminders are sent",
            OnExpiry.Flag => $"{procedure.InSentence(Who.BoardOffice)} is told",
            _ => throw new ArgumentOutOfRangeException(nameof(cap), cap.OnExpiry, "not a consequence"),
        };
        return Phrase.Led("Altogether:", $"{end} {Names.Uncapital(Within(procedure, cap.Within, From(null, cap.From)))}; otherwise {otherwise}.");
    }

    /// <summary>Whether time alone takes a difference out of a stage.</summary>
    public static bool ClockLeadsOn(this Stage stage) =>
        stage.Deadlines.Any(d => d is { OnExpiry: OnExpiry.Escalate, Within: not Allowance.WithoutDelay });

    /// <summary>Both sides act at every stage, so it is said only where a duty is not everybody's.</summary>
    private static string Holder(Procedure procedure, DeadlineRule deadline) =>
        deadline.Holder == Who.EveryParty ? "" : $" ({procedure.InSentence(deadline.Holder)})";

    private static string Within(Procedure procedure, Allowance allowance, string from) => allowance switch
    {
        Allowance.SameWorkingDay => $"On the same working day as {from}",
        Allowance.AsAgreed => "By a day that both sides agree",
        Allowance.WithoutDelay when from == HappeningWords.AsNoun(Happening.StageEntered) => "Without delay",
        Allowance.WithoutDelay => $"Without delay after {from}",
        _ => $"Within {Numbered(procedure, allowance)} of {from}",
    };

    /// <summary>Hours say which they are: "48 hours (2 working days)", "24 hours (by the clock)".</summary>
    private static string Numbered(Procedure procedure, Allowance allowance) => allowance switch
    {
        Allowance.Hours(var count)
            when procedure.WorkingTime.HoursAre == HoursAre.WorkingDays && count % 24 == 0 =>
            $"{allowance} ({new Allowance.WorkingDays(count / 24)})",
        Allowance.Hours => $"{allowance} (by the clock)",
        Allowance.ElapsedHours(var count) => $"{new Allowance.Hours(count)} (by the clock)",
        _ => $"{allowance}",
    };

    private static string Then(Procedure procedure, Stage stage, DeadlineRule deadline) => deadline switch
    {
        { Within: Allowance.WithoutDelay } => "",
        { OnExpiry: OnExpiry.Escalate } when procedure.ClockGoesTo(stage) is { } next => $"; then it goes to stage {next} by itself",
        { OnExpiry: OnExpiry.Remind } => "; then reminders are sent",
        _ => $"; then {procedure.InSentence(Who.BoardOffice)} is told",
    };

    private static string AtRisk(Procedure procedure, DeadlineRule deadline) =>
        deadline.WhenAtRisk is { } shorter ? $" At immediate risk: {Numbered(procedure, shorter)}." : "";

    private static string From(Stage? stage, CountsFrom from)
    {
        if (from.What is { } happening) return HappeningWords.AsNoun(happening);
        var other = stage?.Deadlines.FirstOrDefault(d => d.Id == from.MetDeadline)?.Title ?? from.MetDeadline;
        return $"meeting the deadline ‘{other}’";
    }
}
