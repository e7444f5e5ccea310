using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Forms;

/// <summary>The form as it is, on paper or in a file.</summary>
internal sealed class PrintPage(Reception reception, Retention.ReadNotes notes, ILogger<SheetPage> log) : SheetPage(reception, notes, log)
{
    public override string Title => $"{Sheet.Form.Title}, {At.Standing.Reference}";

    public IActionResult OnGet() => Page();
}
