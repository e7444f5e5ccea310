using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Somerset: no number of days anywhere, so that people agree the dates and silence is chased.</summary>
public class SomersetStories
{
    private const string Start = "2026-04-13T10:00+01:00", Second = "2026-04-14T10:00+01:00", Third = "2026-04-21T10:00+01:00";

    private static readonly ValueList<string> Everything = ["satisfied", "informed", "heard", "clear-plan"];

    private static Story AtStage2() => new Story(ProcedureText.Somerset).Raised(Start).Given(Worker, Escalate("1"), Second);

    internal static Story AtStage3() => AtStage2().Given(Worker, Escalate("2"), Third);

    [Test]
    public void At_the_first_stage_whoever_must_talk_is_chased_every_two_working_days_and_then_the_board_office_hears_of_it() =>
        new Story(ProcedureText.Somerset).Raised(Start).ThenWaitsFor("Practitioner", "2026-04-15T17:00+01:00")
            .TimePasses("2026-04-15T17:00+01:00").ThenChased(1, boardOfficeToo: false, Who.RaisingAgency)
            .TimePasses("2026-04-17T17:00+01:00").ThenChased(2, boardOfficeToo: true, Who.RaisingAgency)
            .Given(Worker, Discussed(), "2026-04-20T10:00+01:00").Then(new Fact.DeadlineMet("1", "discuss"))
            .TimePasses("2026-04-21T17:00+01:00").ThenChased(3, boardOfficeToo: true, Who.EveryParty);

    [Test]
    public void At_the_second_stage_everybody_is_chased_until_the_managers_agree_by_when_there_is_an_answer() =>
        AtStage2().TimePasses("2026-04-16T17:00+01:00").ThenChased(1, false, Who.RaisingAgency, Who.EveryParty, Who.RespondingAgency)
            .Given(CouncilManager, Discussed("managers-discuss"), "2026-04-17T10:00+01:00").Then(new Fact.DeadlineMet("2", "discuss"))
            .Given(CouncilManager, AskUntil("when", "2026-04-24", "respond"), "2026-04-17T11:00+01:00")
            .Given(CareManager, new Command.AgreeTimescale("when"), "2026-04-17T12:00+01:00")
            .Then(new Fact.TimescaleAgreed("when", 0), new Fact.DeadlineMet("2", "agree-plan"))
            .ThenDue("respond", "2026-04-24T17:00+01:00").ThenWaitsFor("Line manager", "2026-04-24T17:00+01:00")
            .TimePasses("2026-04-24T16:59+01:00").ThenNo<Fact.Chased>();

    [Test]
    public void When_the_agreed_day_passes_in_silence_it_goes_to_the_statutory_partners() =>
        AtStage2().Given(CouncilManager, AskUntil("when", "2026-04-24", "respond"), Second).Given(CareManager, new Command.AgreeTimescale("when"), Second)
            .TimePasses("2026-04-24T17:00+01:00").Then(new Fact.EscalatedByClock("2", "3", "respond")).ThenItIsAtStage("3")
            .ThenWaitsFor("Representative with authority to decide", "2026-04-28T17:00+01:00");

    [Test]
    public void An_answer_in_time_keeps_it_at_the_second_stage() =>
        AtStage2().Given(CouncilManager, AskUntil("when", "2026-04-24", "respond"), Second).Given(CareManager, new Command.AgreeTimescale("when"), Second)
            .Given(CareManager, Respond(), "2026-04-23T10:00+01:00").Then(new Fact.DeadlineMet("2", "respond"))
            .TimePasses("2026-04-24T17:00+01:00").ThenItIsAtStage("2");

    [Test]
    public void A_day_asked_for_an_answer_that_has_come_moves_nothing_any_more() =>
        AtStage2().Given(CouncilManager, AskUntil("when", "2026-04-24", "respond"), Second)
            .Given(CareManager, Respond(), Second).Then(new Fact.DeadlineMet("2", "respond"))
            .When(CareManager, new Command.AgreeTimescale("when"), Second).ThenRefused(RefusalCode.NoSuchTimescale, "id")
            .When(CouncilManager, AskUntil("again", "2026-04-24", "respond"), Second).ThenRefused(RefusalCode.NoSuchDeadline, "deadline");

    [Test]
    public void A_day_to_day_alert_is_not_taken_to_the_formal_stage() =>
        AtStage2().When(Worker, Escalate("2") with { Screening = ["day-to-day"] }, Third).ThenRefused(RefusalCode.NotForThisStage, "screening")
            .When(Worker, Escalate("2") with { Screening = ["staff-conduct"] }, Third).ThenItIsAtStage("3");

