using Escalation.Core.Calendar;

namespace Escalation.Service.Reports;

/// <summary>
/// Of which time a report speaks. What is past its time is so at the moment at which it is made, whatever the window: nothing is kept of how it
/// was before.
/// </summary>
/// <param name="At">When it is made.</param>
/// <param name="From">From when on it tells of what the clock took further.</param>
/// <param name="To">Until when, not included; up to the moment at which it is made if none.</param>
/// <param name="DueFrom">From when on it tells of what is due; also of what was due before, if none.</param>
/// <param name="DueTo">Until when, not included.</param>
public sealed record ReportWindow(DateTimeOffset At, DateTimeOffset From, DateTimeOffset? To, DateTimeOffset? DueFrom, DateTimeOffset DueTo)
{
    /// <summary>What is due today, and what has happened since then.</summary>
    public static ReportWindow Today(DateTimeOffset now, DateTimeOffset since) => new(now, since, null, null, EndOf(LondonTime.DayOf(now)));

    /// <summary>What is due, and what the clock took further, on these days and those between them.</summary>
    public static ReportWindow Between(DateTimeOffset now, DateOnly first, DateOnly last) =>
        new(now, LondonTime.At(first, TimeOnly.MinValue), EndOf(last), LondonTime.At(first, TimeOnly.MinValue), EndOf(last));

    public bool Tells(DateTimeOffset moved) => moved >= From && (To is not { } end || moved < end);

    private static DateTimeOffset EndOf(DateOnly day) => LondonTime.At(day.AddDays(1), TimeOnly.MinValue);
}
