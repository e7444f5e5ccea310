using System.Buffers.Text;
using System.Text;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Differences.Listing;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Differences;

/// <summary>"Which ones are mine?"</summary>
internal sealed class IndexPage(Reception reception, IJournal journal) : BoardPage(reception)
{
    private const int LongestReference = 40;

    public override string Title => Visitor.IsBoardOffice ? "Differences" : "Your differences";

    public Show Shown { get; private set; } = Show.Open;

    /// <summary>Those that wait for the visitor, in front of the first page of open ones.</summary>
    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>How many differences were looked through, where there may be older ones that are theirs.</summary>
    public int? LookedThrough { get; private set; }

    /// <summary>A reference that was looked for and not found.</summary>
    public string? NotFoundReference { get; private set; }

    public bool MayRaise => Admittance.MayRaise(Visitor, Room, LondonTime.DayOf(Now));

    public async Task<IActionResult> OnGetAsync(string? show, string? after, string? reference)
    {
        Shown = Enum.TryParse<Show>(show, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : Show.Open;
        var lookup = new Lookup(Room, Visitor, journal, Reception.Desk, Now);
        if (!string.IsNullOrWhiteSpace(reference) && await FindAsync(reference.Trim().ToUpperInvariant(), lookup) is { } one) return one;
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

    private async Task FillAsync(string? after, Lookup lookup)
    {
        if (after is null && Shown == Show.Open)
            Waiting = RowsOf((await lookup.WaitingAsync(HttpContext.RequestAborted)).Heads, lookup);
        var place = after is null ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after));
        var found = await lookup.PageAsync(Shown.ToQuery(Room.Board.Id) with { After = place }, HttpContext.RequestAborted);
        (Rows, Next, LookedThrough) = (RowsOf(found.Heads, lookup), Paging.Next(found.Next), found.GaveUp ? found.Looked : null);
    }

    private IReadOnlyList<Row> RowsOf(IEnumerable<Head> heads, Lookup lookup) => [.. heads.Select(h => Row.Of(h, lookup.IsTheirs(h), Room, Visitor))];
}
