using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;

namespace Escalation.Service.Directory;

/// <summary>What is missing from a board's directory on a day: it stands in the overdue report, so that no clock is wasted on an empty rung.</summary>
public static class DirectoryCheck
{
    /// <summary>Rungs that the board office would have to hold, by the procedure in force.</summary>
    public static IReadOnlyList<EmptyRung> EmptyRungs(BoardRoom room, DateOnly day) => EmptyRungs(room, room.InForce.Procedure, day);

    /// <summary>Those of one agency.</summary>
    public static IReadOnlyList<EmptyRung> EmptyRungs(BoardRoom room, string agency, DateOnly day) =>
        room.FindAgency(agency) is { } found ? [.. EmptyRungs(room, room.InForce.Procedure, found, day)] : [];

    public static IReadOnlyList<EmptyRung> EmptyRungs(BoardRoom room, Procedure procedure, DateOnly day) =>
        [.. room.Agencies.SelectMany(a => EmptyRungs(room, procedure, a, day))];

    /// <summary>Contacts in post whom nobody has confirmed for longer than that many days; one who is new counts from the first day.</summary>
    public static IReadOnlyList<UnconfirmedContact> Unconfirmed(BoardRoom room, DateOnly day, int days) =>
    [
        .. from agency in room.Agencies
           from contact in agency.Contacts
           where contact.ToContact(agency.Id).IsInPostOn(day)
           let since = contact.LastConfirmed is { } confirmed && confirmed > contact.From ? confirmed : contact.From
           where day.DayNumber - since.DayNumber > days
           select new UnconfirmedContact(agency.Id, contact.Id, contact.Stage, since),
    ];

    /// <summary>Posts of the procedure in force for which the board has given nobody.</summary>
    public static IReadOnlyList<string> EmptyPosts(BoardRoom room) =>
        [.. room.InForce.Procedure.Officers.Select(o => o.Id).Except(room.Board.Officers.Select(o => o.Officer))];

    private static IEnumerable<EmptyRung> EmptyRungs(BoardRoom room, Procedure procedure, DirectoryAgency agency, DateOnly day)
    {
        // A body that is no party itself has no ladder; who holds its rungs is asked for each agency that it holds them for.
        if (agency.Sector == Ladders.OutsideBody && procedure.Sectors.All(s => s.Id != agency.Sector)) return [];
        var party = new Party(agency.Id, agency.Sector, Side.Involved);
        return
            from stage in procedure.Stages
            let rung = procedure.SectorOf(agency.Sector)?.RungAt(stage.Id)
            where rung is not null
            let holder = room.Contacts.HolderOf(party, stage.Id, procedure, day)
            where holder.Basis == Basis.BoardOffice
            select new EmptyRung(agency.Id, stage.Id, rung.Role, rung.Body, WhyOf(agency, stage.Id, day));
    }

    private static EmptyBecause WhyOf(DirectoryAgency agency, string stage, DateOnly day) =>
        agency.Contacts.Where(c => c.Stage == stage).Any(c => c.ToContact(agency.Id).IsInPostOn(day)) ? EmptyBecause.Away : EmptyBecause.NobodyNamed;
}

/// <summary>A rung that nobody holds.</summary>
/// <param name="Body">The outside body or proxy agency that should hold it, where one should.</param>
public sealed record EmptyRung(string Agency, string Stage, string Role, string? Body, EmptyBecause Because);

public enum EmptyBecause
{
    /// <summary>Nobody is in post.</summary>
    NobodyNamed,

    /// <summary>Everybody in post is away, and so are their deputies, if they have any.</summary>
    Away,
}

/// <param name="Since">The day of the last confirmation, or the first day in post.</param>
public sealed record UnconfirmedContact(string Agency, string Contact, string Stage, DateOnly Since);
