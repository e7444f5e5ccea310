using System.Globalization;
using Escalation.Core.Calendar;

namespace Escalation.Core.Procedures;

/// <summary>Days and hours can be counted: the nation is known, the times of day fit together, and hours say what they are.</summary>
internal static class WorkingTimeCheck
{
    private const string Path = "$.workingTime";

    public static IEnumerable<Problem> Of(Procedure procedure) => [.. Days(procedure), .. Hours(procedure)];

    private static IEnumerable<Problem> Days(Procedure procedure)
    {
        var time = procedure.WorkingTime;
        var close = Written(time.CloseOfDay);
        if (!Nations.AllIds.Contains(time.Nation))
            yield return new($"{Path}.nation", $"is {Sentence.Quoted(time.Nation)} and must be "
                + $"{Sentence.Or(Nations.AllIds)}{Sentence.Suggestion(time.Nation, Nations.AllIds)}");
        if (time.NextDayAfter is { } after && after > time.CloseOfDay)
            yield return new($"{Path}.nextDayAfter", $"is {Written(after)}, when the day has closed at {close} already; "
                + $"say {close} or earlier");
        if (procedure.RemindAt is { } remind && remind >= time.CloseOfDay)
            yield return new("$.remindAt", $"is {Written(remind)}, when nobody can keep a deadline that is over at {close}; "
                + "say an earlier time");
    }

    private static IEnumerable<Problem> Hours(Procedure procedure)
    {
        var hours = Walk.Of<Allowance.Hours>(procedure).ToList();
        if (procedure.WorkingTime.HoursAre is null && hours.Count > 0)
            yield return new($"{Path}.hoursAre", $"is missing and must be \"elapsed\" or \"working-days\", "
                + $"since {hours[0].Path} says \"{hours[0].Value}\"");
        if (procedure.WorkingTime.HoursAre is not HoursAre.WorkingDays) yield break;
        foreach (var (path, allowed) in hours.Where(h => h.Value.Count % 24 != 0))
            yield return new(path, $"\"{allowed}\" are no whole working days of 24 hours; say a multiple of 24, "
                + $"or \"{allowed.Count} elapsed hours\"");
    }

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
