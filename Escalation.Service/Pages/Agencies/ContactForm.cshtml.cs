using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Directory.Import;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>"She acts for them at this stage, from that day": somebody new, or other particulars of somebody who is there.</summary>
internal abstract class ContactFormPage(Reception reception, BoardRooms rooms) : AgencyPage(reception, rooms)
{
    private const string Nobody = "nobody";

    public override IReadOnlyList<Question> Questions =>
    [
        new Line("name", "Name", "off") { Missing = "Enter the name" },
        new Line("role", "Role", "off") { Missing = "Enter the role", Hint = "For example team manager." },
        new Line("email", "Work email", "off") { Missing = "Enter the work email", IsEmail = true },
        new Line("phone", "Work telephone", "off") { Optional = true, Width = "20" },
        new Choice("stage", "At which stage do they act?", [.. Room.InForce.Procedure.Stages.Select(s => new Option(s.Id, $"{s.Id}: {s.Title}"))]) { Missing = "Select the stage" },
        new Day("from", "First day in post") { Missing = "Enter the first day in post" },
        new Day("until", "Last day in post") { Optional = true },
        new Choice("deputy", "Who stands in while they are away?", [new Option(Nobody, "Nobody"), .. Others.Select(c => new Option(c.Id, $"{c.Name}, {c.Role}"))]) { Missing = "Select who stands in" },
    ];

    /// <summary>Who can stand in: somebody else of the agency who has not left.</summary>
    private IEnumerable<DirectoryContact> Others => Agency.Contacts.Where(c => c.Id != ContactOrNull?.Id && !(c.Until < Today));

    protected string? Deputy => Answers["deputy"] == Nobody ? null : Answers.OrNull("deputy");

    protected void Fill(DirectoryContact contact)
    {
        Answers.Set("name", contact.Name);
        Answers.Set("role", contact.Role);
        Answers.Set("email", contact.Email);
        Answers.Set("phone", contact.Phone ?? "");
        Answers.Set("stage", contact.Stage);
        Set("from", contact.From);
        if (contact.Until is { } until) Set("until", until);
        Answers.Set("deputy", contact.Deputy is { } deputy && Others.Any(o => o.Id == deputy) ? deputy : Nobody);
    }

    protected void Set(string question, DateOnly day) => Answers.Set(question, $"{day.Day}/{day.Month}/{day.Year}");

    /// <summary>Somebody new by the answers. Their id does not show the address that it is made of.</summary>
    protected DirectoryContact Newcomer() => new(
        ContactId.Derived(Agency.Id, Answers["stage"], Answers["email"]), Answers["stage"], Answers["name"], Answers["role"], Answers["email"], Answers.Day("from")!.Value,
        Answers.OrNull("phone"), Answers.Day("until"), Deputy: Deputy);

    /// <summary>Refuses an address that stands at the stage already: it would take that one's place.</summary>
    protected bool IsNew(DirectoryContact newcomer)
    {
        if (Agency.Contacts.All(c => c.Id != newcomer.Id)) return true;
        Form.Tell("email", $"{Agency.Contacts.First(c => c.Id == newcomer.Id).Name} is at that stage with this address already. Change that contact, or give another address");
        return false;
    }

    protected IActionResult Answered(Registered<DirectoryAgency> outcome, string to)
    {
        if (outcome is Registered<DirectoryAgency>.Done) return LocalRedirect(to);
        TellOf(outcome);
        return Page();
    }
}

internal sealed class AddContactPage(Reception reception, BoardRooms rooms, Registrar registrar) : ContactFormPage(reception, rooms)
{
    public override string Title => $"Add a contact to {Agency.Name}";

    public IActionResult OnGet()
    {
        Set("from", Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Take() || Newcomer() is var newcomer && !IsNew(newcomer)) return Page();
        return Answered(await registrar.PutContactAsync(Room.Board.Id, Agency.Id, newcomer, Seen, HttpContext.RequestAborted), AddressOf(newcomer));
    }
}

internal sealed class ChangeContactPage(Reception reception, BoardRooms rooms, Registrar registrar) : ContactFormPage(reception, rooms)
{
    public override string Title => "Change a contact";

    public IActionResult OnGet()
    {
        Fill(ContactOrNull!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Take()) return Page();
        var (before, said) = (ContactOrNull!, Newcomer());
        // Whoever was confirmed under another address was not confirmed under this one.
        var same = string.Equals(before.Email, said.Email, StringComparison.OrdinalIgnoreCase) && before.Name == said.Name;
        var after = said with { Id = before.Id, Absences = before.Absences, LastConfirmed = same ? before.LastConfirmed : null };
        return Answered(await registrar.PutContactAsync(Room.Board.Id, Agency.Id, after, Seen, HttpContext.RequestAborted), AddressOf(before));
    }
}

internal sealed class ReplaceContactPage(Reception reception, BoardRooms rooms, Registrar registrar) : ContactFormPage(reception, rooms)
{
    public override string Title => "Name somebody else";

    public string[] Intro => [$"In the place of {ContactOrNull!.Name} ({Words.Stage(ContactOrNull.Stage)}), whose last day is the one before the first day of whoever comes after them."];

    public IActionResult OnGet()
    {
        Answers.Set("role", ContactOrNull!.Role);
        Answers.Set("stage", ContactOrNull.Stage);
        Set("from", Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Take() || Newcomer() is var newcomer && !IsNew(newcomer)) return Page();
        return Answered(await registrar.ReplaceContactAsync(Room.Board.Id, Agency.Id, ContactOrNull!.Id, newcomer, Seen, HttpContext.RequestAborted), AddressOf(newcomer));
    }
}
