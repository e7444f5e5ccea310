using Escalation.Service.Reports;

namespace Escalation.Service.Pages.Office;

/// <summary>A table on a page: cards, one for each row, where there is no room for one.</summary>
/// <param name="Caption">Read out before the table; the heading above it says the same to whoever sees it.</param>
internal sealed record OfficeTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<OfficeRow> Rows)
{
    /// <param name="addressOf">Where a difference's page is; none where the reader may not go there.</param>
    public static OfficeTable Of(OverdueTable part, Func<string, string>? addressOf) => new(
        part.Title, [.. part.Columns.Select(c => c.Title)],
        [.. part.Rows.Select(r => new OfficeRow(r.Difference is { } id ? addressOf?.Invoke(id) : null, [.. part.Columns.Select(c => c.Of(r))]))]);
}

/// <param name="Address">Where the row's first cell leads to; nowhere if none.</param>
internal sealed record OfficeRow(string? Address, IReadOnlyList<string> Cells);
