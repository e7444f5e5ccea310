using System.Globalization;
using System.Text.RegularExpressions;
using Escalation.Core.Calendar;

namespace Escalation.Service.Api.Reading;

/// <summary>Reads what is written as a text: days, instants, ids and words.</summary>
internal static partial class BodyText
{
    public static bool IsId(string text) => IdForm().IsMatch(text);

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsOurs(day.Year) ? day : null;

    /// <summary>With an offset, for an instant without one is another instant elsewhere.</summary>
    public static DateTimeOffset? Instant(string text) =>
        InstantForm().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && IsOurs(at.Year)
            ? LondonTime.In(at)
            : null;

    /// <summary>How many characters people would count.</summary>
    public static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    public static bool IsClean(string text, bool breaks)
    {
        foreach (var letter in text)
            if (char.IsControl(letter) && !(breaks && letter is '\n' or '\r' or '\t')) return false;
        return true;
    }

    private static bool IsOurs(int year) => year is >= Limits.FirstYear and <= Limits.LastYear;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,80}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex InstantForm();
}
