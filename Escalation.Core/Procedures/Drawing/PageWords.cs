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

    /// <summary>"A duty without a date, or past it: whoever holds it is reminded every 2 working days, and the board office told."</summary>
    public static string? Chased(Procedure procedure)
    {
        if (procedure.Chase is not { } chase) return null;
        var when = chase.BoardOfficeAfter switch { 0 => "each time", 1 => "after the first reminder", var count => $"after {count} reminders" };
        return $"A duty without a date, or past its date: whoever holds it is reminded every {Every(chase.Every)}; "
            + $"{when}, {procedure.InSentence(Who.BoardOffice)} is told as well.";
    }

    public static string? Shortened(Telling telling) =>
        telling == Telling.Everything ? null : "Shortened to fit one page: the policy says more.";

    /// <summary>"Every working day", "every 2 working days".</summary>
    private static string Every(Allowance allowance) =>
        allowance.ToString() is var said && said.StartsWith("1 ", StringComparison.Ordinal) ? said[2..] : said;

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
