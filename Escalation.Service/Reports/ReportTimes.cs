using Escalation.Core.Calendar;
using Escalation.Service.Boards;

namespace Escalation.Service.Reports;

/// <summary>
/// When a board's report goes out: at a local time of each of its working days, or of every day. Whether one is due is asked of the day of
/// the one before and of nothing else, so that a clock that is put back in autumn, or a setting that is changed at noon, brings no second
/// one on a day that has had its own.
/// </summary>
public sealed record ReportTimes(TimeOnly At, bool EveryDay, WorkingDays Days)
{
    /// <summary>Where neither the board nor its procedure says.</summary>
    private static readonly TimeOnly Usual = new(8, 0);

    public static ReportTimes Of(BoardRoom room)
    {
        var settings = room.Board.OverdueReport ?? ReportSettings.Usual;
        return new(settings.At ?? room.InForce.Procedure.Reporting?.OverdueAt ?? Usual, settings.EveryDay, room.InForce.DueTimes.Days);
    }

    /// <summary>
    /// The day whose report is to be sent now; none if it was. Of those missed meanwhile it is the latest: the ones before say nothing that it does
    /// not.
    /// </summary>
    /// <param name="last">The day of the report before.</param>
    public DateOnly? DueAt(DateTimeOffset now, DateOnly last) => LondonTime.DayOf(LatestBy(now)) is var day && day > last ? day : null;

    /// <summary>The latest time of a report up to now, now included.</summary>
    public DateTimeOffset LatestBy(DateTimeOffset now)
    {
        var day = LondonTime.DayOf(now);
        if (LondonTime.At(day, At) > now) day = day.AddDays(-1);
        while (!HasOne(day)) day = day.AddDays(-1);
        return LondonTime.At(day, At);
    }

    /// <summary>The first time of a report after now.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var day = LondonTime.DayOf(now);
        if (LondonTime.At(day, At) <= now) day = day.AddDays(1);
        while (!HasOne(day)) day = day.AddDays(1);
        return LondonTime.At(day, At);
    }

    /// <summary>The time of the last report before today: from then on things are new to whoever reads today's.</summary>
    public DateTimeOffset BeforeToday(DateTimeOffset now) => LatestBy(LondonTime.At(LondonTime.DayOf(now), TimeOnly.MinValue));

    private bool HasOne(DateOnly day) => EveryDay || Days.IsWorkingDay(day);
}
