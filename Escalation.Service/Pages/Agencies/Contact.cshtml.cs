using System.Globalization;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>One contact: confirmed, away, replaced, or gone.</summary>
internal sealed class ContactPage(Reception reception, BoardRooms rooms, Registrar registrar) : AgencyPage(reception, rooms)
{
    public DirectoryContact Contact => ContactOrNull!;

    // The tab says no name: it stays in the browser's history.
    public override string Title => "A contact";

    public override IReadOnlyList<Question> Questions =>
        [new Day("away-from", "First day away") { Missing = "Enter the first day away" }, new Day("away-to", "Last day away") { Missing = "Enter the last day away" }];

    public IActionResult OnGet() => Page();

    /// <summary>"This is still right."</summary>
    public async Task<IActionResult> OnPostConfirmAsync() =>
        Answered(await registrar.ConfirmContactAsync(Room.Board.Id, Agency.Id, Contact.Id, null, HttpContext.RequestAborted));

    /// <summary>"They are away then."</summary>
    public async Task<IActionResult> OnPostAwayAsync()
    {
        if (!Take()) return Page();
        var absence = new Absence(Answers.Day("away-from")!.Value, Answers.Day("away-to")!.Value);
        if (absence.To < absence.From) Tell("away-to", "The last day away must be the same as or after the first");
        return HasErrors ? Page() : await SetAsync(Contact.Absences.With(absence).Distinct().OrderBy(a => a.From).ToValueList());
    }

    /// <summary>"They are there after all."</summary>
    public Task<IActionResult> OnPostBackAsync() =>
        SetAsync(Contact.Absences.Without(a => a.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == Request.Form["from"]));

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var outcome = await registrar.RemoveContactAsync(Room.Board.Id, Agency.Id, Contact.Id, null, HttpContext.RequestAborted);
        return outcome is Registered<DirectoryAgency>.Done ? LocalRedirect(Address) : Answered(outcome);
    }

    public static string InWords(Absence absence) => $"{DateWords.Of(absence.From)} to {DateWords.Of(absence.To)}";

    private async Task<IActionResult> SetAsync(ValueList<Absence> absences) =>
        Answered(await registrar.SetAbsencesAsync(Room.Board.Id, Agency.Id, Contact.Id, absences, null, HttpContext.RequestAborted));

    private IActionResult Answered(Registered<DirectoryAgency> outcome)
    {
        if (outcome is Registered<DirectoryAgency>.Done) return LocalRedirect(AddressOf(Contact));
        TellOf(outcome);
        return Page();
    }
}
