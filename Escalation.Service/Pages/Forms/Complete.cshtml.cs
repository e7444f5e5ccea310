using Escalation.Core.Differences;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Forms;

/// <summary>A form that asks for no signature, read once more and then sent.</summary>
internal sealed class CompletePage(Reception reception, Retention.ReadNotes notes, ILogger<SheetPage> log) : SheetPage(reception, notes, log)
{
    public override string Title => $"Check before you send: {Sheet.Form.Title}";

    public override bool HasErrors => Errors.Count > 0;

    public IReadOnlyList<(string Sentence, string? Where)> Errors { get; private set; } = [];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.Form[SignPage.Edition] != $"{Sheet.Edition}")
        {
            Errors = [($"The form has been changed since you opened it. Read edition {Sheet.Edition} before you send it", "#sheet")];
            return Page();
        }

        // Held to the record that was read here, so that nothing goes out which nobody has seen.
        switch (await AskAsync(new Command.FillForm(Sheet.Form.Id, [], Complete: true), At.ActorFor(null), Opened.State.Version))
        {
            case Reply.Done: return ToSheet("sent");
            case Reply.Overtaken: Errors = [("Something has happened in the difference since. Read the form once more, then send it", "#sheet")]; break;
            case Reply.Refused refused: Errors = [.. refused.Refusals.Select(r => (r.Sentence, (string?)null))]; break;
            default: return NotFound();
        }

        return await AdmitAsync() ?? Page();
    }

    protected override async Task<IActionResult?> AdmitAsync() => await base.AdmitAsync() ?? (Sheet.MayComplete ? null : ToSheet());
}
