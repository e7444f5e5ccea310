using Escalation.Core;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Escalation.Core.Calendar;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reports;
using Escalation.Service.Boards;

namespace Escalation.Service.Reports;

/// <summary>The report as text for a terminal, as a table for a spreadsheet, as a page to file, and as the answer of the API.</summary>
public static class OverdueText
{
    private static readonly string[] Titles = ["Part", "About", "Between", "Stage", "For", "At", "Note"];

    /// <summary>Ends with a line feed.</summary>
    public static string Write(Overdue report, BoardRoom room, ReportFormat format) => format switch
    {
        ReportFormat.Text => ToText(report, room),
        ReportFormat.Json => JsonSerializer.Serialize(OverdueAnswer.Of(report), ApiJson.Options) + "\n",
        ReportFormat.Csv => ToCsv(OverdueTable.Of(report, room)),
        ReportFormat.Html => ToHtml(report, room),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no format"),
    };

    /// <summary>All parts in one table, each row with the part that it belongs to. Times are local, "2026-04-07 17:00".</summary>
    internal static string ToCsv(IReadOnlyList<OverdueTable> parts) => Csv.Of(Titles, parts.SelectMany(part => part.Rows.Select(row => (string[])
        [part.Id, row.About, row.Between, row.Stage, row.For, row.At is { } at ? Written(at) : "", row.Note])));

    private static string ToText(Overdue report, BoardRoom room)
    {
        var text = new StringBuilder($"{TitleOf(report, room)}\n");
        foreach (var part in OverdueTable.Of(report, room))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{part.Title}: {part.Count}\n");
            foreach (var row in part.Rows) text.Append(CultureInfo.InvariantCulture, $"  {part.LineOf(row)}\n");
            if (part.Rest is { } rest) text.Append(CultureInfo.InvariantCulture, $"  {rest}\n");
        }

        return text.ToString();
    }

    private static string ToHtml(Overdue report, BoardRoom room)
    {
        var title = Escaped(TitleOf(report, room));
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n");
        foreach (var part in OverdueTable.Of(report, room))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{part.Title}: {part.Count}</h2>\n");
            page.Append(part.Rows.Count == 0 ? $"<p>{part.Nothing}</p>\n" : TableOf(part));
            if (part.Rest is { } rest) page.Append(CultureInfo.InvariantCulture, $"<p>{rest}</p>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string TableOf(OverdueTable part)
    {
        var head = string.Concat(part.Columns.Select(c => $"<th scope=\"col\">{c.Title}</th>"));
        var rows = string.Concat(part.Rows.Select(row => $"<tr>{string.Concat(part.Columns.Select(c => $"<td>{Escaped(c.Of(row))}</td>"))}</tr>\n"));
        return $"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n";
    }

    private static string TitleOf(Overdue report, BoardRoom room)
    {
        var whose = report.Agency is { } agency ? $", {room.FindAgency(agency)?.Name ?? agency}" : "";
        return $"{room.Board.Name}{whose}: what waits at {DateWords.Of(report.Window.At)}";
    }

    private static string Written(DateTimeOffset at) => LondonTime.In(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => HtmlEncoder.Default.Encode(text);
}

public enum ReportFormat { Text, Json, Csv, Html }
