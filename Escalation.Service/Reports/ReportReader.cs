using Escalation.Core.Calendar;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace Escalation.Service.Reports;

/// <summary>Somebody who gets a report.</summary>
/// <param name="Id">The post or the contact, never a person: what the letter's id is made of, and what is kept of having sent it.</param>
/// <param name="Agency">Whose part they get; all of the board if none.</param>
internal sealed record ReportReader(string Id, string Email, string? Agency)
{
    /// <summary>
    /// The board office and whoever else the procedure in force names get the whole. An agency's part goes to its contacts at the stage that the
    /// board has chosen; where it has nobody there, or the board has not chosen, at the highest stage at which it has somebody: they are the ones
    /// who can move others. In the place of whoever is away it goes to their deputy, if there is one.
    /// </summary>
    public static IReadOnlyList<ReportReader> Of(BoardRoom room, DateTimeOffset now)
    {
        var settings = room.Board.OverdueReport ?? ReportSettings.Usual;
        if (settings.To == ReportTo.Nobody) return [];
        var today = LondonTime.DayOf(now);
        var board = OfBoard(room);
        return settings.To == ReportTo.Board ? board : [.. board, .. room.Agencies.SelectMany(a => OfAgency(a, room, settings.Stage, today))];
    }

    private static IReadOnlyList<ReportReader> OfBoard(BoardRoom room)
    {
        var named = room.InForce.Procedure.Reporting?.To ?? [];
        var officers = room.Board.Officers.Where(o => named.Contains(new Who(o.Officer)));
        return
        [
            .. officers.Select(o => (Id: o.Officer, o.Reach.Email)).Prepend((Id: Who.BoardOffice.Name, room.Board.Office.Email))
                .Where(o => !string.IsNullOrWhiteSpace(o.Email)).DistinctBy(o => o.Email.Trim(), StringComparer.OrdinalIgnoreCase)
                .Select(o => new ReportReader($"post/{o.Id}", o.Email, null)),
        ];
    }

    private static IEnumerable<ReportReader> OfAgency(DirectoryAgency agency, BoardRoom room, string? chosen, DateOnly today)
    {
        var stages = room.InForce.Procedure.Stages.Select(s => s.Id).Append(chosen).OfType<string>().Reverse().Distinct();
        var contacts = stages.Select(stage => ThereAt(stage, agency, today)).FirstOrDefault(found => found.Count > 0) ?? [];
        return contacts.DistinctBy(c => c.Email, StringComparer.OrdinalIgnoreCase).Select(c => new ReportReader($"contact/{c.Id}", c.Email, agency.Id));
    }

    private static List<DirectoryContact> ThereAt(string stage, DirectoryAgency agency, DateOnly today)
    {
        return [.. agency.Contacts.Where(c => c.Stage == stage && c.ToContact(agency.Id).IsInPostOn(today)).Select(InTheirPlace).OfType<DirectoryContact>()];

        DirectoryContact? InTheirPlace(DirectoryContact contact) =>
            IsThere(contact) ? contact : agency.Contacts.FirstOrDefault(c => c.Id == contact.Deputy && IsThere(c));

        bool IsThere(DirectoryContact contact) => contact.ToContact(agency.Id).IsThereOn(today);
    }
}
