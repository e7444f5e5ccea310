using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>What each fact changes. A fact that changes nothing here is named all the same: what is not named throws.</summary>
internal static class Evolution
{
    public static Standing Noting(this Standing s, Entry entry)
    {
        // What follows by itself carries the request that gave the occasion; only the asker's own entries make it one that was answered.
        var asked = entry.By != Actor.Clock && (s.Requests.Count == 0 || s.Requests[^1] != entry.Request);
        return s with
        {
            Version = entry.Number,
            LastEntryAt = entry.At,
            Requests = asked ? s.Requests.With(entry.Request) : s.Requests,
            Deeds = Deed.Of(entry, s.Stage) is { } deed ? s.Deeds.With(deed) : s.Deeds,
        };
    }

    /// <summary>Nothing is waited for any more.</summary>
    public static Standing AtRest(this Standing s) => s with
    {
        Chase = null,
        Deadlines = s.Deadlines.Replace(d => d.IsPending, d => d with { Status = DeadlineStatus.Dropped }),
        IsAtRest = true,
    };

    public static Standing Follow(this Standing s, Entry entry) => entry.Fact switch
    {
        Fact.StageEntered fact => s.Enter(fact, entry),
        Fact.ContactMissing => s,
        Fact.ContactNominated fact => s.Nominate(fact),
        Fact.DeadlineSet fact => s.Set(fact),
        Fact.DeadlineMet fact => s.Lapse(fact.Stage, fact.Deadline, d => d.Met(entry)),
        Fact.DeadlineDropped fact => s.Lapse(fact.Stage, fact.Deadline, d => d with { Status = DeadlineStatus.Dropped }),
        Fact.DeadlineMoved fact => s.Move(fact),
        Fact.DeadlinePassed fact => s.Lapse(fact.Stage, fact.Deadline, d => d.Passed(entry, fact)),
        Fact.Reminded fact => s.Change(fact.Stage, fact.Deadline, d => d with { RemindAt = null }),
        Fact.ChaseSet fact => s with { Chase = fact },
        Fact.Chased fact => s with { Chase = null, Chases = fact.Number },
        Fact.Flagged => s,
        Fact.Escalated => s,
        Fact.EscalatedByClock => s with { TakenFurtherByClock = true },
        Fact.GatePassed fact => s.Acted(Happening.GatePassed, entry) with { GatesPassed = s.GatesPassed.With(fact.Stage) },
        Fact.DiscussionRecorded { Internal: true } fact => s.Discuss(fact),
        Fact.DiscussionRecorded fact => s.Discuss(fact).Acted(Happening.DiscussionHeld, entry),
        Fact.Acknowledged => s.Acted(Happening.Acknowledged, entry),
        Fact.Responded => s.Acted(Happening.Responded, entry),
        Fact.OutcomeProposed fact => s.Propose(fact, entry).Acted(Happening.OutcomeProposed, entry),
        Fact.OutcomeConfirmed fact => s.Confirm(fact, entry),
        Fact.OutcomeDisputed fact => s.Dispute(fact).Acted(Happening.OutcomeDisputed, entry),
        Fact.OutcomeSettled fact => s.Settle(fact, entry).Acted(Happening.OutcomeSettled, entry),
        Fact.Told fact => s with { Settlement = s.Settlement! with { Told = s.Settlement.Told.With(fact.Recipient) } },
        Fact.EveryoneTold => s.Acted(Happening.EveryoneTold, entry) with { Settlement = s.Settlement! with { EveryoneTold = true } },
        Fact.TimescaleProposed fact => s.Ask(fact, entry),
        Fact.TimescaleAgreed fact => s.Agree(fact).Acted(Happening.TimescaleAgreed, entry),
        Fact.TimescaleDeclined fact => s.ChangeTimescale(fact.Id, TimescaleStatus.Declined),
        Fact.ImmediateRiskMarked => s.Acted(Happening.ImmediateRiskMarked, entry) with { ImmediateRiskSince = s.ImmediateRiskSince ?? entry.At },
        Fact.ImmediateRiskLifted => s with { ImmediateRiskSince = null },
        Fact.SupporterAdded fact => s with { Supporters = s.Supporters.With(fact) },
        Fact.SupporterRemoved fact => s with { Supporters = s.Supporters.Without(added => added.Id == fact.Id) },
        Fact.PartyAdded fact => s with { Parties = s.Parties.With(fact.Party), Rungs = s.Rungs.With(fact.Rung) },
        Fact.ComplaintNoted => s,
        Fact.MeetingArranged fact => s.Acted(Happening.MeetingArranged, entry) with { Meetings = s.Meetings.With(fact) },
        Fact.MeetingHeld fact => s.Acted(Happening.MeetingHeld, entry) with { MeetingsHeld = s.MeetingsHeld.With(fact.Id) },
        Fact.UnresolvedReported => s.Acted(Happening.UnresolvedReported, entry),
        Fact.DecidingOpened fact => s with { Deciding = new Deciding(fact.Stage) },
        Fact.RouteChosen fact => s.Acted(Happening.RouteChosen, entry) with { Deciding = s.Deciding! with { Route = fact.Route, Panel = [] } },
        Fact.PanelFormed fact => s.Acted(Happening.PanelFormed, entry) with { Deciding = s.Deciding! with { Panel = fact.Members } },
        Fact.RepresentationHeard fact => s.Hear(fact).Acted(Happening.RepresentationHeard, entry),
        Fact.DecisionMade fact => s.Decide(fact).Acted(Happening.DecisionMade, entry),
        Fact.FormFilled fact => s.Fill(fact),
        Fact.SignaturesVoided fact => s.ChangeForm(fact.Form, f => f with { Signed = [] }),
        Fact.FormSigned fact => s.ChangeForm(fact.Form, f => f with { Signed = f.Signed.With(fact) }),
        Fact.FormSubmitted fact => s.ChangeForm(fact.Form, f => f with { SubmittedAt = fact.Stage }).Acted(Happening.FormSubmitted, entry, about: fact.Form),
        Fact.DutyDone fact => s.Acted(Happening.DutyDone, entry, about: fact.Deadline),
        Fact.ActionCompleted fact => s.ChangeAction(fact.Action, a => a with { Done = true }),
        Fact.ActionChanged fact => s.ChangeAction(fact.Action, a => a.Changed(fact)),
        Fact.ActionChased fact => s.ChangeAction(fact.Action, a => a with { ChaseAt = fact.Next, Chases = fact.Number }),
        Fact.DebriefRecorded or Fact.LearningPassed or Fact.FeedbackGiven => s,
        Fact.Reopened => s.WithoutWhatIsVoid().Reopen(entry),
        Fact.Disowned fact => s.ChangeDeed(fact.Entry, d => d with { Doubt = Doubt.Open, DisownedBy = entry.By.NameInRecord }),
        Fact.DisowningAnswered { Stands: true } fact => s.ChangeDeed(fact.Entry, d => d with { Doubt = Doubt.Stands }).Answered(),
        Fact.DisowningAnswered fact => s.Void(fact.Entry).Answered(),
        Fact.DeadlineRestored fact => s.Restore(fact),
        _ => throw new InvalidOperationException($"{entry.Fact.GetType().Name} cannot follow in a difference that was raised."),
    };

