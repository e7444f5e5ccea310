using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>Who acts in a walk: mostly the right one for what is asked, now and then anybody.</summary>
internal sealed class Cast(Chance chance, Procedure procedure, Town town)
{
    public static readonly Actor Office = new Actor.Officeholder("Olive Office", "board-office");

    public Actor Anybody() => chance.Below(6) switch
    {
        0 => Office,
        1 => new Actor.Officeholder("Otto Officer", procedure.Officers.Count > 0 ? chance.Of(procedure.Officers).Id : "nobody"),
        2 => chance.Of(Actor.Post, Actor.Clock, new Actor.TheService("calendar")),
        _ => Of(chance.Of(town.Agencies).Id),
    };

    public Actor Of(string agency) => new Actor.Worker(
        $"{chance.Of("Ann", "Ben", "Cem")} of {agency}", "manager", agency, chance.OneIn(10) ? "their director" : null);

    public Actor Party(Standing s) => Of(chance.Of(s.Parties).Agency);

    /// <summary>A party, or now and then the board's own people.</summary>
    public Actor PartyOrOfficer(Standing s) => chance.OneIn(6) ? Office : Party(s);

    public Actor Of(Standing s, Side side) => Of(chance.Of([.. s.Parties.Where(p => p.Side == side)]).Agency);

    /// <summary>One of those whom the procedure means.</summary>
    public Actor Of(Standing s, Who who) => who switch
    {
        { IsSide: true } => Of(chance.Of([.. s.PartiesAmong(who)]).Agency),
        { Name: "raiser" } => Of(s, Side.Raising),
        { Name: "board-office" } => Office,
        _ => chance.OneIn(2)
            ? new Actor.Officeholder("Otto Officer", who.Name)
            : new Actor.Officeholder("Olive Office", "board-office", OnBehalfOf: who.Name),
    };
}
