using System.Globalization;

namespace Escalation.Core.Figures.Writing;

/// <summary>Figures as one table for a spreadsheet (RFC 4180): a line for each number.</summary>
public static class FiguresCsv
{
    private static readonly string[] Header = ["board", "from", "to", "complete", "table", "row", "label", "column", "number", "left out"];

    public static string Of(params IReadOnlyList<MonitoringFigures> boards) => Csv.Of(
        Header, boards.SelectMany(figures => figures.Tables.SelectMany(table => table.Rows.SelectMany(row =>
            row.Numbers.Select((number, i) => Line(figures, table, row, table.Columns[i], number))))));

    private static string[] Line(MonitoringFigures figures, FigureTable table, FigureRow row, string column, Figure number) =>
    [
        figures.Board, Day(figures.From), Day(figures.To), figures.Complete ? "yes" : "no", table.Id, row.Key, row.Label, column,
        number.Number?.ToString(CultureInfo.InvariantCulture) ?? "", number.Hidden is null ? "" : FigureWords.Of(number, figures.Smallest),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
