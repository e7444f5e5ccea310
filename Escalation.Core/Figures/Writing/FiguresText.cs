using System.Text;

namespace Escalation.Core.Figures.Writing;

/// <summary>Figures for a terminal or a plain letter.</summary>
public static class FiguresText
{
    public static string Of(MonitoringFigures figures)
    {
        var text = new StringBuilder($"{figures.Name}: monitoring figures\n{figures.Period}\n");
        if (!figures.Complete) text.Append(MonitoringFigures.WhatComplete).Append('\n');
        if (FigureWords.AboutHidden(figures) is { } hidden) text.Append(hidden).Append('\n');
        foreach (var table in figures.Tables) Add(table, figures.Smallest, text);
        return text.ToString();
    }

    private static void Add(FigureTable table, int? smallest, StringBuilder text)
    {
        string[][] rows =
        [
            [table.Title, .. table.Columns],
            .. table.Rows.Select(r => (string[])[r.Label, .. r.Numbers.Select(n => FigureWords.Of(n, smallest))]),
        ];
        var widths = rows[0].Select((_, column) => rows.Max(r => r[column].Length)).ToList();
        text.Append('\n');
        foreach (var row in rows)
            text.Append(row[0].PadRight(widths[0])).Append(string.Concat(row.Skip(1).Select((cell, i) => $"  {cell.PadLeft(widths[i + 1])}"))).Append('\n');
    }
}
