using Escalation.Core.Calendar;

namespace Escalation.Core.Procedures;

/// <summary>When something is due and why: enough to explain the date to the person who holds it, years later and without a calendar.</summary>
/// <param name="From">What it counts from.</param>
/// <param name="FromAt">When that happened.</param>
/// <param name="Within">The allowance.</param>
/// <param name="DayZero">The day that the event belongs to; a later one than its own where it came after the close of day.</param>
/// <param name="DueAt">The instant from which it is overdue, in local offset.</param>
/// <param name="Skipped">Days passed over in counting, each with its reason.</param>
/// <param name="Extended">Working days added by agreed extensions.</param>
/// <param name="OwnDay">Whether the event belongs to its own day, whatever the hour, because the clock itself brought it about.</param>
public sealed record Reckoning(
    CountsFrom From,
    DateTimeOffset FromAt,
    Allowance Within,
    DateOnly DayZero,
    DateTimeOffset DueAt,
    ValueList<SkippedDay> Skipped,
    int Extended,
    bool OwnDay = false);

/// <summary>Reckons due times the way one procedure counts (its <see cref="WorkingTime"/>), over one board's working days.</summary>
public sealed class DueTimes(WorkingTime time, WorkingDays days)
{
    private const int DaysInAWorkingWeek = 5;

    private const int HoursInADay = 24;

    public WorkingDays Days => days;

    /// <summary>When an allowance that has a number is over.</summary>
    /// <exception cref="ArgumentException">It has none: it is agreed by people, or says "without delay".</exception>
    public Reckoning Reckon(CountsFrom from, DateTimeOffset at, Allowance within, int extended = 0, bool ownDay = false)
    {
        var dayZero = ownDay ? LondonTime.DayOf(at) : DayThatCounts(at);
        var due = Due(at, dayZero, within);
        if (extended > 0) due = LondonTime.At(days.Add(LondonTime.DayOf(due), extended), LondonTime.TimeOf(due));
        var skipped = CountsWorkingDays(within) ? days.Skipped(LondonTime.DayOf(at), LondonTime.DayOf(due)) : [];
        return new Reckoning(from, LondonTime.In(at), within, dayZero, due, skipped.ToValueList(), extended, ownDay);
    }

    /// <summary>
    /// The day that an event belongs to. Where the procedure says from what time on something counts as the next working day, an event
    /// on a day off counts as the next working day too: otherwise Saturday morning would be due before Friday evening.
    /// </summary>
    public DateOnly DayThatCounts(DateTimeOffset at)
    {
        var day = LondonTime.DayOf(at);
        if (time.NextDayAfter is not { } lastTime) return day;
        return days.OnOrAfter(LondonTime.TimeOf(at) > lastTime ? day.AddDays(1) : day);
    }

    public DateTimeOffset CloseOf(DateOnly day) => LondonTime.At(day, time.CloseOfDay);

    /// <summary>How many working days lie between the days of two due times; what an extension adds to all that is counted after it.</summary>
    public int WorkingDaysBetween(DateTimeOffset earlier, DateTimeOffset later) =>
        days.Between(LondonTime.DayOf(earlier), LondonTime.DayOf(later));

    public bool CountsWorkingDays(Allowance within) => within switch
    {
        Allowance.WorkingDays or Allowance.WorkingWeeks or Allowance.SameWorkingDay => true,
        Allowance.Hours => time.HoursAre == HoursAre.WorkingDays,
        _ => false,
    };

    private DateTimeOffset Due(DateTimeOffset at, DateOnly dayZero, Allowance within) => within switch
    {
        Allowance.WorkingDays(var count) => AfterWorkingDays(at, dayZero, count),
        Allowance.WorkingWeeks(var count) => AfterWorkingDays(at, dayZero, count * DaysInAWorkingWeek),
        Allowance.Hours(var count) when CountsWorkingDays(within) => AfterWorkingDays(at, dayZero, count / HoursInADay),
        Allowance.Hours(var count) => LondonTime.In(at.AddHours(count)),
        Allowance.ElapsedHours(var count) => LondonTime.In(at.AddHours(count)),
        Allowance.CalendarDays(var count) => CloseOf(LondonTime.DayOf(at).AddDays(count)),
        Allowance.SameWorkingDay => NotBefore(at, days.OnOrAfter(dayZero)),
        _ => throw new ArgumentException($"'{within}' has no number to count.", nameof(within)),
    };

    private DateTimeOffset AfterWorkingDays(DateTimeOffset at, DateOnly dayZero, int count)
    {
        if (!time.DayItselfCounts) return CloseOf(days.Add(dayZero, count));
        var first = days.OnOrAfter(dayZero);
        return NotBefore(at, days.Add(first, count - 1));
    }

    /// <summary>The close of that day, or of the next working day where it closed before the event: nobody is late before they could start.</summary>
    private DateTimeOffset NotBefore(DateTimeOffset at, DateOnly day) => CloseOf(day) > at ? CloseOf(day) : CloseOf(days.Add(day, 1));
}
