using System.Xml.Linq;
using Escalation.Core.Procedures.Drawing;

namespace Escalation.Core.Figures.Writing;

/// <summary>
/// A table as bars, each with its words above it and its number at its end, so that nothing rests on colour and the letters can be read on a
/// narrow screen. The numbers stand in the table beside it; what is left out has no bar.
/// </summary>
public static class BarChart
{
    private const int Width = 320, LongestBar = 185, Bar = 14, Letters = 14, LineHeight = 18, Space = 12, RowsWithNought = 12;

    /// <summary>SVG for the middle of a page; its colours are those of the page's style sheet.</summary>
    /// <returns>None where there is nothing to draw.</returns>
    public static string? Of(FigureTable table, int? smallest)
    {
        var rows = table.Rows.Where(r => IsShort(table) || r.Numbers.Any(n => n.Number != 0)).ToList();
        var most = rows.SelectMany(r => r.Numbers).Max(n => n.Number) ?? 0;
        if (!table.Drawn || most == 0) return null;
        var (marks, y) = (new List<XElement>(), 0);
        foreach (var row in rows) y = Draw(row, table, most, smallest, y, marks);
        var (title, desc) = ($"chart-{table.Id}-title", $"chart-{table.Id}-desc");
        return Svg.Element("svg", ("class", "esc-chart"), ("viewBox", $"0 0 {Width} {y}"), ("role", "img"), ("aria-labelledby", $"{title} {desc}"))
            .With(new XElement(Svg.Namespace + "title", new XAttribute("id", title), Phrase.Sayable($"{table.Title}, as bars")))
            .With(new XElement(Svg.Namespace + "desc", new XAttribute("id", desc), Phrase.Sayable(Said(rows, table, smallest))))
            .With([.. marks]).ToString(SaveOptions.DisableFormatting);
    }

    private static int Draw(FigureRow row, FigureTable table, int most, int? smallest, int y, List<XElement> marks)
    {
        foreach (var line in Paragraph.Wrap(Phrase.Plain(row.Label), Width, Letters))
            marks.Add(Text(0, y += LineHeight, string.Concat(line.Runs.Select(r => r.Text))));
        for (var i = 0; i < row.Numbers.Count; i++)
        {
            if (row.Numbers[i].Number == 0 && !IsShort(table)) continue;
            var length = (double)LongestBar * (row.Numbers[i].Number ?? 0) / most;
            y += Bar / 2;
            if (length > 0) marks.Add(Svg.Element("rect", ("class", $"esc-chart__bar esc-chart__bar--{i + 1}"), ("x", 0), ("y", y), ("width", length), ("height", Bar)));
            var words = FigureWords.Of(row.Numbers[i], smallest);
            marks.Add(Text(length > 0 ? length + 6 : 0, y + Bar - 2, row.Numbers.Count == 1 ? words : $"{words} {table.Columns[i].ToLowerInvariant()}"));
            y += Bar;
        }

        return y + Space;
    }

    /// <summary>Whether noughts stand in it too; in a long one, or one with several bars to a row, the table has them.</summary>
    private static bool IsShort(FigureTable table) => table.Columns.Count == 1 && table.Rows.Count <= RowsWithNought;

    private static XElement Text(double x, double y, string words) =>
        Svg.Element("text", ("class", "esc-chart__words"), ("x", x), ("y", y), ("font-size", Letters)).With(new XText(words));

    private static string Said(List<FigureRow> rows, FigureTable table, int? smallest) => string.Join(' ', rows.Select(r =>
        $"{r.Label}: {string.Join(", ", r.Numbers.Select((n, i) => r.Numbers.Count == 1 ? FigureWords.Of(n, smallest) : $"{table.Columns[i].ToLowerInvariant()} {FigureWords.Of(n, smallest)}"))}."));

    private static XElement With(this XElement element, params XNode[] content)
    {
        element.Add(content);
        return element;
    }
}
