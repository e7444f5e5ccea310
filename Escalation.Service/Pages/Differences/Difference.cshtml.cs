using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Differences;

/// <summary>One difference: where it stands, what the person can do about it now, and what happened so far.</summary>
internal sealed class OnePage(Reception reception, JourneyBook book) : DifferencePage(reception)
{
    public override string Title => At.Standing.Reference;

    public IEnumerable<Journey> Offered => book.OfferedTo(At);

    public IActionResult OnGet() => Page();
}
