using System.Globalization;
using System.Text;

namespace Escalation.Core;

/// <summary>A table as comma-separated values (RFC 4180), for spreadsheets.</summary>
public static class Csv
{
    public static string Of(IEnumerable<string> titles, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(titles)) text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return text.ToString();
    }

    // A spreadsheet takes what begins like a formula for one, and works it out: with an apostrophe before it, it stays a text. A number below
    // zero is a number; what begins with a plus is a telephone number more often.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0]) && !IsBelowZero(text) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsBelowZero(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < 0;
}
