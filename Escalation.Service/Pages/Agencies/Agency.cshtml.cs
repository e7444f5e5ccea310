using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.Pages.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>"Who acts for this agency, at which stage?"</summary>
internal sealed class OneAgencyPage(Reception reception, BoardRooms rooms, AgencyRemoval removal) : AgencyPage(reception, rooms)
{
    public override string Title => Agency.Name;

    public override IReadOnlyList<Question> Questions => [];

    public Table Contacts
    {
        get
        {
            var words = Words;
            return new("Contacts", ["Who", "Stage", "In post", "Last confirmed", "Deputy", "To look at"],
            [
                .. Agency.Contacts.OrderBy(c => c.Stage, StringComparer.Ordinal).ThenBy(c => c.From).Select(c => (IReadOnlyList<Cell>)
                [
                    new Cell($"{c.Name}, {c.Role}", AddressOf(c)), words.Stage(c.Stage), DirectoryWords.InPost(c), DirectoryWords.Confirmed(c),
                    DirectoryWords.Deputy(c, Agency), string.Join("; ", words.ToLookAt(c, Agency)) is { Length: > 0 } look ? look : "Nothing",
                ]),
            ])
            {
                File = $"{Address}?format=csv",
            };
        }
    }

    public IActionResult OnGet(string? format) => format == "csv" ? Contacts.ToFile($"contacts-{Agency.Id}") : Page();

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var outcome = await removal.RemoveAsync(Room.Board.Id, Agency.Id, Seen, HttpContext.RequestAborted);
        if (outcome is Registered<DirectoryAgency>.Done) return LocalRedirect($"{Home}/agencies");
        TellOf(outcome);
        return Page();
    }
}
