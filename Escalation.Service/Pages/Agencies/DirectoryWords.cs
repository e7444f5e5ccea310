using Escalation.Core.Calendar;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace Escalation.Service.Pages.Agencies;

/// <summary>What stands in a board's directory, and what is to be looked at, in words.</summary>
internal sealed class DirectoryWords(BoardRoom room, DateOnly today)
{
    private readonly IReadOnlyList<EmptyRung> empty = DirectoryCheck.EmptyRungs(room, today);

    private readonly IReadOnlyList<UnconfirmedContact> unconfirmed = DirectoryCheck.Unconfirmed(room, today, room.Board.ConfirmAfterDays);

    private Procedure Procedure => room.InForce.Procedure;

    public int EmptyRungs => empty.Count;

    public int Unconfirmed => unconfirmed.Count;

    public string Sector(string id) => id == Ladders.OutsideBody ? "Holds rungs for others" : Procedure.SectorOf(id)?.Title ?? id;

    public string Stage(string id) => room.Procedures.Select(p => p.FindStage(id)).FirstOrDefault(s => s is not null) is { } stage ? $"{stage.Id}: {stage.Title}" : id;

    /// <summary>All that is to be looked at in an agency; empty if nothing is.</summary>
    public IEnumerable<string> ToLookAt(DirectoryAgency agency)
    {
        foreach (var rung in empty.Where(e => e.Agency == agency.Id)) yield return Empty(rung);
        var old = unconfirmed.Count(u => u.Agency == agency.Id);
        if (old > 0) yield return $"{(old == 1 ? "1 contact" : $"{old} contacts")} not confirmed for more than {room.Board.ConfirmAfterDays} days";
    }

    public IEnumerable<string> EmptyAt(DirectoryAgency agency) => empty.Where(e => e.Agency == agency.Id).Select(Empty);

    public IEnumerable<string> ToLookAt(DirectoryContact contact, DirectoryAgency agency)
    {
        var known = contact.ToContact(agency.Id);
        if (contact.From > today) yield return $"Begins on {DateWords.Of(contact.From)}";
        if (contact.Until < today) yield return "No longer in post";
        if (contact.Absences.FirstOrDefault(a => a.Covers(today)) is { } away) yield return $"Away until {DateWords.Of(away.To)}";
        else if (known.IsInPostOn(today) && contact.Absences.Where(a => a.From > today).MinBy(a => a.From) is { } later) yield return $"Away from {DateWords.Of(later.From)}";
        if (unconfirmed.Any(u => u.Contact == contact.Id)) yield return $"Not confirmed for more than {room.Board.ConfirmAfterDays} days";
    }

    public static string InPost(DirectoryContact contact) =>
        contact.Until is { } until ? $"{DateWords.Of(contact.From)} to {DateWords.Of(until)}" : $"Since {DateWords.Of(contact.From)}";

    public static string Confirmed(DirectoryContact contact) => contact.LastConfirmed is { } day ? DateWords.Of(day) : "Never";

    public static string Deputy(DirectoryContact contact, DirectoryAgency agency) =>
        contact.Deputy is { } deputy ? agency.Contacts.FirstOrDefault(c => c.Id == deputy)?.Name ?? "Nobody" : "Nobody";

    private string Empty(EmptyRung rung) => rung.Because == EmptyBecause.Away
        ? $"Everybody is away at stage {rung.Stage} ({rung.Role}){By(rung)}"
        : $"Nobody is named at stage {rung.Stage} ({rung.Role}){By(rung)}";

    private static string By(EmptyRung rung) => rung.Body is { } body ? $", which {body} holds" : "";
}
