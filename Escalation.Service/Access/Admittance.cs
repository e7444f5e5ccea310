using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Access;

/// <summary>
/// Who may see a difference, and for whom they may act in it. What they may do there is the rules' to say. That somebody works for a party
/// lets nobody in: it is theirs who raised it, who stand by them, who are named to act, and the board's.
/// </summary>
public static class Admittance
{
    /// <summary>All that the visitor is to the difference. Where it is nothing, the difference looks to them like one that does not exist.</summary>
    /// <param name="today">In London.</param>
    public static ValueList<Place> Of(Visitor visitor, Opened opened, BoardRoom room, DateOnly today)
    {
        if (visitor.Board != opened.Head.Board) return [];
        return ByAddress(visitor, opened.Standing)
            .Concat(ByRung(visitor, opened.Standing, room, today).Select(agency => new Place.Contact(agency)))
            .Concat(ByPost(visitor, opened))
            .Distinct().ToValueList();
    }

    public static bool MaySee(Visitor visitor, Opened opened, BoardRoom room, DateOnly today) => Of(visitor, opened, room, today).Count > 0;

    /// <summary>Whether they may act for that agency in the difference.</summary>
    public static bool MayActFor(string agency, Visitor visitor, Opened opened, BoardRoom room, DateOnly today) =>
        Of(visitor, opened, room, today).Any(p => p.ActsFor == agency);

    /// <summary>Whether they may raise a difference for their agency: its practitioners, and contacts while they are in post.</summary>
    public static bool MayRaise(Visitor visitor, BoardRoom room, DateOnly today) => visitor.Agency is { } agency && room.FindAgency(agency) is not null
        && (visitor.Contacts.Count == 0 || visitor.Contacts.Any(id => IsInPost(id, room, today)));

    private static IEnumerable<Place> ByAddress(Visitor visitor, Standing s)
    {
        if (Visitors.Same(s.Raiser.Email, visitor.Email)) yield return new Place.Raiser(s.Parties.First(p => p.Side == Side.Raising).Agency);
        foreach (var nomination in s.Nominations.Where(n => Visitors.Same(n.Contact.Email, visitor.Email)))
            yield return new Place.Nominated(nomination.Agency);
        if (s.Supporters.Any(p => Visitors.Same(p.Supporter.Email, visitor.Email))) yield return new Place.Supporter();
    }

    /// <summary>The parties at one of whose rungs they stand: by the directory today, or by the record.</summary>
    private static IEnumerable<string> ByRung(Visitor visitor, Standing s, BoardRoom room, DateOnly today)
    {
        var inPost = visitor.Contacts.Any(id => IsInPost(id, room, today));
        // Screened out when it was raised, it never reached the agency that would have been challenged.
        var reached = s.Parties.Where(p => s.Stage.Length > 0 || p.Side == Side.Raising).Select(p => p.Agency);
        return reached.Where(agency => (inPost && visitor.Agency == agency)
            || s.Rungs.Any(r => r.Agency == agency && r.Contact is { } contact && visitor.Contacts.Contains(contact)));
    }

    private static IEnumerable<Place> ByPost(Visitor visitor, Opened opened)
    {
        if (visitor.IsBoardOffice) yield return new Place.BoardOffice();
        foreach (var officer in visitor.Officers.Intersect(OfficersInvolved.In(opened))) yield return new Place.Officer(officer);
    }

    private static bool IsInPost(string contact, BoardRoom room, DateOnly today) =>
        room.FindContact(contact) is var (found, agency) && found.ToContact(agency.Id).IsInPostOn(today);
}
