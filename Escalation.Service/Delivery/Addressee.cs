using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>Where a notice goes.</summary>
/// <param name="Email">None if not even the board office has an address.</param>
/// <param name="InPlaceOf">Whom nobody could be found for, so that the board office gets it instead; none if it goes to whom it is for.</param>
internal sealed record Addressee(string? Email, string? InPlaceOf = null)
{
    public static Addressee Of(Recipient to, Opened opened, BoardRoom room, DateTimeOffset now)
    {
        var email = to switch
        {
            Recipient.Rung rung => OfRung(rung, opened, room, now),
            Recipient.TheRaiser => opened.Standing.Raiser.Email,
            Recipient.Supporter supporter => opened.Standing.Supporters.FirstOrDefault(s => s.Id == supporter.Id)?.Supporter.Email,
            Recipient.Officer officer => OfOfficer(officer.Id, room),
            _ => throw new InvalidOperationException($"No address for {to.GetType().Name}."),
        };
        if (!string.IsNullOrWhiteSpace(email)) return new Addressee(email);
        return new Addressee(string.IsNullOrWhiteSpace(room.Board.Office.Email) ? null : room.Board.Office.Email, Titled(to, opened, room));
    }

    private static string? OfRung(Recipient.Rung rung, Opened opened, BoardRoom room, DateTimeOffset now)
    {
        var s = opened.Standing;
        // The record names who holds the rungs of the present stage. A stage that was left is asked about as it is today.
        var holder = s.Rungs.FirstOrDefault(r => r.Agency == rung.Agency && r.Stage == rung.Stage);
        var nominated = s.Nominations.FirstOrDefault(n => n.Agency == rung.Agency && n.Stage == rung.Stage)?.Contact.Email;
        if (holder is { Basis: Basis.Nominated } or null && nominated is not null) return nominated;
        return EmailOf(holder, room) ?? EmailOf(HolderToday(rung, opened, room, now), room);
    }

    // Also where somebody has left the directory since: their successor gets it, not the board office.
    private static RungHolder? HolderToday(Recipient.Rung rung, Opened opened, BoardRoom room, DateTimeOffset now) =>
        opened.Standing.PartyOf(rung.Agency) is { } party
            ? room.Contacts.HolderOf(party, rung.Stage, opened.Terms.Procedure, LondonTime.DayOf(now))
            : null;

    private static string? EmailOf(RungHolder? holder, BoardRoom room) =>
        holder?.Contact is { } contact ? room.FindContact(contact)?.Contact.Email : null;

    private static string? OfOfficer(string officer, BoardRoom room) => officer == Who.BoardOffice.Name
        ? room.Board.Office.Email
        : room.Board.Officers.FirstOrDefault(o => o.Officer == officer)?.Reach.Email;

    private static string Titled(Recipient to, Opened opened, BoardRoom room) => to switch
    {
        Recipient.Rung rung => $"{room.FindAgency(rung.Agency)?.Name ?? rung.Agency} ({StageTitle(rung.Stage, opened)})",
        Recipient.TheRaiser => "the worker who raised it",
        Recipient.Supporter => "a supporter of the worker who raised it",
        Recipient.Officer officer => opened.Terms.Procedure.Officers.FirstOrDefault(o => o.Id == officer.Id)?.Title ?? officer.Id,
        _ => throw new InvalidOperationException($"No title for {to.GetType().Name}."),
    };

    private static string StageTitle(string stage, Opened opened) => opened.Terms.Procedure.FindStage(stage)?.Title ?? stage;
}
