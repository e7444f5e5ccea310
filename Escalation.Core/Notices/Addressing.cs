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
        // Screened out when it was raised, it never reached the agency that would have been challenged.
        { IsSide: true } when s.Stage.Length == 0 => [],
        { IsSide: true } => s.PartiesAmong(who).Select(p => new Recipient.Rung(p.Agency, who.AtStage ?? s.Stage)),
        { Name: "raiser" } => ToRaiser(s),
        _ => [new Recipient.Officer(who.Name)],
    };

    public static IEnumerable<Recipient> To(IEnumerable<Who> whos, Standing s) => whos.SelectMany(who => To(who, s));

    /// <summary>The worker who raised it and those who stand by them: what one is told, the others are.</summary>
    public static IEnumerable<Recipient> ToRaiser(Standing s) => s.Supporters.Select(added => (Recipient)new Recipient.Supporter(added.Id)).Prepend(Raiser);

    public static IEnumerable<Recipient> ToEverybody(Standing s) => To(Who.EveryParty, s).Concat(ToRaiser(s));

    /// <summary>Everybody but the agency that did it.</summary>
    public static IEnumerable<Recipient> ToTheOthers(Actor by, Standing s) => ToEverybody(s).LessThoseOf(by);

    /// <summary>Less the agency or officers that did it. The worker who raised it hears of it all the same.</summary>
    public static IEnumerable<Recipient> LessThoseOf(this IEnumerable<Recipient> to, Actor by) => to.Where(r => r switch
    {
        Recipient.Rung rung => rung.Agency != by.AgencyOrNull,
        Recipient.Officer officer => !by.Officers.Contains(officer.Id),
        _ => true,
    });

    public static IEnumerable<Recipient> ToAgency(string agency, Standing s) => [new Recipient.Rung(agency, s.Stage)];

    /// <summary>Those who can name an agency's next contact: its people at the stage before, its raiser, and the board office.</summary>
    public static IEnumerable<Recipient> ToPeopleInHand(string agency, Standing s)
    {
        if (s.StagesVisited.Count > 1) yield return new Recipient.Rung(agency, s.StagesVisited[^2]);
        if (s.PartyOf(agency)?.Side == Side.Raising)
            foreach (var raiser in ToRaiser(s)) yield return raiser;
        foreach (var office in ToBoardOffice) yield return office;
    }
}
