using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>
/// What people may ask next of a difference: mostly what makes sense where it stands, by somebody who may. Each is drawn only when it
/// was chosen, so that a seed means the same whatever else was on offer.
/// </summary>
internal sealed class People(Chance chance, Procedure procedure, Town town, Cast cast, Asking asking)
{
    private delegate (Actor By, Command Command) Draw();

    public (Actor By, Command Command) Next(Difference state, DateTimeOffset now) => state switch
    {
        Difference.NotRaised when !chance.OneIn(20) => Raisings.Draw(chance, procedure, town, cast, asking, now),
        Difference.Open(var s) => chance.Weighted(chance.OneIn(25) ? Anything(s, now) : s.Settlement is null ? Disputing(s, now) : Settled(s, now))(),
        Difference.Ended(var s, _, _) when !chance.OneIn(8) => chance.Weighted(Afterwards(s, now))(),
        { StandingOrNull: { Stage.Length: > 0 } s } => chance.Weighted(Anything(s, now))(),
        _ => (cast.Anybody(), new Command.Acknowledge()),
    };

    private List<(int, Draw)> Anything(Standing s, DateTimeOffset now) => [.. Disputing(s, now), .. Settled(s, now), .. Deciding(s, now, always: true), .. OutOfPlace(s, now)];

    private List<(int, Draw)> OutOfPlace(Standing s, DateTimeOffset now) =>
    [
        (4, () => Raisings.Draw(chance, procedure, town, cast, asking, now)),
        (4, () => (cast.PartyOrOfficer(s), new Command.MarkImmediateRisk(asking.Text()))),
        (4, () => (cast.PartyOrOfficer(s), new Command.LiftImmediateRisk(asking.Text()))),
        (4, () => (cast.Party(s), new Command.AgreeTimescale(asking.Id(s.Timescales.Where(t => t.Status == TimescaleStatus.Proposed).Select(t => t.Id))))),
        (s.Forms.Any(f => f.Signed.Count > 0) ? 20 : 1, () => SignedAgain(s)),
    ];

    private List<(int, Draw)> Disputing(Standing s, DateTimeOffset now) =>
        [.. Talking(s), .. Settling(s, now), .. GoingFurther(s), .. Timing(s), .. Involving(s, now), .. Deciding(s, now), .. Filling(s), .. Ending(s), .. Disowning(s)];

    private List<(int, Draw)> Talking(Standing s) =>
    [
        (5, () => (cast.PartyOrOfficer(s), new Command.RecordDiscussion(asking.NewId("talk"), asking.Text(), asking.Text(), asking.Text(), Step(s)))),
        (3, () => (HolderOr(s, DeadlineKind.Acknowledge), new Command.Acknowledge())),
        (3, () => (HolderOr(s, DeadlineKind.Respond), new Command.Respond(asking.NewId("answer"), asking.Text(), asking.Text()))),
        (4, () => Duty(s)),
    ];

    private List<(int, Draw)> Settling(Standing s, DateTimeOffset now) =>
    [
        (3, () => (cast.Party(s), new Command.ProposeOutcome(asking.NewId("outcome"), asking.Text(), asking.Text(), asking.Actions(s, now), asking.Affirmed()))),
        (s.PendingProposal is null ? 1 : 8, () => (Confirming(s), new Command.ConfirmOutcome(Proposal(s), asking.Affirmed()))),
        (s.PendingProposal is null ? 1 : 2, () => (cast.Party(s), new Command.DisputeOutcome(Proposal(s), asking.Text()))),
    ];

    private List<(int, Draw)> GoingFurther(Standing s) =>
    [
        (4, () => (cast.Party(s), new Command.Escalate(
            chance.OneIn(20) ? asking.Stage() : s.Stage, asking.Text(), chance.OneIn(4) ? asking.Stage() : null, chance.OneIn(8) ? ["complaint"] : null))),
        (GateAhead(s) is null ? 1 : 5, () => GateAhead(s) is { } stage
            ? (cast.Of(s, stage.Gate!.By), new Command.PassGate(stage.Id))
            : (cast.Party(s), new Command.PassGate(asking.Stage()))),
        (1, () => (cast.PartyOrOfficer(s), s.AtImmediateRisk ? new Command.LiftImmediateRisk(asking.Text()) : new Command.MarkImmediateRisk(asking.Text()))),
    ];

