using System.Globalization;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>"What do we have to keep, what may go, and what has gone?"</summary>
internal sealed class RecordsPage(Reception reception, Disposals disposals, Holds holds) : OfficeRecordsPage(reception)
{
    /// <summary>So many proofs are shown; the sheet has all.</summary>
    private const int MostShown = 100;

    private const int MonthsAhead = 12;

    public override string Title => "Keeping and disposing of records";

    public IReadOnlyList<Keeping> All { get; private set; } = [];

    public IReadOnlyList<DisposalList> Waiting { get; private set; } = [];

    public IReadOnlyList<Hold> OnHold { get; private set; } = [];

    public DateOnly Today => LondonTime.DayOf(Now);

    public IReadOnlyList<Keeping> Over => [.. Kept.Where(k => k.IsOverOn(Today))];

    /// <summary>How many of them can go onto a list now.</summary>
    public int CanGo { get; private set; }

    public IReadOnlyList<Keeping> Coming => [.. Kept.Where(k => !k.IsOverOn(Today) && k.Until <= Today.AddMonths(MonthsAhead))];

    public IReadOnlyList<Keeping> Gone => [.. All.Where(k => k.Head.Key is null).OrderByDescending(k => k.Head.Erased?.At).Take(MostShown)];

    private IEnumerable<Keeping> Kept => All.Where(k => k.Head.Key is not null);

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        All = await disposals.AllAsync(Room, HttpContext.RequestAborted);
        if (format == "csv") return Sheet();
        Waiting = [.. (await disposals.ListsAsync(Room.Board.Id, HttpContext.RequestAborted)).Where(l => l.DoneAt is null)];
        OnHold = [.. (await holds.OfBoardAsync(Room.Board.Id, HttpContext.RequestAborted)).Where(h => h.Lifted is null)];
        var listed = Waiting.SelectMany(l => l.Items).Select(i => i.Difference).ToHashSet();
        CanGo = Kept.Count(k => k.CanGoOn(Today) && !listed.Contains(k.Head.Id));
        return Page();
    }

    /// <summary>Puts all that can go onto a list.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        await disposals.PrepareAsync(Room, Visitor, HttpContext.RequestAborted) is { } list ? LocalRedirect($"{Records}/disposals/{list.Id}") : LocalRedirect(Records);

    private FileContentResult Sheet() => CsvFile.Of("records", Csv.Of(
        ["Reference", "Procedure", "Outcome", "Ended", "Kept until", "On hold", "Disposed of"],
        All.Select(k => new[]
        {
            k.Head.Card.Reference, k.Head.Card.Procedure, KeepingWords.Of(k.Head.Card.State), Day(LondonTime.DayOf(k.EndedAt)), Day(k.Until), k.Held?.Reason ?? "",
            k.Head.Erased is { } erased ? Day(LondonTime.DayOf(erased.At)) : "",
        })));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
