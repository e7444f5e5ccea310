using System.Globalization;
using Escalation.Core.Calendar;

namespace Escalation.Service.Pages.Journeys;

/// <summary>What somebody has answered so far, by question, as it was typed: a wrong answer is shown again as it was given.</summary>
internal sealed class Answers(IReadOnlyDictionary<string, string>? given = null)
{
    private readonly Dictionary<string, string> given = new(given ?? new Dictionary<string, string>(), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Given => given;

    /// <summary>The answer without the blanks around it; empty if there is none.</summary>
    public string this[string question] => given.TryGetValue(question, out var answer) ? answer.Trim() : "";

    public string? OrNull(string question) => this[question] is { Length: > 0 } answer ? answer : null;

    public bool IsYes(string question) => this[question] == Choice.Yes;

    /// <summary>Of several that can be ticked, those that were.</summary>
    public IReadOnlyList<string> All(string question) => this[question].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A day given as day, month and year; none where it is no day.</summary>
    public DateOnly? Day(string question) =>
        DateOnly.TryParseExact(this[question], ["d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A time of day such as "10:30", "10.30am" or "2pm"; none where it is no time.</summary>
    public TimeOnly? Time(string question) => Times.Read(this[question]);

    /// <summary>A day and a time of day in London; none where either is missing or is none.</summary>
    public DateTimeOffset? Moment(string day, string time) => Day(day) is { } date && Time(time) is { } at ? LondonTime.At(date, at) : null;

    public void Set(string question, string answer) => given[question] = Clean(answer.ReplaceLineEndings("\n"));

    // What comes with a paste from elsewhere and cannot be seen.
    private static string Clean(string text) => text.Any(IsUnseen) ? string.Concat(text.Where(c => !IsUnseen(c))) : text;

    private static bool IsUnseen(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}

/// <summary>Times of day as people type them.</summary>
internal static class Times
{
    private static readonly string[] Forms = ["H:mm", "HH:mm", "h:mmtt", "htt"];

    public static TimeOnly? Read(string typed)
    {
        var plain = typed.Replace(" ", "", StringComparison.Ordinal).Replace('.', ':').ToUpperInvariant();
        return plain switch
        {
            "MIDDAY" or "NOON" => new TimeOnly(12, 0),
            "MIDNIGHT" => TimeOnly.MinValue,
            _ => TimeOnly.TryParseExact(plain, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        };
    }
}