    private List<(int, Draw)> Timing(Standing s)
    {
        var asked = s.Timescales.LastOrDefault(t => t.Status == TimescaleStatus.Proposed);
        var other = s.PartyOf(asked?.Agency)?.Side == Side.Raising ? Side.Responding : Side.Raising;
        var known = s.Timescales.Select(t => t.Id);
        return
        [
            (s.Pending.Any(d => !d.IsCap) ? 4 : 1, () => (cast.Party(s), Timescale(s))),
            (asked is null ? 1 : 6, () => (cast.Of(s, other), new Command.AgreeTimescale(asked?.Id ?? asking.Id(known)))),
            (asked is null ? 1 : 2, () => (cast.Of(s, other), new Command.DeclineTimescale(asked?.Id ?? asking.Id(known), asking.Text()))),
            (2, () => (chance.Of(Cast.Office, Actor.Clock, new Actor.TheService("calendar")), new Command.CountAgain(asking.Text()))),
        ];
    }

    private List<(int, Draw)> Involving(Standing s, DateTimeOffset now) =>
    [
        (1, () => Nomination(s)),
        (1, () => (cast.PartyOrOfficer(s), new Command.AddSupporter(asking.NewId("supporter"), asking.Somebody()))),
        (1, () => (cast.PartyOrOfficer(s), new Command.RemoveSupporter(asking.Id(s.Supporters.Select(x => x.Id)), asking.Text()))),
        (1, () => (cast.PartyOrOfficer(s), new Command.AddParty(asking.Agency(), chance.Of(Enum.GetValues<Side>()), asking.Text()))),
        (1, () => (cast.PartyOrOfficer(s), new Command.NoteComplaint(asking.Text()))),
        (2, () => (cast.PartyOrOfficer(s), new Command.ArrangeMeeting(asking.NewId("meeting"), now.AddDays(chance.Below(9)), asking.Text(), asking.Text(),
            [.. s.Parties.Select(p => p.Agency).Where(_ => !chance.OneIn(40))]))),
        (s.Meetings.Count > s.MeetingsHeld.Count ? 4 : 1, () => (cast.PartyOrOfficer(s), new Command.RecordMeeting(
            asking.Id(s.Meetings.Select(m => m.Id).Except(s.MeetingsHeld)), asking.InstantBefore(now), asking.Attended(s), asking.Text()))),
    ];

    private List<(int, Draw)> Deciding(Standing s, DateTimeOffset now, bool always = false)
    {
        var rule = procedure.FindStage(s.Stage)?.Deciding;
        if (rule is null && !always) return [(1, () => (cast.Party(s), new Command.ReportUnresolved(asking.Text())))];
        if (s.Deciding is not { } deciding) return [(4, () => (cast.PartyOrOfficer(s), new Command.ReportUnresolved(asking.Text())))];
        var chooser = rule!.ChosenBy ?? Who.BoardOffice;
        var route = rule.Routes.FirstOrDefault(r => r.Id == deciding.Route);
        var authority = route?.Authority ?? Who.BoardOffice;
        return
        [
            (route is null ? 7 : 1, () => (cast.Of(s, chooser), new Command.ChooseRoute(asking.Id(rule.Routes.Select(r => r.Id)), asking.Text()))),
            (deciding.Panel.Count == 0 && route?.Composition is not null ? 6 : 1, () => (cast.Of(s, authority),
                new Command.FormPanel(asking.Panel(s, route?.Composition ?? new Composition(2))))),
            (route is null ? 1 : 4, () => (cast.Of(s, authority), new Command.HearRepresentation(
                asking.Id(s.Parties.Select(p => p.Agency).Where(a => !deciding.Heard.Contains(a)).DefaultIfEmpty(s.Parties[0].Agency)), asking.Text()))),
            (route is null ? 1 : 6, () => (cast.Of(s, authority), new Command.MakeDecision(
                asking.NewId("decision"), asking.Text(), asking.Text(), asking.Text(), asking.Actions(s, now), asking.Agreed(s)))),
        ];
    }

