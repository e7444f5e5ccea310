using System.Globalization;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.StillYou;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>One contact: confirmed, away, replaced, or gone.</summary>
internal sealed class ContactPage(Reception reception, BoardRooms rooms, Registrar registrar, Answering answering) : AgencyPage(reception, rooms)
{
    public DirectoryContact Contact => ContactOrNull!;

    // The tab says no name: it stays in the browser's history.
    public override string Title => "A contact";

    public override IReadOnlyList<Question> Questions =>
        [new Day("away-from", "First day away") { Missing = "Enter the first day away" }, new Day("away-to", "Last day away") { Missing = "Enter the last day away" }];

    /// <summary>What they said of themselves and waits for the board office; none if nothing does.</summary>
    public ContactProposal? Proposal { get; private set; }

    public string Proposed => Proposal switch
    {
        { Email: { } email } => $"They ask to be written to at {email}.",
        { Successor: { } next } => $"They say that {next.Name} ({next.Role}) has the post now: {next.Email}{(next.Phone is { } phone ? $", {phone}" : "")}.",
        _ => "",
    };

    public IActionResult OnGet() => Page();

    /// <summary>"So be it."</summary>
    public async Task<IActionResult> OnPostAcceptAsync() => AsSeen() is { } proposal
        ? Answered(await answering.AcceptAsync(Room.Board.Id, Agency.Id, Contact, proposal, HttpContext.RequestAborted))
        : Page();

    /// <summary>"It stays as it is."</summary>
    public async Task<IActionResult> OnPostDeclineAsync()
    {
        if (AsSeen() is not { } proposal) return Page();
        await answering.ForgetAsync(Room.Board.Id, Contact.Id, proposal, HttpContext.RequestAborted);
        return LocalRedirect(AddressOf(Contact));
    }

    /// <summary>"This is still right."</summary>
    public async Task<IActionResult> OnPostConfirmAsync() =>
        Answered(await registrar.ConfirmContactAsync(Room.Board.Id, Agency.Id, Contact.Id, null, HttpContext.RequestAborted));

    /// <summary>"They are away then."</summary>
    public async Task<IActionResult> OnPostAwayAsync()
    {
        if (!Take()) return Page();
        var absence = new Absence(Answers.Day("away-from")!.Value, Answers.Day("away-to")!.Value);
        if (absence.To < absence.From) Form.Tell("away-to", "The last day away must be the same as or after the first");
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

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        Proposal = await answering.FindAsync(Room.Board.Id, Contact.Id, HttpContext.RequestAborted);
        return null;
    }

    /// <summary>What is proposed, if it is still what the form was about; where it is not, that is said.</summary>
    private ContactProposal? AsSeen()
    {
        if (Proposal is { } proposal && proposal.Digest() == Request.Form["seen"]) return proposal;
        Form.Tell(Proposal is null
            ? "What they said has been answered already, or they have taken it back. Nothing was done"
            : "They have said something else since you looked, and nothing was done. This is what they say now");
        return null;
    }

    private async Task<IActionResult> SetAsync(ValueList<Absence> absences) =>
        Answered(await registrar.SetAbsencesAsync(Room.Board.Id, Agency.Id, Contact.Id, absences, null, HttpContext.RequestAborted));

    private IActionResult Answered(Registered<DirectoryAgency> outcome)
    {
        if (outcome is Registered<DirectoryAgency>.Done) return LocalRedirect(AddressOf(Contact));
        TellOf(outcome);
        return Page();
    }
}
