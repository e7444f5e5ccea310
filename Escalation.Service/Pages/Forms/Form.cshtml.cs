using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Forms;

/// <summary>A form as a list of what is to be filled in and signed.</summary>
internal sealed class TasksPage(Reception reception, Retention.ReadNotes notes, ILogger<SheetPage> log) : SheetPage(reception, notes, log)
{
    public override string Title => Sheet.Form.Title;

    /// <summary>What the person has just done, in a sentence; none where they have done nothing.</summary>
    public string? JustDone => Request.Query["done"].ToString() switch
    {
        "saved" => "What you entered has been saved.",
        "signed" => Sheet.CompletedAt is null ? "Your signature is on the form. Others are still to sign." : "Your signature is on the form, and the form is complete.",
        "sent" => "The form has been sent.",
        _ => null,
    };

    public IActionResult OnGet() => Page();
}