    private static Standing Enter(this Standing s, Fact.StageEntered fact, Entry entry) => s with
    {
        Stage = fact.Stage,
        StageEnteredAt = entry.At,
        StagesVisited = s.StagesVisited.With(fact.Stage),
        Rungs = fact.Rungs,
        // Promises of the stage that was left are over; those over the whole procedure go on.
        Deadlines = s.Deadlines.Without(d => !d.IsCap),
        Timescales = s.Timescales.Replace(t => t.Status == TimescaleStatus.Proposed, t => t with { Status = TimescaleStatus.Lapsed }),
        Chase = null,
        Chases = 0,
        Acts = [new Act(Happening.StageEntered, entry.Number, fact.Since ?? entry.At, ByTheClock: fact.Since is not null)],
        StepsRecorded = [],
        Deciding = null,
    };

    private static Standing Acted(this Standing s, Happening what, Entry entry, string? about = null) =>
        s with { Acts = s.Acts.With(new Act(what, entry.Number, entry.At, entry.By.NameInRecord, about)) };

    private static Standing Nominate(this Standing s, Fact.ContactNominated fact)
    {
        var named = s.Rungs.Replace(r => r.Agency == fact.Agency && r.Stage == fact.Stage, r => r with { Basis = Basis.Nominated, Contact = null });
        var others = s.Nominations.Without(n => n.Agency == fact.Agency && n.Stage == fact.Stage);
        return s with { Rungs = named, Nominations = others.With(fact) };
    }

