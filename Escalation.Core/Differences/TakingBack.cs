using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>
/// What no longer holds when a deed is void. Nobody is taken back down to a lower stage, no date that was given is taken away, and a mark of
/// immediate risk stays until somebody lifts it: people have gone by them, and what protects the adult does not wait for who said it.
/// </summary>
internal static class TakingBack
{
    public static Standing ChangeDeed(this Standing s, int entry, Func<Deed, Deed> after) =>
        s with { Deeds = s.Deeds.Replace(d => d.Number == entry, after) };

    /// <summary>The board office is reminded of it no longer.</summary>
    public static Standing Answered(this Standing s) => s.NeedsChase ? s : s with { Chase = null };

    public static Standing Void(this Standing s, int entry)
    {
        var deed = s.FindDeed(entry)!;
        var known = s.ChangeDeed(entry, d => d with { Doubt = Doubt.Void });
        if (s.IsAtRest) return known;
        var unsettled = known.Settlement is { } settled && deed.IsOfProposal(settled.Of) ? known.Unsettle(settled) : known;
        return unsettled.TakeBack(deed);
    }

    /// <summary>It waits again, or is late again if its time was over before it was kept. What began when it was kept has not begun.</summary>
    public static Standing Restore(this Standing s, Fact.DeadlineRestored fact)
    {
        var deadline = s.Deadlines.First(d => d.Stage == fact.Stage && d.Id == fact.Deadline);
        var restored = deadline.Over is { ByTheClock: true }
            ? deadline with { Status = DeadlineStatus.Passed }
            : deadline with { Status = DeadlineStatus.Pending, Over = null };
        var began = restored.IsPending && deadline.Over is { } over ? s.WithoutDeadlinesFrom([over.Number]) : s;
        return (began with { Deadlines = began.Deadlines.Replace(d => d == deadline, _ => restored) }).Answered();
    }

    /// <summary>What was found void after the end is not carried over when it is opened again: signatures, and agreements of managers.</summary>
    public static Standing WithoutWhatIsVoid(this Standing s) => s.Deeds
        .Where(d => d is { Doubt: Doubt.Void, Fact: Fact.FormSigned or Fact.GatePassed } && !s.Deeds.Any(later => later.Number > d.Number && later.Fact == d.Fact))
        .Aggregate(s, (standing, deed) => standing.TakeBack(deed));

    private static Standing TakeBack(this Standing s, Deed deed) => deed.Fact switch
    {
        Fact.OutcomeProposed fact => s.Withdraw(fact.Id).WithoutAct(deed),
        Fact.DecisionMade fact => s.Withdraw(fact.Id).WithoutAct(deed),
        Fact.OutcomeConfirmed fact => s.ChangeProposal(fact.Proposal, p => p with { ConfirmedBy = p.ConfirmedBy.Without(a => a == deed.Who) }),
        Fact.OutcomeDisputed fact => s.PutBack(fact.Proposal, deed).WithoutAct(deed),
        Fact.TimescaleProposed fact => s with { Timescales = s.Timescales.Lapse(t => t.Id == fact.Id) },
        Fact.GatePassed fact => (s with { GatesPassed = s.GatesPassed.Without(stage => stage == fact.Stage) }).WithoutAct(deed),
        Fact.RouteChosen => s.Undecide(deed, d => d with { Route = null, Panel = [] }).WithoutAct(deed),
        Fact.PanelFormed => s.Undecide(deed, d => d with { Panel = [] }).WithoutAct(deed),
        Fact.FormSigned fact => s.Unsign(fact),
        Fact.Responded => s.WithoutAct(deed),
        Fact.Escalated or Fact.TimescaleAgreed or Fact.TimescaleDeclined or Fact.ImmediateRiskMarked or Fact.ImmediateRiskLifted
            or Fact.UnresolvedReported or Fact.Withdrawn or Fact.Redirected or Fact.Reopened => s,
        _ => throw new InvalidOperationException($"{deed.Fact.GetType().Name} cannot be taken back."),
    };

    /// <summary>It stands where it stood before it was settled: the outcome is on the table, and what only a settled one brings is gone.</summary>
    private static Standing Unsettle(this Standing s, Settlement settled)
    {
        var outcome = s.Proposals.First(p => p.Id == settled.Of);
        // A form that was completed since told of this outcome.
        var since = s.Acts.Where(a => a.Number >= settled.Entry && a.What is Happening.OutcomeSettled or Happening.EveryoneTold
            || a.Number > settled.Entry && a.What is Happening.FormSubmitted).ToList();
        var unsettled = s.ChangeProposal(settled.Of, p => p with { Status = ProposalStatus.Pending }).WithoutActs(since.Contains);
        return unsettled with
        {
            Settlement = null,
            Actions = s.Actions.Without(a => outcome.Actions.Any(agreed => agreed.Id == a.Action.Id)),
            Forms = s.Forms.Replace(f => since.Any(a => a.What == Happening.FormSubmitted && a.About == f.Form), f => f with { SubmittedAt = null }),
        };
    }

    private static Standing ChangeProposal(this Standing s, string id, Func<Proposal, Proposal> after) =>
        s with { Proposals = s.Proposals.Replace(p => p.Id == id, after) };

    // Also one that was disputed: it must not come back when the dispute is taken back.
    private static Standing Withdraw(this Standing s, string id) => s.ChangeProposal(id, p =>
        p.Status is ProposalStatus.Pending or ProposalStatus.Disputed ? p with { Status = ProposalStatus.Withdrawn } : p);

    // Where a newer one was put forward, or it was opened again since, people are asked about what there is now.
    private static Standing PutBack(this Standing s, string id, Deed deed) =>
        s.Settlement is null && s.Proposals[^1] is { Status: ProposalStatus.Disputed } last && last.Id == id
            && !s.Deeds.Any(d => d.Fact is Fact.Reopened && d.Number > deed.Number)
            ? s.ChangeProposal(id, p => p with { Status = ProposalStatus.Pending })
            : s;

    private static Standing Undecide(this Standing s, Deed deed, Func<Deciding, Deciding> after) =>
        s is { Settlement: null, Deciding: { } deciding } && s.InForce(deed) ? s with { Deciding = after(deciding) } : s;

    private static Standing Unsign(this Standing s, Fact.FormSigned fact)
    {
        if (s.FindForm(fact.Form) is not { } form || !form.Signed.Contains(fact)) return s;
        var unsigned = form with { Signed = form.Signed.Without(f => f == fact), SubmittedAt = null };
        var without = s with { Forms = s.Forms.Replace(f => f == form, _ => unsigned) };
        return form.SubmittedAt is not null && s.Acts.LastOrDefault(a => a.What == Happening.FormSubmitted && a.About == fact.Form) is { } submitted
            ? without.WithoutActs(a => a == submitted)
            : without;
    }

    private static Standing WithoutAct(this Standing s, Deed deed) => s.WithoutActs(a => a.Number == deed.Number);

    /// <summary>What is not done has begun nothing either.</summary>
    private static Standing WithoutActs(this Standing s, Func<Act, bool> which) =>
        (s with { Acts = s.Acts.Without(which) }).WithoutDeadlinesFrom([.. s.Acts.Where(which).Select(a => a.Number)]);

    private static Standing WithoutDeadlinesFrom(this Standing s, List<int> entries) =>
        s with { Deadlines = s.Deadlines.Without(d => !d.IsCap && entries.Contains(d.Set.After)) };
}
