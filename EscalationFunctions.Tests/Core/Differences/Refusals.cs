using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>One way to each refusal, and the member of the command that it is about.</summary>
internal static class Refusals
{
    private const string Start = "2026-04-01T10:00+01:00", Noon = "2026-04-01T12:00+01:00", Later = "2026-04-09T12:00+01:00";

    internal sealed record Row(RefusalCode Code, string? Field, Func<Story> Story);

    public static IEnumerable<Row> All() => [.. OfRaising(), .. OfStages(), .. OfSettling(), .. OfTimescales(), .. OfPeople(), .. OfDeciding(), .. OfForms(), .. OfTheRest(), .. OfDisowning()];

    internal static Story Small(string stages) => new Story(ProcedureText.Small(stages)).Raised(Start);

    private static Story Raising(Command.Raise raise) => new Story(SouthGloucestershire).When(Worker, raise, Start);

    private static Story Panelled() => Unresolved().Given(Chair, new Command.ChooseRoute("panel", "Complex."), Later);

    private static Story Named() => Panelled().Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), Later);

    private static Story Signed() => UpToStage("3").Given(Worker, MonitoringForm("x"), "2026-04-08T10:00+01:00").Given(CouncilManager, Sign("initiating"), "2026-04-08T10:00+01:00");

    private static IEnumerable<Row> OfRaising() =>
    [
        new(RefusalCode.NotRaised, null, () => new Story(SouthGloucestershire).When(Worker, new Command.Acknowledge(), Start)),
        new(RefusalCode.AlreadyRaised, null, () => UpToStage("1").When(Worker, Raise(Start), Noon)),
        new(RefusalCode.UnknownAgency, "responding", () => Raising(Raise(Start, "nobody"))),
        new(RefusalCode.AgencyTwice, "involved", () => Raising(Raise(Start) with { Involved = [Care] })),
        new(RefusalCode.NobodyChallenged, "responding", () => Raising(Raise(Start) with { Responding = [] })),
        new(RefusalCode.OutsetInFuture, "outset", () => Raising(Raise("2026-04-01T10:01+01:00"))),
        new(RefusalCode.OutsetTooEarly, "outset", () => Raising(Raise("2021-04-01T09:59+01:00"))),
        new(RefusalCode.UnknownReason, "concern.reason", () => Raising(Raise(Start) with { Concern = AboutNights with { Reason = "weather" } })),
        new(RefusalCode.UnknownScreening, "screening", () => Raising(Raise(Start) with { Screening = ["weather"] })),
        new(RefusalCode.NotAllowedToJump, "startAt", () => Raising(Raise(Start) with { StartAt = "2", StartReason = "Now." })),
        new(RefusalCode.NoSuchStage, "startAt", () => Raising(Raise(Start) with { StartAt = "9", StartReason = "Now." })),
    ];

    private static IEnumerable<Row> OfStages() =>
    [
        new(RefusalCode.NoSuchStage, "to", () => UpToStage("1").When(Worker, Escalate("1", "9"), Noon)),
        new(RefusalCode.NotAllowedToJump, "to", () => UpToStage("1").When(Worker, Escalate("1", "3"), Noon)),
        new(RefusalCode.StageClosed, "fromStage", () => UpToStage("1").When(Worker, Escalate("2"), Noon)),
        new(RefusalCode.NoFurtherStage, null, () => UpToStage("4").When(Worker, Escalate("4"), Later)),
        new(RefusalCode.GateNotPassed, null, () => Small(Stage("1") + "," + Stage("2", """ "gate": {} """)).When(Worker, Escalate("1"), Noon)),
        new(RefusalCode.NoGate, "stage", () => UpToStage("1").When(Worker, new Command.PassGate("2"), Noon)),
        new(RefusalCode.StepNeeded, null, () => Small(Stage("1", """ "steps": [ { "id": "talk", "title": "Talk", "required": true } ] """) + "," + Stage("2")).When(Worker, Escalate("1"), Noon)),
        new(RefusalCode.StepOutOfOrder, "step", () => UpToStage("1").When(Worker, Discussed("dance"), Noon)),
        new(RefusalCode.NotForThisStage, "screening", () => new Story(Somerset).Raised(Start).Given(Worker, Escalate("1"), Noon)
            .When(Worker, Escalate("2") with { Screening = ["personal"] }, Noon)),
        new(RefusalCode.FormNeeded, null, () => Small(Stage("1", """ "forms": [ { "form": "plain", "needed": "to-go-further" } ] """) + "," + Stage("2")).When(Worker, Escalate("1"), Noon)),
        new(RefusalCode.NotADuty, "deadline", () => UpToStage("1").When(Worker, new Command.FulfilDuty("resolve", "Done."), Noon)),
        new(RefusalCode.NoSuchDeadline, "deadline", () => UpToStage("1").When(Worker, new Command.FulfilDuty("dance", "Done."), Noon)),
        new(RefusalCode.AlreadyAcknowledged, null, () => UpToStage("1").Given(Carer, new Command.Acknowledge(), Noon).When(CareManager, new Command.Acknowledge(), Noon)),
    ];

    private static IEnumerable<Row> OfSettling() =>
    [
        new(RefusalCode.IdInUse, "id", () => UpToStage("1").Given(Worker, Propose("p"), Noon).When(Carer, Propose("p"), Noon)),
        new(RefusalCode.IdInUse, "actions", () => UpToStage("1").When(Worker, Propose("p", Action("a", Care, "2026-04-01"), Action("a", Care, "2026-04-01")), Noon)),
        new(RefusalCode.NoSuchProposal, "proposal", () => UpToStage("1").When(Worker, Confirm("p"), Noon)),
        new(RefusalCode.ProposalNotPending, "proposal", () => UpToStage("1").Settled(Noon).When(Worker, Confirm("agreed"), Noon)),
        new(RefusalCode.NotAskedToConfirm, null, () => UpToStage("1").Given(Worker, Propose("p"), Noon).When(CouncilManager, Confirm("p"), Noon)),
        new(RefusalCode.StatementsNeeded, "affirmed", () => new Story(Somerset).Raised(Start).When(Worker, Propose("p") with { Affirmed = ["satisfied", "informed", "clear-plan"] }, Noon)),
        new(RefusalCode.BadAction, "actions[1].agency", () => UpToStage("1").When(Worker, Propose("p", Action("a", Care, "2026-04-01"), Action("b", Police, "2026-04-01")), Noon)),
        new(RefusalCode.BadAction, "actions[0].due", () => UpToStage("1").When(Worker, Propose("p", Action("a", Care, "2026-03-31")), Noon)),
        new(RefusalCode.AlreadySettled, null, () => UpToStage("1").Settled(Noon).When(Worker, new Command.Withdraw("x"), Noon)),
        new(RefusalCode.NotSettled, null, () => UpToStage("1").When(BoardOffice, Told(Care), Noon)),
        new(RefusalCode.NotARecipient, "told", () => UpToStage("1").Settled(Noon).When(BoardOffice, Told(Police), Noon)),
        new(RefusalCode.NoSuchAction, "action", () => UpToStage("1").When(BoardOffice, new Command.CompleteAction("a", "Done."), Noon)),
        new(RefusalCode.EffectivenessOutOfRange, "effectiveness", () => UpToStage("1").Settled(Noon).When(Worker, new Command.GiveFeedback(0, ""), Noon)),
        new(RefusalCode.EffectivenessOutOfRange, "effectiveness", () => UpToStage("1").Settled(Noon).When(Worker, new Command.GiveFeedback(6, ""), Noon)),
    ];

    private static IEnumerable<Row> OfTimescales() =>
    [
        new(RefusalCode.IdInUse, "id", () => UpToStage("1").Given(Worker, AskUntil("t", "2026-04-07"), Noon).When(Worker, AskUntil("t", "2026-04-08"), Noon)),
        new(RefusalCode.NoSuchDeadline, "deadline", () => UpToStage("1").When(Worker, AskUntil("t", "2026-04-07", "dance"), Noon)),
        new(RefusalCode.DeadlineHasPassed, "deadline", () => UpToStage("4").When(Worker, AskUntil("t", "2026-04-14"), "2026-04-10T17:00+01:00")),
        new(RefusalCode.NotLater, "until", () => UpToStage("1").When(Worker, AskUntil("t", "2026-04-02"), Noon)),
        new(RefusalCode.TooFarAhead, "until", () => UpToStage("1").When(Worker, AskUntil("t", "2027-04-02"), Noon)),
        new(RefusalCode.NotAWorkingDay, "until", () => UpToStage("1").When(Worker, AskUntil("t", "2026-04-06"), Noon)),
        new(RefusalCode.NoSuchTimescale, "id", () => UpToStage("1").When(Worker, new Command.AgreeTimescale("t"), Noon)),
        new(RefusalCode.OwnProposal, null, () => UpToStage("1").Given(Worker, AskUntil("t", "2026-04-07"), Noon).When(Worker, new Command.AgreeTimescale("t"), Noon)),
    ];

    private static IEnumerable<Row> OfPeople() =>
    [
        new(RefusalCode.NotAParty, null, () => UpToStage("1").When(Stranger, new Command.Acknowledge(), Noon)),
        new(RefusalCode.NotAParty, "agency", () => UpToStage("1").When(BoardOffice, new Command.NominateContact(Police, "2", Raiser), Noon)),
        new(RefusalCode.NotYours, null, () => UpToStage("1").When(Carer, new Command.Withdraw("x"), Noon)),
        new(RefusalCode.BoardOfficeOnly, null, () => UpToStage("1").When(Chair, new Command.CountAgain("x"), Noon)),
        new(RefusalCode.AgencyTwice, "agency", () => UpToStage("1").When(Worker, new Command.AddParty(Care, Side.Involved, "x"), Noon)),
        new(RefusalCode.UnknownAgency, "agency", () => UpToStage("1").When(Worker, new Command.AddParty("nobody", Side.Involved, "x"), Noon)),
        new(RefusalCode.NoSuchStage, "stage", () => UpToStage("1").When(BoardOffice, new Command.NominateContact(Care, "9", Raiser), Noon)),
        new(RefusalCode.NoSuchSupporter, "id", () => UpToStage("1").When(Worker, new Command.RemoveSupporter("s", "x"), Noon)),
        new(RefusalCode.IdInUse, "id", () => UpToStage("1").Given(Worker, new Command.AddSupporter("s", Raiser), Noon).When(Worker, new Command.AddSupporter("s", Raiser), Noon)),
        new(RefusalCode.AlreadyAtRisk, null, () => UpToStage("1").Given(Worker, new Command.MarkImmediateRisk("x"), Noon).When(Worker, new Command.MarkImmediateRisk("x"), Noon)),
        new(RefusalCode.NotAtRisk, null, () => UpToStage("1").When(Worker, new Command.LiftImmediateRisk("x"), Noon)),
    ];

    private static IEnumerable<Row> OfDeciding() =>
    [
        new(RefusalCode.NotBeingDecided, null, () => UpToStage("3").When(Worker, new Command.ReportUnresolved("x"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.NotBeingDecided, null, () => UpToStage("4").When(Chair, new Command.ChooseRoute("panel", "x"), Later)),
        new(RefusalCode.AlreadyBeingDecided, null, () => Unresolved().When(Worker, new Command.ReportUnresolved("x"), Later)),
        new(RefusalCode.NoSuchRoute, "route", () => Unresolved().When(Chair, new Command.ChooseRoute("dice", "x"), Later)),
        new(RefusalCode.NoRoute, null, () => Unresolved().When(Panel, Decide("d"), Later)),
        new(RefusalCode.NoPanel, null, () => Unresolved().Given(Chair, new Command.ChooseRoute("mediation", "x"), Later).When(Mediator, new Command.FormPanel([]), Later)),
        new(RefusalCode.PanelComposition, "members", () => Panelled().When(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Care)]), Later)),
        new(RefusalCode.PanelComposition, "members", () => Panelled().When(Panel, new Command.FormPanel([Member(Council), Member(Police), Member(Trust)]), Later)),
        new(RefusalCode.PanelComposition, "members", () => Panelled().When(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust, "Mayor")]), Later)),
        new(RefusalCode.UnknownAgency, "members", () => Panelled().When(Panel, new Command.FormPanel([Member(Council), Member(Care), Member("nobody")]), Later)),
        new(RefusalCode.PanelNeeded, null, () => Panelled().Given(Panel, new Command.HearRepresentation(Council, "x"), Later)
            .Given(Panel, new Command.HearRepresentation(Care, "x"), Later).When(Panel, Decide("d"), Later)),
        new(RefusalCode.PartyNotHeard, null, () => Named().Given(Panel, new Command.HearRepresentation(Council, "x"), Later).When(Panel, Decide("d"), Later)),
        new(RefusalCode.NotAParty, "agency", () => Named().When(Panel, new Command.HearRepresentation(Trust, "x"), Later)),
        new(RefusalCode.NoConsensus, "agreedBy", () => DecidingTests.AtOnce().When(Panel, Decide("d", Council), Noon)),
        new(RefusalCode.NotYours, null, () => Unresolved().When(Manager, new Command.ChooseRoute("panel", "x"), Later)),
        new(RefusalCode.NotYours, null, () => Panelled().When(Mediator, new Command.HearRepresentation(Care, "x"), Later)),
    ];

    private static IEnumerable<Row> OfForms() =>
    [
        new(RefusalCode.NoSuchForm, "form", () => UpToStage("3").When(Worker, Fill("dance", "a: b"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.NoSuchField, "entries.dance", () => UpToStage("3").When(Worker, Fill("monitoring", "dance: b"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.NoSuchField, "entries.days-taken", () => UpToStage("3").When(Worker, Fill("monitoring", "days-taken: 1"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.BadEntry, "entries.service-user", () => UpToStage("3").When(Worker, Fill("monitoring", "service-user: a\nb"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.BadEntry, "entries.outcome", () => UpToStage("3").When(Worker, Fill("monitoring", "outcome: a", "outcome: b"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.FormIncomplete, null, () => UpToStage("3").Given(Worker, Fill("monitoring", "outcome: a"), "2026-04-08T10:00+01:00").When(Worker, Sign("initiating"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.FormIncomplete, null, () => UpToStage("3").When(Worker, Sign("initiating", 0), "2026-04-08T10:00+01:00")),
        new(RefusalCode.FormChanged, "edition", () => Signed().When(CareManager, Sign("receiving", 2), "2026-04-08T10:00+01:00")),
        new(RefusalCode.NoSuchSignature, "signature", () => Signed().When(CareManager, Sign("king"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.AlreadySigned, "signature", () => Small(Stage("1", """ "forms": [ { "form": "loose" } ] """)).Given(Worker, Fill("loose", "note: a"), Noon)
            .Given(Worker, Sign("any", 1, "loose"), Noon).When(Carer, Sign("any", 1, "loose"), Noon)),
        new(RefusalCode.SameSignatory, null, () => Signed().When(new Actor.Worker("Ben Manager", "x", Care), Sign("receiving"), "2026-04-08T10:00+01:00")),
        new(RefusalCode.SignaturesNeeded, "complete", () => UpToStage("3").When(Worker, MonitoringForm("x") with { Complete = true }, "2026-04-08T10:00+01:00")),
    ];

    private static IEnumerable<Row> OfTheRest() =>
    [
        new(RefusalCode.Ended, null, () => UpToStage("1").Given(Worker, new Command.Withdraw("x"), Noon).When(Worker, new Command.Acknowledge(), Noon)),
        new(RefusalCode.StillOpen, null, () => UpToStage("1").When(BoardOffice, new Command.Reopen("1", "x"), Noon)),
        new(RefusalCode.UnknownScreening, "screening", () => UpToStage("1").When(Worker, new Command.Redirect("dance", "x"), Noon)),
        new(RefusalCode.NotEveryoneInvited, "invited", () => UpToStage("4").When(Worker, Meeting(Council), Later)),
        new(RefusalCode.IdInUse, "id", () => UpToStage("4").Given(Worker, Meeting(Council, Care), Later).When(Worker, Meeting(Council, Care), Later)),
        new(RefusalCode.NoSuchMeeting, "id", () => UpToStage("4").When(Worker, Held(Later), Later)),
        new(RefusalCode.NoSuchMeeting, "id", () => UpToStage("4").Given(Worker, Meeting(Council, Care), Later).Given(Worker, Held(Later), Later).When(Worker, Held(Later), Later)),
        new(RefusalCode.MeetingNotHeld, "heldAt", () => UpToStage("4").Given(Worker, Meeting(Council, Care), Later).When(Worker, Held("2026-04-09T12:01+01:00"), Later)),
    ];

    private static IEnumerable<Row> OfDisowning() =>
    [
        new(RefusalCode.NoSuchAct, "entry", () => UpToStage("1").When(Worker, Disown(1), Noon)),
        new(RefusalCode.NoSuchAct, "entry", () => UpToStage("2").When(BoardOffice, Disown(UpToStage("2").EntryOf<Fact.EscalatedByClock>()), Noon)),
        new(RefusalCode.NoSuchAct, "entry", () => UpToStage("1").When(BoardOffice, Stands(99), Noon)),
        new(RefusalCode.TextNeeded, "account", () => Proposed(out var p).When(CareManager, Disown(p) with { Account = " " }, Noon)),
        new(RefusalCode.TextNeeded, "reason", () => Disowned(out var p).When(BoardOffice, Stands(p) with { Reason = "" }, Noon)),
        new(RefusalCode.NotYours, null, () => Proposed(out var p).When(Worker, Disown(p), Noon)),
        new(RefusalCode.NotYours, null, () => Proposed(out var p).When(Chair, Disown(p), Noon)),
        new(RefusalCode.AlreadyDisowned, null, () => Disowned(out var p).When(CareManager, Disown(p), Noon)),
        new(RefusalCode.AlreadyDisowned, null, () => Disowned(out var p).Given(BoardOffice, Stands(p), Noon).When(CareManager, Disown(p), Noon)),
        new(RefusalCode.NotDisowned, null, () => Proposed(out var p).When(BoardOffice, DoesNotStand(p), Noon)),
        new(RefusalCode.NotDisowned, null, () => Disowned(out var p).Given(BoardOffice, Stands(p), Noon).When(BoardOffice, DoesNotStand(p), Noon)),
        new(RefusalCode.BoardOfficeOnly, null, () => Disowned(out var p).When(CareManager, DoesNotStand(p), Noon)),
        new(RefusalCode.BoardOfficeOnly, null, () => Disowned(out var p).When(Chair, Stands(p), Noon)),
        new(RefusalCode.Frozen, null, () => Disowned(out _).When(Worker, Confirm("p"), Noon)),
    ];

    private static Story Proposed(out int proposal)
    {
        var story = UpToStage("1").Given(CareManager, Propose("p"), Noon);
        proposal = story.EntryOf<Fact.OutcomeProposed>();
        return story;
    }

    private static Story Disowned(out int proposal) => Proposed(out proposal).Given(CareManager, Disown(proposal), Noon);

    private static Command.ArrangeMeeting Meeting(params string[] invited) => new("m", Story.Instant(Later), "Room 1", "Settle it.", [.. invited]);

    private static Command.RecordMeeting Held(string at) => new("m", Story.Instant(at), [new(Council, "Asha", true)], "No agreement.");
}
