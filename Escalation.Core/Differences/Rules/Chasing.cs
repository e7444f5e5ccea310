using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>
/// Sees to it that nothing goes quiet: where the stage has no date to wait for, or a duty has none or is past it, somebody is reminded at
/// intervals.
/// </summary>
internal static class Chasing
{
    private static readonly CountsFrom Waiting = new(Happening.Waiting);

    public static void KeepAwake(Draft draft)
    {
        var s = draft.Standing;
        if (!s.NeedsChase) return;
        // While a date runs, whoever it concerns is left to it; only what has no date, or is past it, is chased beside it.
        var holder = s.PendingAtStage.Any() ? s.DutiesToChase.FirstOrDefault()?.Set.Holder ?? Who.BoardOffice : Holder(draft);
        if (s.Chase is null) Set(holder, draft);
        else if (s.Chase.Holder != holder) draft.Record(s.Chase with { Holder = holder });
    }

    public static void Chase(Fact.ChaseSet chase, Draft draft)
    {
        var boardOfficeToo = chase.Number > draft.Procedure.ChaseAt(draft.Stage).BoardOfficeAfter;
        // One has the next act; whoever else has a duty without a date, or past it, is not left in peace either.
        var duties = draft.Standing.DutiesToChase.Select(d => d.Set.Holder).Concat(draft.Standing.Disowned.Any() ? [Who.BoardOffice] : []);
        foreach (var holder in duties.Prepend(chase.Holder).Distinct().ToList())
            draft.Record(new Fact.Chased(chase.Stage, holder, chase.Number, boardOfficeToo));
    }

    private static void Set(Who holder, Draft draft)
    {
        var why = draft.DueTimes.Reckon(Waiting, draft.Now, draft.Procedure.ChaseAt(draft.Stage).Every, ownDay: true);
        draft.Record(new Fact.ChaseSet(draft.Standing.Stage, holder, why.DueAt, draft.Standing.Chases + 1, why));
    }

    /// <summary>Who has the next act where no date says it.</summary>
    private static Who Holder(Draft draft) => draft.Standing switch
    {
        { Settlement: not null } => HolderOfTheRest(draft),
        { PendingProposal: { } proposal } s when s.FrozenBy(proposal.Id) is not null => Who.BoardOffice,
        { PendingProposal: { } proposal } => draft.Standing.StillToConfirm(proposal, draft.Procedure).Select(p => p.Side).Distinct().ToList() switch
        {
            [Side.Raising] => Who.RaisingAgency,
            [Side.Responding] => Who.RespondingAgency,
            _ => Who.EveryParty,
        },
        { Deciding: { Route: null } } => draft.Stage.Deciding!.ChosenBy ?? Who.BoardOffice,
        { Deciding: { Route: { } route } } => draft.Stage.Deciding!.Routes.First(r => r.Id == route).Authority,
        var s => s.DutiesToChase.FirstOrDefault()?.Set.Holder ?? draft.Procedure.ChaseAt(draft.Stage).Holder,
    };

    // Settled: what is left is the duties that outlive it, the form that closing waits for, and telling everybody.
    private static Who HolderOfTheRest(Draft draft) =>
        draft.Standing.DutiesToChase.FirstOrDefault()?.Set.Holder
        ?? Settling.FormsMissing(draft).FirstOrDefault()?.Holder
        ?? Who.BoardOffice;
}
