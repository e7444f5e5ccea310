using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>Where a notice goes.</summary>
/// <param name="Email">None if not even the board office has an address.</param>
/// <param name="To">Whom the notice is for, also where the board office gets it instead.</param>
/// <param name="Contact">The directory's id of the contact whose address it is; none if the address is from elsewhere.</param>
/// <param name="InPlaceOf">Whom nobody could be found for, so that the board office gets it instead; none if it goes to whom it is for.</param>
public sealed record Addressee(string? Email, Recipient To, string? Contact = null, string? InPlaceOf = null)
{
    internal static Addressee Of(Recipient to, Opened opened, BoardRoom room, DateTimeOffset now)
    {
        var (email, contact) = to switch
        {
            Recipient.Rung rung => OfRung(rung, opened, room, now),
            Recipient.TheRaiser => (opened.Standing.Raiser.Email, null),
            Recipient.Supporter supporter => (opened.Standing.Supporters.FirstOrDefault(s => s.Id == supporter.Id)?.Supporter.Email, null),
            Recipient.Officer officer => (OfOfficer(officer.Id, room), null),
            _ => throw new InvalidOperationException($"No address for {to.GetType().Name}."),
        };
        if (!string.IsNullOrWhiteSpace(email)) return new Addressee(email, to, contact);
        return new Addressee(string.IsNullOrWhiteSpace(room.Board.Office.Email) ? null : room.Board.Office.Email, to, InPlaceOf: Titled(to, opened, room));
    }

    /// <summary>The post or place that is meant, never a name: "County Trust (Discussing the concern)".</summary>
    internal static string Titled(Recipient to, Opened opened, BoardRoom room) => to switch
    {
        Recipient.Rung rung => $"{room.FindAgency(rung.Agency)?.Name ?? rung.Agency} ({StageTitle(rung.Stage, opened)})",
        Recipient.TheRaiser => "the worker who raised it",
        Recipient.Supporter => "a supporter of the worker who raised it",
        Recipient.Officer officer => opened.Terms.Procedure.TitleOf(new Who(officer.Id)),
        _ => throw new InvalidOperationException($"No title for {to.GetType().Name}."),
    };

    private static (string? Email, string? Contact) OfRung(Recipient.Rung rung, Opened opened, BoardRoom room, DateTimeOffset now)
    {
        var s = opened.Standing;
        // The record names who holds the rungs of the present stage. A stage that was left is asked about as it is today.
        var holder = s.Rungs.FirstOrDefault(r => r.Agency == rung.Agency && r.Stage == rung.Stage);
        var nominated = s.Nominations.FirstOrDefault(n => n.Agency == rung.Agency && n.Stage == rung.Stage)?.Contact.Email;
        if (holder is { Basis: Basis.Nominated } or null && nominated is not null) return (nominated, null);
        var known = Known(holder, room);
        return known.Email is null ? Known(HolderToday(rung, opened, room, now), room) : known;
    }

    // Also where somebody has left the directory since: their successor gets it, not the board office.
    private static RungHolder? HolderToday(Recipient.Rung rung, Opened opened, BoardRoom room, DateTimeOffset now) =>
        opened.Standing.PartyOf(rung.Agency) is { } party
            ? room.Contacts.HolderOf(party, rung.Stage, opened.Terms.Procedure, LondonTime.DayOf(now))
            : null;

    private static (string? Email, string? Contact) Known(RungHolder? holder, BoardRoom room) =>
        holder?.Contact is { } contact && room.FindContact(contact) is var (found, _) ? (found.Email, contact) : (null, null);

    private static string? OfOfficer(string officer, BoardRoom room) => officer == Who.BoardOffice.Name
        ? room.Board.Office.Email
        : room.Board.Officers.FirstOrDefault(o => o.Officer == officer)?.Reach.Email;

    private static string StageTitle(string stage, Opened opened) => opened.Terms.Procedure.FindStage(stage)?.Title ?? stage;
}
