namespace Escalation.Core.Calendar;

/// <summary>
/// The clock on the wall in Europe/London, whatever the machine is set to: Greenwich Mean Time, and from the last Sunday in March to the
/// last Sunday in October British Summer Time, an hour ahead (Summer Time Act 1972 and the Summer Time Order 2002).
/// </summary>
public static class LondonTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>
    /// The instant at which the wall clock shows this day and time. A time that the clock skips in spring (01:00 up to 02:00) becomes the
    /// first instant after the gap. A time that it shows twice in autumn is the FIRST of the two, still summer time.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var wall = AfterAnyGap(day.ToDateTime(time));
        var offset = London.IsAmbiguousTime(wall) ? London.GetAmbiguousTimeOffsets(wall).Max() : London.GetUtcOffset(wall);
        return new(wall, offset);
    }

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(In(instant).DateTime);

    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(In(instant).DateTime);

    /// <summary>The same instant, written with London's offset at that moment.</summary>
    public static DateTimeOffset In(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, London);

    /// <summary>Clocks change on a whole minute, so the gap ends on one.</summary>
    private static DateTime AfterAnyGap(DateTime wall)
    {
        while (London.IsInvalidTime(wall)) wall = wall.AddTicks(TimeSpan.TicksPerMinute - (wall.Ticks % TimeSpan.TicksPerMinute));
        return wall;
    }
}