    private List<(int, Draw)> Filling(Standing s)
    {
        var forms = procedure.Forms.Where(f => s.StagesVisited.Select(procedure.StageOf).Any(x => x.Forms.Any(used => used.Form == f.Id))).ToList();
        if (forms.Count == 0) return [(1, () => (cast.Party(s), new Command.FillForm("no-form", [])))];
        var unsigned = forms.Where(f => s.FindForm(f.Id) is { } form && form.Signed.Count < f.Signatures.Count).ToList();
        return
        [
            (4, () => Filled(s, chance.Of(forms))),
            (unsigned.Count == 0 ? 1 : 8, () => Signed(s, chance.Of(unsigned.Count == 0 ? forms : unsigned))),
        ];
    }

    private List<(int, Draw)> Ending(Standing s) => [.. chance.OneIn(3) ? new (int, Draw)[]
    {
        (1, () => (cast.Of(s, Side.Raising), new Command.Withdraw(asking.Text()))),
        (1, () => (cast.Of(s, Side.Raising), new Command.Redirect(asking.Id(procedure.Screening.Select(q => q.Id)), asking.Text()))),
        (1, () => (Cast.Office, new Command.Reopen(asking.Stage(), asking.Text()))),
    } : []];

    private List<(int, Draw)> Settled(Standing s, DateTimeOffset now)
    {
        var left = s.Parties.Select(p => p.Agency).Append("raiser").Except(s.Settlement?.Told ?? []).ToList();
        return
        [
            .. Filling(s), .. Filling(s), .. Disowning(s), .. Afterwards(s, now).Where(_ => chance.OneIn(3)), .. Involving(s, now).Where(_ => chance.OneIn(4)),
            (10, () => (chance.Of(Actor.Post, Cast.Office), new Command.ConfirmTold([.. chance.Some(left, 80), .. chance.OneIn(20) ? ["nobody"] : new List<string>()]))),
            (6, () => Duty(s)),
            (1, () => (cast.PartyOrOfficer(s), new Command.Respond(asking.NewId("answer"), asking.Text(), asking.Text()))),
        ];
    }

    private List<(int, Draw)> Afterwards(Standing s, DateTimeOffset now)
    {
        var action = s.Actions.FirstOrDefault(a => !a.Done);
        var owner = action?.Action.Agency ?? s.Parties[0].Agency;
        return
        [
            (action is null ? 1 : 3, () => (cast.Of(owner), new Command.CompleteAction(action?.Action.Id ?? "no-action", asking.Text()))),
            (action is null ? 1 : 2, () => (cast.PartyOrOfficer(s), new Command.ChangeAction(action?.Action.Id ?? "no-action", owner, asking.Text(), asking.DayAfter(now), asking.Text()))),
            (2, () => (cast.PartyOrOfficer(s), new Command.RecordDebrief(chance.Of(Enum.GetValues<DebriefStep>()), asking.Text()))),
            (2, () => (cast.PartyOrOfficer(s), new Command.PassLearning(asking.NewId("issue"), asking.Text()))),
            (2, () => (cast.Party(s), new Command.GiveFeedback(chance.Between(0, 6), asking.Text()))),
            (3, () => (Cast.Office, new Command.Reopen(asking.Stage(), asking.Text()))),
            .. Disowning(s),
        ];
    }

    private List<(int, Draw)> Disowning(Standing s)
    {
        var waiting = s.Disowned.ToList();
        return
        [
            (2, () => Disowned(s)),
            (waiting.Count == 0 ? 1 : 5, () => (Cast.Office, new Command.AnswerDisowned(
                waiting.Count == 0 ? chance.Below(s.Version + 1) : chance.Of(waiting).Number, chance.OneIn(2), asking.Text()))),
        ];
    }

    private (Actor, Command) Disowned(Standing s)
    {
        if (s.Deeds.Count == 0 || chance.OneIn(20)) return (cast.Party(s), new Command.Disown(chance.Below(s.Version + 2), asking.Text()));
        // Mostly the latest, on which something still rests.
        var deed = chance.OneIn(3) ? chance.Of(s.Deeds) : s.Deeds[^1];
        var by = chance.OneIn(5) ? Cast.Office : s.PartyOf(deed.Who) is null ? new Actor.Officeholder("Otto Officer", deed.Who) : cast.Of(deed.Who);
        return (by, new Command.Disown(deed.Number, asking.Text()));
    }

