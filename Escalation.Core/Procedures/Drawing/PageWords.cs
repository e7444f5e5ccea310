using System.Globalization;

namespace Escalation.Core.Procedures.Drawing;

/// <summary>What stands at the top and the foot of the page.</summary>
internal static class PageWords
{
    public static string Version(Procedure procedure)
    {
        var updated = procedure.Source?.Updated is { } u ? $" · policy updated {u}" : "";
        var review = procedure.Source?.Review is { } r ? $" · review {r}" : "";
        return $"Version {procedure.Version}{updated}{review}";
    }

    public static string Days(Procedure procedure)
    {
        var time = procedure.WorkingTime;
        var day = time.DayItselfCounts ? "the day itself counts" : "the day itself is not counted";
        var late = time.NextDayAfter is { } after ? $"; after {Clock(after)} counts as the next working day" : "";
        return $"Working days: Monday to Friday without bank holidays ({Nation(time.Nation)}) and the board’s closure days; {day}; "
            + $"a day ends at {Clock(time.CloseOfDay)}{late}.";
    }

    public static string? Shortened(Telling telling) =>
        telling == Telling.Everything ? null : "Shortened to fit one page: the policy says more.";

    private static string Nation(string nation) => nation switch
    {
        "england-and-wales" => "England and Wales",
        "scotland" => "Scotland",
        "northern-ireland" => "Northern Ireland",
        _ => nation,
    };

    /// <summary>5pm, 4:30pm.</summary>
    private static string Clock(TimeOnly time) =>
        time.ToString(time.Minute == 0 ? "htt" : "h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant();
}
