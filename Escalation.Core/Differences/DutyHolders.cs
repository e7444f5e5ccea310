using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>Who has the next act, until when.</summary>
public static class DutyHolders
{
    /// <summary>Never empty while the difference is open: where nobody was found, the board office holds the duty.</summary>
    public static IReadOnlyList<DutyHolder> Of(Difference.Open open, Procedure procedure) =>
        [.. Named(open.Standing).SelectMany(who => Of(who, open.Standing, procedure)).Distinct()];

    /// <summary>The side or officer with the next act: of the deadline that is over first, else whoever is chased.</summary>
    public static Who? Whose(Standing s) => s.PendingAtStage.MinBy(d => d.DueAt)?.Set.Holder ?? s.Chase?.Holder;

    /// <summary>When the next act is due: a deadline of the stage, else the next reminder.</summary>
    public static DateTimeOffset? Until(Standing s) => s.PendingAtStage.Min(d => d.DueAt) ?? s.Chase?.DueAt;

    // Whoever has the next act has it; what was disowned is the board office's to answer all the while.
    private static IEnumerable<Who> Named(Standing s) => (Whose(s) is { } who ? [who] : Enumerable.Empty<Who>()).Concat(s.Disowned.Any() ? [Who.BoardOffice] : []);

    public static IReadOnlyList<DutyHolder> Of(Who who, Standing s, Procedure procedure) => who switch
    {
        { IsSide: true } => [.. s.PartiesAmong(who).Select(p => HolderOf(p, who.AtStage ?? s.Stage, s, procedure))],
        { Name: "raiser" } => [new DutyHolder(s.Raiser.Role, s.Parties.First(p => p.Side == Side.Raising).Agency)],
        _ => [new DutyHolder(procedure.TitleOf(who))],
    };

    private static DutyHolder HolderOf(Party party, string stage, Standing s, Procedure procedure)
    {
        var rung = s.Rungs.FirstOrDefault(r => r.Agency == party.Agency && r.Stage == stage);
        return rung switch
        {
            null => new DutyHolder(procedure.SectorOf(party.Sector)?.RungAt(stage)?.Role ?? procedure.BoardOfficeTitle, party.Agency),
            { Basis: Basis.BoardOffice } => new DutyHolder(procedure.BoardOfficeTitle, party.Agency),
            _ => new DutyHolder(rung.Role, party.Agency, rung.Contact),
        };
    }
}
