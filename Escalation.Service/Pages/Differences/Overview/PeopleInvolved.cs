using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Differences.Record;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Overview;

/// <summary>An agency in the difference and who acts for it now.</summary>
/// <param name="Acts">"Tomos Quarrell, line manager and team manager, 01632 960102"; none once it has ended.</param>
internal sealed record PartyInvolved(string Agency, string Part, string? Acts);

/// <summary>Who is involved, for those who may see them.</summary>
internal static class PeopleInvolved
{
    public static IReadOnlyList<PartyInvolved> Parties(Standpoint at) =>
        [.. at.Standing.Parties.Select(p => new PartyInvolved(at.NameOf(p.Agency), SideWords.Of(p.Side), at.IsOpen ? ActsFor(p, at) : null))];

    public static string NamesOf(Side side, Standpoint at) => at.Standing.Parties.Where(p => p.Side == side).Select(p => at.NameOf(p.Agency)).ToList() switch
    {
        [] => "",
        var names => Sentences.And(names),
    };

    private static string ActsFor(Party party, Standpoint at)
    {
        var s = at.Standing;
        var rung = s.Rungs.FirstOrDefault(r => r.Agency == party.Agency && r.Stage == s.Stage);
        return rung switch
        {
            { Basis: Basis.Nominated } when s.Nominations.LastOrDefault(n => n.Agency == party.Agency && n.Stage == s.Stage) is { } named =>
                $"{named.Contact.Name}, {named.Contact.Role}, named for this difference",
            { Contact: { } id } when at.Room.FindContact(id) is var (contact, agency) =>
                $"{contact.Name}, {rung.Role}{(agency.Id == party.Agency ? "" : $", of {agency.Name}")}{(rung.Basis == Basis.Deputy ? ", as deputy" : "")}{(contact.Phone is { } phone ? $", {phone}" : "")}",
            null or { Basis: Basis.BoardOffice } => $"Nobody is known yet. {at.Procedure.BoardOfficeTitle} holds it until somebody is named.",
            _ => rung.Role,
        };
    }
}
