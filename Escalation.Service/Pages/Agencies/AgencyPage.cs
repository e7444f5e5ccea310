using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>A page about one agency of the directory, and perhaps one of its contacts. Where there is none, there is no page.</summary>
internal abstract class AgencyPage(Reception reception, BoardRooms rooms) : OfficeForm(reception)
{
    private DirectoryAgency? agency;

    public DirectoryAgency Agency => agency ?? throw new InvalidOperationException("No agency was looked up.");

    /// <summary>None where the address names none.</summary>
    public DirectoryContact? ContactOrNull { get; private set; }

    /// <summary>Of the agency's paper.</summary>
    public long Edition { get; private set; }

    public string Address => $"{Home}/agencies/{Agency.Id}";

    public string AddressOf(DirectoryContact contact) => $"{Address}/contacts/{contact.Id}";

    public DirectoryWords Words => new(Room, Today);

    protected DateOnly Today => LondonTime.DayOf(Now);

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        if (RouteData.Values["agency"] is not string id) return null;
        // The papers first: an edition that is older than the agency only makes somebody look once more.
        var papers = await rooms.PapersAsync(HttpContext.RequestAborted);
        Edition = papers.TryGetValue((Room.Board.Id, Drawers.Agency, id), out var paper) ? paper.Edition : 0;
        agency = Room.FindAgency(id);
        if (agency is null) return NotFound();
        if (RouteData.Values["contact"] is not string contact) return null;
        ContactOrNull = agency.Contacts.FirstOrDefault(c => c.Id == contact);
        return ContactOrNull is null ? NotFound() : null;
    }
}
