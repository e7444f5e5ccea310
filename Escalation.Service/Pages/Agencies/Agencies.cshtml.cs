using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>"Who works with us, and is it still right?"</summary>
internal sealed class AgenciesPage(Reception reception, BoardRooms rooms) : OfficePage(reception)
{
    public override string Title => "Agencies and contacts";

    public DirectoryWords Words => new(Room, LondonTime.DayOf(Now));

    public IEnumerable<string> EmptyPosts => DirectoryCheck.EmptyPosts(Room).Select(id => Room.InForce.Procedure.TitleOf(new Core.Procedures.Who(id)));

    public Table Agencies
    {
        get
        {
            var words = Words;
            return new("Agencies", ["Agency", "Kind", "Contacts", "To look at"],
            [
                .. Room.Agencies.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => (IReadOnlyList<Cell>)
                    [new Cell(a.Name, $"{Home}/agencies/{a.Id}"), words.Sector(a.Sector), $"{a.Contacts.Count}", string.Join("; ", words.ToLookAt(a)) is { Length: > 0 } look ? look : "Nothing"]),
            ])
            {
                File = $"{Home}/agencies?format=csv",
            };
        }
    }

    /// <summary>Contacts of whom something was said that waits for an answer.</summary>
    public IReadOnlyList<(string Words, string Address)> Proposals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (format == "csv") return Agencies.ToFile("agencies");
        Proposals =
        [
            .. (await rooms.PapersAsync(HttpContext.RequestAborted)).Values.Where(p => p.Board == Room.Board.Id && p.Drawer == Drawers.Proposal)
                .Select(p => Room.FindContact(p.Id)).OfType<(DirectoryContact Contact, DirectoryAgency Agency)>()
                .OrderBy(p => p.Contact.Name, StringComparer.Ordinal)
                .Select(p => ($"{p.Contact.Name}, {p.Agency.Name}", $"{Home}/agencies/{p.Agency.Id}/contacts/{p.Contact.Id}")),
        ];
        return Page();
    }
}
