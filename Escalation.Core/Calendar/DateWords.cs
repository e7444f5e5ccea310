using System.Globalization;

namespace Escalation.Core.Calendar;

/// <summary>Dates and times in the words that people read: always with the weekday, "5pm on Thursday 8 October 2026".</summary>
public static class DateWords
{
    public static string Of(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The instant in local time.</summary>
    public static string Of(DateTimeOffset instant) => $"{Of(LondonTime.TimeOf(instant))} on {Of(LondonTime.DayOf(instant))}";

    public static string Of(TimeOnly time) => time switch
    {
        { Hour: 12, Minute: 0 } => "midday",
        { Hour: 0, Minute: 0 } => "midnight",
        { Minute: 0 } => time.ToString("%h", CultureInfo.InvariantCulture) + Half(time),
        _ => time.ToString("h:mm", CultureInfo.InvariantCulture) + Half(time),
    };

    private static string Half(TimeOnly time) => time.Hour < 12 ? "am" : "pm";
}
