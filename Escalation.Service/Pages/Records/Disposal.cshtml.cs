using Escalation.Service.Desk;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>A list of what is to go: to look at, and to approve by somebody who did not prepare it. The board's officers have it too, for that.</summary>
internal sealed class DisposalPage(Reception reception, Disposals disposals) : BoardPage(reception)
{
    public const string Sure = "sure";

    public override string Title => List.DoneAt is null ? "Records to dispose of" : "Records that were disposed of";

    public DisposalList List { get; private set; } = null!;

    /// <summary>What stands on it as it is now, once it was carried out.</summary>
    public IReadOnlyList<Head> Gone { get; private set; } = [];

    public IReadOnlyList<(string Sentence, string? Where)> Errors { get; private set; } = [];

    public override bool HasErrors => Errors.Count > 0;

    public string Address => $"{Home}/records/disposals/{List.Id}";

    public bool MayApprove => disposals.MayApprove(List, Visitor, Room);

    public bool IsOnlyOne => !disposals.OthersOf(List.Prepared, Room).Any();

    public IReadOnlyList<string> Others => [.. disposals.OthersOf(List.Prepared, Room)];

    public async Task<IActionResult> OnGetAsync()
    {
        if (List.DoneAt is null) return Page();
        Gone = [.. (await disposals.AllAsync(Room, HttpContext.RequestAborted)).Select(k => k.Head).Where(h => h.Erased?.List == List.Id)];
        return Page();
    }

    /// <summary>Approves it, or throws it away.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (List.DoneAt is not null) return LocalRedirect(Address);
        if (Request.Form["do"] == "discard")
        {
            await disposals.DiscardAsync(Room.Board.Id, List.Id, HttpContext.RequestAborted);
            return LocalRedirect(Visitor.IsBoardOffice ? $"{Home}/records" : Home);
        }

        if (!MayApprove) return NotFound();
        if (Request.Form[Sure] != "yes")
        {
            Errors = [("Tick that you have looked at each of them", $"#{Sure}")];
            return Page();
        }

        await disposals.ApproveAsync(Room, List.Id, Visitor, HttpContext.RequestAborted);
        return LocalRedirect(Address);
    }

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        if (!Visitor.IsBoardOffice && Visitor.Officers.Count == 0) return NotFound();
        if (await disposals.FindAsync(Room.Board.Id, (string)RouteData.Values["list"]!, HttpContext.RequestAborted) is not { } list) return NotFound();
        List = list;
        // Nothing final is done by whoever finds a browser that was left open: a code again.
        return List.DoneAt is not null || !MayApprove || SignedIn.IsFreshAt(Now) ? null : ThenHere("sign-in");
    }
}
