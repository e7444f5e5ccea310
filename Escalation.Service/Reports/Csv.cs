using System.Buffers;
using System.Text;

namespace Escalation.Service.Reports;

/// <summary>A table as comma-separated values (RFC 4180), for spreadsheets.</summary>
internal static class Csv
{
    public const string Type = "text/csv; charset=utf-8; header=present";

    private static readonly SearchValues<char> ToQuote = SearchValues.Create(",\"\r\n");

    public static string Of(IEnumerable<string> titles, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(titles)) text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return text.ToString();
    }

    // A spreadsheet takes what begins like a formula for one, and works it out: with an apostrophe before it, it stays a text.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(ToQuote) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
