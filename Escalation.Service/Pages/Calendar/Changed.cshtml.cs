using Escalation.Service.Closures;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Calendar;

/// <summary>That the closure days have changed, and how far the open differences have been counted again.</summary>
internal sealed class ChangedPage(Reception reception, ClosureDays closures) : OfficePage(reception)
{
    public override string Title => "The closure days have changed";

    public bool Counting { get; private set; }

    public CountingDone? Last { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        (Counting, Last) = await closures.StateAsync(Room.Board.Id, HttpContext.RequestAborted);
        return Page();
    }
}
