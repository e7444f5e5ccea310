using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>
/// A table as comma-separated values (RFC 4180) in UTF-8 with its mark, which spreadsheets ask for. A field that a spreadsheet would reckon
/// out is defused by an apostrophe in front.
/// </summary>
internal static class RecordSheet
{
    public static FileContentResult Of(string name, IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(heading)) text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileDownloadName = name };
    }

    private static string Field(string text)
    {
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
