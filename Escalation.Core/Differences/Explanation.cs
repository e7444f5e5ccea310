using Escalation.Core.Calendar;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>Why something is due when it is, in words: from which event, how long, and which days were passed over.</summary>
public static class Explanation
{
    /// <summary>Also of a date that was agreed and not counted.</summary>
    public static string Of(Deadline deadline) => (deadline.Why, deadline.DueAt) switch
    {
        ({ } why, _) => Of(why),
        (null, { } due) => $"Both sides agreed on it. {Result(due)}",
        _ => "It has no date.",
    };

    public static string Of(Reckoning why) => $"{Counting(why)} {Result(why.DueAt)}";

    /// <summary>The last of the sentences.</summary>
    public static string Result(DateTimeOffset due) => $"So it is due by {DateWords.Of(due)}.";

    /// <summary>The same without the date that comes of it.</summary>
    public static string Counting(Reckoning why)
    {
        var sentences = new List<string> { $"{Sentences.Capital(why.Within.ToString())} from {InWords(why.From)}, {DateWords.Of(why.FromAt)}." };
        if (why.DayZero != LondonTime.DayOf(why.FromAt)) sentences.Add($"That counts as {DateWords.Of(why.DayZero)}.");
        if (why.Skipped.Count > 0) sentences.Add($"Not counted: {string.Join(", ", why.Skipped.Select(InWords))}.");
        if (why.Extended > 0) sentences.Add($"Agreed extensions add {new Allowance.WorkingDays(why.Extended)}.");
        return string.Join(' ', sentences);
    }

    // "Saturday 26 December 2026 (Saturday)" would say it twice.
    private static string InWords(SkippedDay day) =>
        day.Date.DayOfWeek.ToString() == day.Why ? DateWords.Of(day.Date) : $"{DateWords.Of(day.Date)} ({day.Why})";

    private static string InWords(CountsFrom from) => from switch
    {
        { MetDeadline: { } met } => $"when '{met}' was met or its time was over",
        { What: Happening.Outset } => "the outset",
        { What: Happening.Raised } => "the raising of the difference",
        { What: Happening.ImmediateRiskMarked } => "the marking of immediate risk",
        { What: Happening.StageEntered } => "the beginning of the stage",
        { What: Happening.Waiting } => "the last reminder or the beginning of the wait",
        _ => $"'{from.Text.Replace('-', ' ')}'",
    };
}
