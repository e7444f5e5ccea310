using Escalation.Core;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>"This agency is called that, and is of this kind." A new one is added by the same questions.</summary>
internal abstract class AgencyFormPage(Reception reception, BoardRooms rooms, Registrar registrar) : AgencyPage(reception, rooms)
{
    protected abstract string Id { get; }

    protected abstract long SeenEdition { get; }

    public override IReadOnlyList<Question> Questions =>
    [
        new Line("name", "Name of the agency", "organization") { Missing = "Enter the name of the agency" },
        new Choice("sector", "What kind of agency is it?",
            [.. Room.InForce.Procedure.Sectors.Select(s => new Option(s.Id, s.Title)), new Option(Ladders.OutsideBody, "It only acts for other agencies", "The procedure names it as an outside body.")])
        {
            Missing = "Select what kind of agency it is",
        },
        new Prose("domains", "Mail domains whose people may raise a difference for it")
        {
            Hint = "The part after the @ in their work email addresses, one on each line, such as council.example.org. Leave out any that other organisations share.", Rows = 3, Optional = true,
        },
    ];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Take()) return Page();
        var domains = Answers["domains"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToValueList();
        var outcome = await registrar.PutAgencyAsync(Room.Board.Id, Id, Answers["name"], Answers["sector"], domains, SeenEdition, HttpContext.RequestAborted);
        if (outcome is Registered<DirectoryAgency>.Done) return LocalRedirect($"{Home}/agencies/{Id}");
        TellOf(outcome);
        return Page();
    }
}

internal sealed class ChangeAgencyPage(Reception reception, BoardRooms rooms, Registrar registrar) : AgencyFormPage(reception, rooms, registrar)
{
    public override string Title => $"Change {Agency.Name}";

    protected override string Id => Agency.Id;

    protected override long SeenEdition => Seen;

    public IActionResult OnGet()
    {
        Answers.Set("name", Agency.Name);
        Answers.Set("sector", Agency.Sector);
        Answers.Set("domains", string.Join('\n', Agency.Domains));
        return Page();
    }
}

internal sealed class AddAgencyPage(Reception reception, BoardRooms rooms, Registrar registrar) : AgencyFormPage(reception, rooms, registrar)
{
    public override string Title => "Add an agency";

    /// <summary>Made of the name: it stands in addresses and records, and an agency is no person.</summary>
    protected override string Id => Plausible.IdOf(Answers["name"]);

    protected override long SeenEdition => 0;

    public IActionResult OnGet() => Page();
}
