using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Core.Notices;

/// <summary>Turns the sides, posts and people that a rule names into recipients.</summary>
internal static class Addressing
{
    private static readonly Recipient Raiser = new Recipient.TheRaiser();

    public static IEnumerable<Recipient> ToBoardOffice { get; } = [new Recipient.Officer(Who.BoardOffice.Name)];

    public static IEnumerable<Recipient> To(Who who, Standing s) => who switch
    {
        { IsSide: true } => s.PartiesAmong(who).Select(p => new Recipient.Rung(p.Agency, who.AtStage ?? s.Stage)),
        { Name: "raiser" } => ToRaiser(s),
        _ => [new Recipient.Officer(who.Name)],
    };

    public static IEnumerable<Recipient> To(IEnumerable<Who> whos, Standing s) => whos.SelectMany(who => To(who, s)).Distinct();

    /// <summary>The worker who raised it and those who stand by them: what one is told, the others are.</summary>
    public static IEnumerable<Recipient> ToRaiser(Standing s) => s.Supporters.Select(added => (Recipient)new Recipient.Supporter(added.Id)).Prepend(Raiser);

    public static IEnumerable<Recipient> ToEverybody(Standing s) => To(Who.EveryParty, s).Concat(ToRaiser(s));

    /// <summary>Everybody but the agency that did it. The worker who raised it hears of it all the same.</summary>
    public static IEnumerable<Recipient> ToTheOthers(Actor by, Standing s) =>
        ToEverybody(s).Where(r => r is not Recipient.Rung rung || rung.Agency != by.AgencyOrNull);

    public static IEnumerable<Recipient> ToAgency(string agency, Standing s) => [new Recipient.Rung(agency, s.Stage)];

    /// <summary>Those who can name an agency's next contact: its people at the stage before, its raiser, and the board office.</summary>
    public static IEnumerable<Recipient> ToPeopleInHand(string agency, Standing s)
    {
        if (s.StagesVisited.Count > 1) yield return new Recipient.Rung(agency, s.StagesVisited[^2]);
        if (s.PartyOf(agency)?.Side == Side.Raising) yield return Raiser;
        foreach (var office in ToBoardOffice) yield return office;
    }
}