    private (Actor, Command) Duty(Standing s)
    {
        var duties = s.Deadlines.Where(d => !d.IsCap && d.Status != DeadlineStatus.Met && Rule(s, d)?.MetBy.Contains(Happening.DutyDone) == true).ToList();
        if (duties.Count == 0) return (cast.Party(s), new Command.FulfilDuty(asking.Id(s.Deadlines.Select(d => d.Id)), asking.Text()));
        var duty = chance.Of(duties);
        return (cast.Of(s, duty.Set.Holder), new Command.FulfilDuty(duty.Id, asking.Text()));
    }

    private (Actor, Command) Nomination(Standing s)
    {
        var agency = asking.Id(s.Parties.Select(p => p.Agency));
        return (chance.OneIn(2) ? Cast.Office : cast.Of(agency), new Command.NominateContact(agency, asking.Stage(), asking.Somebody()));
    }

    private (Actor, Command) Filled(Standing s, Form form) =>
        (cast.PartyOrOfficer(s), new Command.FillForm(form.Id, asking.Entries(form), chance.OneIn(form.Signatures.Count == 0 ? 2 : 15)));

    private (Actor, Command) Signed(Standing s, Form form)
    {
        var state = s.FindForm(form.Id);
        var signatures = form.Signatures.Where(x => state?.Signed.Any(done => done.Signature == x.Id) != true).ToList();
        var signature = chance.OneIn(20) || signatures.Count == 0 ? new Signature("no-such-signature", "", Who.EveryParty) : chance.Of(signatures);
        return (cast.Of(s, signature.By), new Command.SignForm(form.Id, signature.Id, asking.Text(), (state?.Edition ?? 0) - (chance.OneIn(30) ? 1 : 0)));
    }

    private (Actor, Command) SignedAgain(Standing s)
    {
        var signed = s.Forms.SelectMany(f => f.Signed).ToList();
        if (signed.Count == 0) return (cast.Party(s), new Command.SignForm("no-form", "one", asking.Text(), 1));
        var again = chance.Of(signed);
        return (cast.Of(again.Agency ?? s.Parties[0].Agency), new Command.SignForm(again.Form, again.Signature, asking.Text(), again.Edition));
    }

    private Command.ProposeTimescale Timescale(Standing s)
    {
        var deadline = s.Pending.Where(d => !d.IsCap).ToList() is { Count: > 0 } pending ? chance.Of(pending) : null;
        return new(asking.NewId("time"), asking.Id(deadline is null ? [] : [deadline.Id]), asking.DayAfter(deadline?.DueAt ?? s.StageEnteredAt.AddDays(5)), asking.Text());
    }

    private Actor HolderOr(Standing s, DeadlineKind kind) =>
        s.Pending.FirstOrDefault(d => !d.IsCap && d.Set.Kind == kind) is { } d ? cast.Of(s, d.Set.Holder) : cast.PartyOrOfficer(s);

    private Actor Confirming(Standing s)
    {
        var left = s.Parties.Where(p => s.PendingProposal?.ConfirmedBy.Contains(p.Agency) == false).ToList();
        return left.Count == 0 ? cast.Party(s) : cast.Of(chance.Of(left).Agency);
    }

    private string Proposal(Standing s) => s.PendingProposal?.Id ?? asking.Id(s.Proposals.Select(p => p.Id));

    private string? Step(Standing s) => procedure.FindStage(s.Stage)?.Steps.FirstOrDefault(x => !s.StepsRecorded.Contains(x.Id)) is { } next && !chance.OneIn(5)
        ? next.Id
        : chance.OneIn(10) ? "no-such-step" : null;

    private Stage? GateAhead(Standing s) => procedure.Stages.FirstOrDefault(x =>
        x.Gate is not null && !s.GatesPassed.Contains(x.Id) && procedure.RankOf(x.Id) > procedure.RankOf(s.Stage));

    private DeadlineRule? Rule(Standing s, Deadline deadline) => procedure.StageOf(s.Stage).Deadlines.FirstOrDefault(r => r.Id == deadline.Id);
}
