using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Differences.Listing;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Differences;

/// <summary>"Which ones are mine?"</summary>
internal sealed class IndexPage(Reception reception, IJournal journal) : BoardPage(reception)
{
    private const int LongestReference = 40;

    public override string Title => Visitor.IsBoardOffice ? "Differences" : "Your differences";

    public Filter Filter { get; private set; } = new(Show.Open);

    public Show Shown => Filter.Show;

    /// <summary>Those that wait for the visitor, in front of the first page of open ones.</summary>
    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>How many differences were looked through, where there may be older ones that are theirs.</summary>
    public int? LookedThrough { get; private set; }

    /// <summary>A reference that was looked for and not found.</summary>
    public string? NotFoundReference { get; private set; }

    public bool MayRaise => Admittance.MayRaise(Visitor, Room, LondonTime.DayOf(Now));

    public async Task<IActionResult> OnGetAsync(string? after, string? reference, string? format)
    {
        Filter = Filter.Of(Request.Query, Room, Visitor.IsBoardOffice);
        var lookup = new Lookup(Room, Visitor, journal, Reception.Desk, Now);
        if (!string.IsNullOrWhiteSpace(reference) && await FindAsync(reference.Trim().ToUpperInvariant(), lookup) is { } one) return one;
        if (format == CsvFile.Format) return await TableAsync(lookup);
        try
        {
            await FillAsync(after, lookup);
        }
        catch (Exception strange) when (strange is FormatException or OverflowException)
        {
            // An address that somebody changed, or that is older than the journal's way of naming places.
            return LocalRedirect($"{Home}/differences");
        }

        return Page();
    }

    private async Task<IActionResult?> FindAsync(string reference, Lookup lookup)
    {
        if (reference.Length <= LongestReference && await lookup.FindAsync(reference, HttpContext.RequestAborted) is { } head)
            return LocalRedirect($"{Home}/differences/{head.Id}");
        NotFoundReference = reference[..Math.Min(reference.Length, LongestReference)];
        return null;
    }

    private async Task<FileContentResult> TableAsync(Lookup lookup)
    {
        var heads = await lookup.AllAsync(Filter.ToQuery(Room.Board.Id, Now), Filter.Fits, HttpContext.RequestAborted);
        return CsvFile.Of("differences", Csv.Of(Row.Columns, RowsOf(heads, lookup).Select(r => r.Cells)), Now);
    }

    private async Task FillAsync(string? after, Lookup lookup)
    {
        if (after is null && Shown == Show.Open && !Filter.IsNarrow)
            Waiting = RowsOf((await lookup.WaitingAsync(HttpContext.RequestAborted)).Heads, lookup);
        var query = Filter.ToQuery(Room.Board.Id, Now) with { After = Filter.PlaceOf(after) };
        var found = await lookup.PageAsync(query, Filter.Fits, HttpContext.RequestAborted);
        (Rows, Next, LookedThrough) = (RowsOf(found.Heads, lookup), Paging.Next(found.Next), found.GaveUp ? found.Looked : null);
    }

    private IReadOnlyList<Row> RowsOf(IEnumerable<Head> heads, Lookup lookup) => [.. heads.Select(h => Row.Of(h, lookup.IsTheirs(h), Room, Visitor))];
}
