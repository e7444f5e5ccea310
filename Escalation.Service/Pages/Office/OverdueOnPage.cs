using Escalation.Service.Pages.Tables;
using Escalation.Service.Reports;

namespace Escalation.Service.Pages.Office;

/// <summary>The parts of the overdue report as tables of a page.</summary>
internal static class OverdueOnPage
{
    /// <param name="addressOf">Where a difference's page is; none where the reader may not go there.</param>
    public static Table ToTable(this OverdueTable part, Func<string, string>? addressOf) => new(
        part.Title, [.. part.Columns.Select(c => c.Title)], [.. part.Rows.Select(r => RowOf(r, part, addressOf))])
    {
        IsHeaded = true,
    };

    private static IReadOnlyList<Cell> RowOf(OverdueRow row, OverdueTable part, Func<string, string>? addressOf) =>
    [
        .. part.Columns.Select((c, i) => i == 0 && row.Difference is { } id && addressOf is not null
            ? new Cell(c.Of(row), addressOf(id), Whole: true)
            : c.Of(row)),
    ];
}