    private static Standing Set(this Standing s, Fact.DeadlineSet fact)
    {
        var deadline = new Deadline(fact, DeadlineStatus.Pending, fact.DueAt, fact.Why, fact.RemindAt);
        var chase = fact.DueAt is null || deadline.IsCap ? s.Chase : null;
        return s with { Deadlines = s.Deadlines.With(deadline), Chase = chase };
    }

    private static Standing Move(this Standing s, Fact.DeadlineMoved fact)
    {
        var moved = s.Change(fact.Stage, fact.Deadline, d => d with { DueAt = fact.To, Why = fact.Why, RemindAt = fact.RemindAt });
        return fact.Stage.Length == 0 ? moved : moved with { Chase = null };
    }

    // What counts from a deadline that was met late began when its time was over.
    private static Deadline Met(this Deadline deadline, Entry entry) =>
        deadline with { Status = DeadlineStatus.Met, Over = deadline.Over ?? new Moment(entry.Number, entry.At) };

    private static Deadline Passed(this Deadline deadline, Entry entry, Fact.DeadlinePassed fact) =>
        deadline with { Status = DeadlineStatus.Passed, Over = new Moment(entry.Number, fact.DueAt, ByTheClock: true) };

    // A deadline that is over, met or not, can no longer be extended.
    private static Standing Lapse(this Standing s, string stage, string deadline, Func<Deadline, Deadline> after)
    {
        var standing = s.Change(stage, deadline, after);
        return standing with { Chase = standing.NeedsChase ? s.Chase : null, Timescales = standing.Timescales.Lapse(t => stage.Length > 0 && t.Deadline == deadline) };
    }

    public static ValueList<Timescale> Lapse(this ValueList<Timescale> timescales, Func<Timescale, bool> which) =>
        timescales.Replace(t => t.Status == TimescaleStatus.Proposed && which(t), t => t with { Status = TimescaleStatus.Lapsed });

    private static Standing Change(this Standing s, string stage, string deadline, Func<Deadline, Deadline> after) =>
        s with { Deadlines = s.Deadlines.Replace(d => d.Stage == stage && d.Id == deadline, after) };

    private static Standing Discuss(this Standing s, Fact.DiscussionRecorded fact) =>
        fact.Step is { } step ? s with { StepsRecorded = s.StepsRecorded.With(step) } : s;

    private static Standing Propose(this Standing s, Fact.OutcomeProposed fact, Entry entry)
    {
        var agency = entry.By.AgencyOrNull;
        return s.PutForward(new Proposal(fact.Id, fact.Stage, ProposalStatus.Pending, agency, agency is null ? [] : [agency], fact.Actions));
    }

    // A newer proposal takes the place of the one on the table: people are asked about one thing at a time.
    private static Standing PutForward(this Standing s, Proposal proposal)
    {
        var others = s.Proposals.Replace(p => p.Status == ProposalStatus.Pending, p => p with { Status = ProposalStatus.Superseded });
        return s with { Proposals = others.With(proposal) };
    }

    private static Standing Confirm(this Standing s, Fact.OutcomeConfirmed fact, Entry entry) =>
        s with { Proposals = s.Proposals.Replace(p => p.Id == fact.Proposal, p => p with { ConfirmedBy = p.ConfirmedBy.With(entry.By.AgencyOrNull!) }) };