    [Test]
    public void The_referral_has_five_parts_and_goes_to_the_statutory_partners_and_the_business_manager() =>
        AtStage3().When(Worker, Referral("organisations", "request", "action-taken", "refusal-reasons") with { Complete = true }, Third)
            .ThenRefused(RefusalCode.FormIncomplete)
            .Given(Worker, Referral("organisations", "request", "action-taken", "refusal-reasons", "other") with { Complete = true }, Third)
            .Then(new Fact.FormSubmitted("referral", 1, "3", [new("statutory-partners"), new("business-manager")]), new Fact.DeadlineMet("3", "referral"))
            .ThenWaitsFor("Statutory partners of the board", "2026-04-23T17:00+01:00")
            .TimePasses("2026-04-23T17:00+01:00").ThenChased(1, false, new Who("statutory-partners"));

    [Test]
    public void Everybody_is_invited_to_the_meeting_and_who_is_absent_or_cannot_decide_is_pointed_out() =>
        Referred()
            .When(BoardOffice, Meeting(Council, Care), Third).ThenRefused(RefusalCode.NotEveryoneInvited, RefusalCode.NotEveryoneInvited)
            .Given(BoardOffice, Meeting(Council, Care, Trust, "statutory-partners"), Third)
            .Given(BoardOffice, Held(new(Council, "Asha", true), new(Care, "Dee", false), new(Care, "Cai", false)), "2026-04-28T15:00+01:00")
            .Then(new Fact.DeadlineMet("3", "convene"))
            .Then(new Fact.Flagged(FlaggedFor.PartyAbsent, Trust), new Fact.Flagged(FlaggedFor.NoDecisionAuthority, Care))
            .ThenWaitsFor("Representative with authority to decide", "2026-04-30T17:00+01:00");

    [Test]
    public void It_ends_when_all_who_are_involved_say_that_they_are_satisfied_and_were_heard() =>
        Referred().Given(BoardOffice, Meeting(Council, Care, Trust, "statutory-partners"), Third)
            .Given(BoardOffice, Held(new(Council, "Asha", true), new(Care, "Dee", true), new(Trust, "Eli", true)), "2026-04-28T15:00+01:00").ThenNo<Fact.Flagged>()
            .When(CareManager, Propose("plan") with { Affirmed = ["satisfied", "informed", "heard"] }, "2026-04-28T16:00+01:00").ThenRefused(RefusalCode.StatementsNeeded, "affirmed")
            .Given(CareManager, Propose("plan") with { Affirmed = Everything }, "2026-04-28T16:00+01:00")
            .When(Worker, Confirm("plan"), "2026-04-28T16:00+01:00")
            .ThenRefused([.. Enumerable.Repeat(RefusalCode.StatementsNeeded, 4)])
            .Given(Worker, Confirm("plan") with { Affirmed = Everything }, "2026-04-28T16:00+01:00").ThenNo<Fact.OutcomeSettled>()
            .Given(Nurse, Confirm("plan") with { Affirmed = Everything }, "2026-04-28T16:00+01:00")
            .Then(new Fact.OutcomeSettled("plan", "3", SettledBy.Agreement, 15, []), new Fact.DeadlineMet("3", "settle"))
            .EveryoneTold("2026-04-28T17:00+01:00").ThenItHasEnded(Ending.Closed);

    [Test]
    public void Nobody_decides_for_the_agencies() =>
        AtStage3().When(Worker, new Command.ReportUnresolved("x"), Third).Then(new Fact.UnresolvedReported("3", "x")).ThenNo<Fact.DecidingOpened>()
            .When(Worker, new Command.ReportUnresolved("again"), Third).ThenRefused(RefusalCode.AlreadyBeingDecided)
            .When(Partners, Decide("d"), Third).ThenRefused(RefusalCode.NotBeingDecided)
            .When(Worker, Escalate("3"), Third).ThenRefused(RefusalCode.NoFurtherStage);

    [Test]
    public void With_independent_care_a_party_the_contract_officer_hears_that_it_was_not_settled()
    {
        var tell = ProcedureText.Somerset.Tell.Where(t => t.Who.Contains(new Who("contract-officer"))).ToList();
        Assert.That(tell.Select(t => (t.On, t.Sector)), Is.EqualTo(new[] { (Happening.Escalated, "care-provider"), (Happening.UnresolvedReported, "care-provider") }));
        AtStage2().Then(new Fact.Escalated("1", "2", "The managers could not agree."));
    }

    private static Story Referred() => new Story(ProcedureText.Somerset)
        .Given(Worker, Raise(Start) with { Involved = [Trust] }, Start).Given(Worker, Escalate("1"), Second).Given(Worker, Escalate("2"), Third)
        .Given(Worker, Referral("organisations", "request", "action-taken", "refusal-reasons", "other") with { Complete = true }, Third);

    private static Command.FillForm Referral(params string[] parts) => Fill("referral", [.. parts.Select(p => $"{p}: As we told them.")]);

    private static Command.ArrangeMeeting Meeting(params string[] invited) =>
        new("meeting", Story.Instant("2026-04-28T14:00+01:00"), "Room 1", "Settle it.", invited.ToValueList());

    private static Command.RecordMeeting Held(params Attendance[] attended) =>
        new("meeting", Story.Instant("2026-04-28T14:00+01:00"), attended.ToValueList(), "A plan was drafted.");
}
