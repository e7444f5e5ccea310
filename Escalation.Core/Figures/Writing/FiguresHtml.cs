using System.Net;
using System.Text;

namespace Escalation.Core.Figures.Writing;

/// <summary>Figures as one document that needs nothing beside it: to be printed, sent, or put into a board's own report.</summary>
public static class FiguresHtml
{
    private const string Style = """
        body { font-family: Arial, sans-serif; color: #0b0c0c; max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.4; }
        table { border-collapse: collapse; width: 100%; margin-bottom: 1em; }
        caption { text-align: left; }
        th, td { border-bottom: 1px solid #b1b4b6; padding: .3em .6em .3em 0; text-align: left; vertical-align: top; }
        td, thead th:not(:first-child) { text-align: right; }
        tbody th { font-weight: normal; }
        .esc-chart { display: block; max-width: 26em; width: 100%; height: auto; margin: 1em 0; }
        .esc-chart__words { fill: #0b0c0c; }
        .esc-chart__bar { fill: #1d4f68; }
        .esc-chart__bar--2 { fill: #5694ca; }
        .esc-chart__bar--3 { fill: #505a5f; }
        @media print { section { break-inside: avoid; } body { margin: 0; } }
        """;

    public static string Of(params IReadOnlyList<MonitoringFigures> boards)
    {
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Monitoring figures</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>Monitoring figures</h1>\n");
        foreach (var figures in boards) Add(figures, html);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Add(MonitoringFigures figures, StringBuilder html)
    {
        html.Append($"<h2>{Safe(figures.Name)}</h2>\n<p>{Safe(figures.Period.ToString())}</p>\n");
        if (!figures.Complete) html.Append($"<p><strong>{Safe(MonitoringFigures.WhatComplete)}</strong></p>\n");
        if (FigureWords.AboutHidden(figures) is { } hidden) html.Append($"<p>{Safe(hidden)}</p>\n");
        foreach (var table in figures.Tables) Add(table, figures, html);
    }

    private static void Add(FigureTable table, MonitoringFigures figures, StringBuilder html)
    {
        // Several boards can stand in one document, and an id only once.
        var chart = BarChart.Of(table with { Id = $"{figures.Board}-{table.Id}" }, figures.Smallest);
        html.Append($"<section>\n<h3>{Safe(table.Title)}</h3>\n{chart}\n<table>\n<caption>{Safe(table.About)}</caption>\n<thead><tr><th scope=\"col\">{Safe(table.Title)}</th>");
        foreach (var column in table.Columns) html.Append($"<th scope=\"col\">{Safe(column)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
            html.Append($"<tr><th scope=\"row\">{Safe(row.Label)}</th>{string.Concat(row.Numbers.Select(n => $"<td>{Safe(FigureWords.Of(n, figures.Smallest))}</td>"))}</tr>\n");
        html.Append("</tbody>\n</table>\n</section>\n");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