    private static Standing Dispute(this Standing s, Fact.OutcomeDisputed fact) =>
        s with { Proposals = s.Proposals.Replace(p => p.Id == fact.Proposal, p => p with { Status = ProposalStatus.Disputed }) };

    private static Standing Settle(this Standing s, Fact.OutcomeSettled fact, Entry entry)
    {
        var settled = s.Proposals.Replace(p => p.Id == fact.Of, p => p with { Status = ProposalStatus.Settled });
        var actions = settled.First(p => p.Id == fact.Of).Actions;
        return s with
        {
            Proposals = settled,
            Settlement = new Settlement(entry.Number, fact.Of, fact.Stage, fact.By, [], false),
            Timescales = s.Timescales.Lapse(_ => true),
            Chase = null,
            Actions = [.. s.Actions, .. actions.Select(a => new AgreedAction(a, fact.ActionsDue.First(d => d.Action == a.Id).DueAt, 0, false))],
        };
    }

    private static Standing Ask(this Standing s, Fact.TimescaleProposed fact, Entry entry)
    {
        var others = s.Timescales.Lapse(t => t.Deadline == fact.Deadline);
        return s with { Timescales = others.With(new(fact.Id, fact.Deadline, fact.Until, entry.By.AgencyOrNull!, TimescaleStatus.Proposed)) };
    }

    private static Standing Agree(this Standing s, Fact.TimescaleAgreed fact) =>
        s.ChangeTimescale(fact.Id, TimescaleStatus.Agreed) with { Extended = s.Extended + fact.Extended };

    private static Standing ChangeTimescale(this Standing s, string id, TimescaleStatus status) =>
        s with { Timescales = s.Timescales.Replace(t => t.Id == id, t => t with { Status = status }) };

    private static Standing Hear(this Standing s, Fact.RepresentationHeard fact) =>
        s with { Deciding = s.Deciding! with { Heard = s.Deciding.Heard.With(fact.Agency) } };

    // A decision that does not bind is put to the parties, who confirm or dispute it like any other proposal.
    private static Standing Decide(this Standing s, Fact.DecisionMade fact) =>
        s.PutForward(new Proposal(fact.Id, fact.Stage, ProposalStatus.Pending, null, [], fact.Actions));

    private static Standing Fill(this Standing s, Fact.FormFilled fact)
    {
        var before = s.FindForm(fact.Form);
        var kept = (before?.Entries ?? []).Without(old => fact.Entries.Any(e => e.Field == old.Field));
        var form = new FormState(fact.Form, fact.Edition, [.. kept, .. fact.Entries], before?.Signed ?? [], null);
        return s with { Forms = s.Forms.Without(f => f.Form == fact.Form).With(form) };
    }

    private static Standing ChangeForm(this Standing s, string form, Func<FormState, FormState> after) =>
        s with { Forms = s.Forms.Replace(f => f.Form == form, after) };

    private static Standing ChangeAction(this Standing s, string action, Func<AgreedAction, AgreedAction> after) =>
        s with { Actions = s.Actions.Replace(a => a.Action.Id == action, after) };

    private static AgreedAction Changed(this AgreedAction action, Fact.ActionChanged fact) =>
        action with { Action = action.Action with { Agency = fact.Agency, Owner = fact.Owner, Due = fact.Due }, ChaseAt = fact.ChaseAt, Chases = 0 };

    private static Standing Reopen(this Standing s, Entry entry) => s with
    {
        IsAtRest = false,
        RunsFrom = entry.At,
        Extended = 0,
        Settlement = null,
        // What was completed told of an outcome that no longer stands.
        Forms = s.Forms.Replace(f => f.SubmittedAt is not null, f => f with { SubmittedAt = null }),
        Deadlines = [],
        Proposals = s.Proposals.Replace(p => p.Status == ProposalStatus.Pending, p => p with { Status = ProposalStatus.Superseded }),
    };
}
