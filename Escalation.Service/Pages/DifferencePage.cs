using Escalation.Core.Procedures;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages;

/// <summary>A page about one difference. Whoever may not see it is told what they would be told if there were none.</summary>
internal abstract class DifferencePage(Reception reception) : BoardPage(reception)
{
    private Standpoint? at;

    public Standpoint At => at ?? throw new InvalidOperationException("The difference was not opened.");

    public Opened Opened => At.Opened;

    public string Address => $"{Home}/differences/{Opened.Head.Id}";

    public override IReadOnlyList<Prompt> Prompts => at?.Procedure.Prompts ?? base.Prompts;

    // Somebody whom only the record knows, such as a worker who raised it and has left, is let in without being anything to the board.
    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (RoomOrNull is null) return NotFound();
        if (SignedInOrNull is null) return ThenHere("sign-in");
        at = await Reception.StandAsync(Room, SignedIn, (string)RouteData.Values["difference"]!, HttpContext.RequestAborted);
        if (at is null) return VisitorOrNull is null ? ThenHere("sign-in/who") : await LeftOfItAsync();
        VisitorOrNull = at.Visitor;
        return at.Visitor.NeedsName ? ThenHere("sign-in/who") : null;
    }

    // Of an erased one there is a page that says so, for those who could have seen it by their post.
    private async Task<IActionResult> LeftOfItAsync() =>
        await Reception.ErasedAsync(Room, Visitor, (string)RouteData.Values["difference"]!, HttpContext.RequestAborted) is { } head
            ? LocalRedirect($"{Home}/records/erased/{head.Id}")
            : NotFound();
}
