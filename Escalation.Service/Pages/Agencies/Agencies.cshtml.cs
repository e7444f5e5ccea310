using Escalation.Core.Calendar;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>"Who works with us, and is it still right?"</summary>
internal sealed class AgenciesPage(Reception reception) : OfficePage(reception)
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

    public IActionResult OnGet(string? format) => format == "csv" ? Agencies.ToFile("agencies") : Page();
}
