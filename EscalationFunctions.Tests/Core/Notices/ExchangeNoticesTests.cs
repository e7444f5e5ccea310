using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

public sealed class ExchangeNoticesTests
{
    private const string Now = "2026-04-01T10:00";

    [TestCaseSource(nameof(WhatTheResponderDoes))]
    public void Nobody_is_told_of_their_own_act(NoticeKind told, Command act) =>
        Begun().Given(CareManager, act, Now).ThenTold(told, "north-council@1", "raiser");

    [TestCaseSource(nameof(WhatTheResponderDoes))]
    public void Nobody_is_told_of_their_own_act_except_the_worker_who_raised_it(NoticeKind told, Command act) =>
        Begun().Given(CouncilManager, act, Now).ThenTold(told, "riverside-care@1", "raiser");

    [Test]
    public void A_proposed_outcome_is_put_to_the_other_side_and_their_answer_told_to_the_first() =>
        Begun().Given(CareManager, Propose("first"), Now).ThenTold(NoticeKind.OutcomeToConfirm, "north-council@1", "raiser")
            .Given(CouncilManager, Dispute("first"), Now).ThenTold(NoticeKind.OutcomeDisputed, "riverside-care@1", "raiser")
            .Given(CouncilManager, Propose("second"), Now).ThenTold(NoticeKind.OutcomeToConfirm, "riverside-care@1", "raiser")
            .Given(CareManager, Confirm("second"), Now).ThenTold(NoticeKind.OutcomeConfirmed, "north-council@1", "raiser");

    [Test]
    public void A_date_that_is_declined_is_told_to_those_who_asked() =>
        Begun().Given(CareManager, AskUntil("time", "2026-04-08"), Now)
            .Given(CouncilManager, new Command.DeclineTimescale("time", "The adult cannot wait."), Now)
            .ThenTold(NoticeKind.TimescaleDeclined, "riverside-care@1", "raiser");

    [Test]
    public void Immediate_risk_is_told_to_the_board_office_too() =>
        Begun().Given(CareManager, Risk, Now).ThenTold(NoticeKind.ImmediateRisk, "north-council@1", "raiser", "board-office")
            .Given(CareManager, RiskOver, Now).ThenTold(NoticeKind.ImmediateRiskOver, "north-council@1", "raiser", "board-office");

    [Test]
    public void The_board_office_is_not_told_of_the_risk_that_it_marked_or_the_complaint_that_it_noted() =>
        Begun().Given(BoardOffice, Risk, Now).ThenTold(NoticeKind.ImmediateRisk, "north-council@1", "riverside-care@1", "raiser")
            .Given(BoardOffice, RiskOver, Now).ThenTold(NoticeKind.ImmediateRiskOver, "north-council@1", "riverside-care@1", "raiser")
            .Given(BoardOffice, new Command.NoteComplaint("By the family."), Now).ThenNobodyIsTold(NoticeKind.ComplaintNoted);

    [Test]
    public void A_complaint_alongside_is_told_to_the_board_office() =>
        Begun().Given(CareManager, new Command.NoteComplaint("By the family."), Now).ThenTold(NoticeKind.ComplaintNoted, "board-office");

    [Test]
    public void The_managers_agreement_reaches_also_the_people_of_the_same_agency_who_wait_for_it() =>
        new Story(Small($"{Stage("1")}, {Stage("2", """ "gate": { "by": "raising-agency" } """)}")).Raised(Now)
            .Given(CouncilManager, new Command.PassGate("2"), Now)
            .ThenTold(NoticeKind.GatePassed, "riverside-care@1", "raiser").ThenTold(NoticeKind.Confirmation, "north-council@1");

    [Test]
    public void Invitations_go_to_the_agencies_to_the_boards_own_people_and_to_the_worker_who_raised_it()
    {
        var invited = AtTheFormalStage().Given(Partners, Meeting, Now)
            .ThenTold(NoticeKind.MeetingInvitation, "north-council@3", "riverside-care@3", "statutory-partners", "board-office", "raiser")
            .TheNotice(NoticeKind.MeetingInvitation, "statutory-partners");

        Assert.That((invited.DueAt, invited.Detail), Is.EqualTo((Meeting.At, "meeting")));
    }

    [Test]
    public void The_record_of_a_meeting_goes_to_those_who_did_not_write_it() =>
        AtTheFormalStage().Given(Partners, Meeting, Now)
            .Given(CouncilManager, new Command.RecordMeeting("meeting", Meeting.At, [new(Council, "Ben", true)], "Nothing yet."), "2026-04-02T12:00")
            .ThenTold(NoticeKind.MeetingRecorded, "riverside-care@3", "raiser")
            .ThenTold(NoticeKind.Flagged, "board-office");

    [Test]
    public void What_is_unresolved_goes_to_the_other_side_to_those_who_are_told_at_once_and_to_whoever_chooses() =>
        AtStage4().Given(Worker, Unresolved, Now).ThenTold(NoticeKind.Unresolved, "riverside-care@4", "raiser", "strategic-manager", "chair");

    [Test]
    public void The_way_that_was_chosen_is_told_to_everybody_and_to_those_who_decide() =>
        ToThePanel().ThenTold(NoticeKind.RouteChosen, "north-council@4", "riverside-care@4", "raiser", "panel")
            .ThenTold(NoticeKind.DutyAsked, "strategic-manager");

    [Test]
    public void The_panel_and_what_each_party_put_forward_are_told_to_everybody() =>
        ToThePanel().Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), Now)
            .ThenTold(NoticeKind.PanelFormed, "north-council@4", "riverside-care@4", "raiser").ThenNobodyIsTold(NoticeKind.Flagged)
            .Given(Panel, new Command.HearRepresentation(Care, "Their view."), Now)
            .ThenTold(NoticeKind.Heard, "north-council@4", "riverside-care@4", "raiser");

    [Test]
    public void A_decision_that_binds_is_told_as_the_outcome() =>
        AtStage4().Given(Worker, Unresolved, Now).Given(Chair, new Command.ChooseRoute("mediation", "Simple."), Now).Given(Mediator, Decide("d"), Now)
            .ThenTold(NoticeKind.Outcome, "north-council@4", "riverside-care@4", "raiser").ThenNobodyIsTold(NoticeKind.OutcomeToConfirm);

    [Test]
    public void A_decision_that_does_not_bind_is_put_to_every_party() =>
        new Story(Small(Stage("1", """
            "deciding": { "opens": "at-once", "routes": [ { "id": "advice", "title": "Advice", "authority": "chair", "binding": false } ] }
            """))).Raised(Now).ThenTold(NoticeKind.Unresolved, "board-office", "chair")
            .Given(Chair, Decide("advice"), Now).ThenTold(NoticeKind.OutcomeToConfirm, "north-council@1", "riverside-care@1", "raiser");

    private static Command Risk => new Command.MarkImmediateRisk("Alone at night.");

    private static Command RiskOver => new Command.LiftImmediateRisk("A carer came.");

    private static Command Unresolved => new Command.ReportUnresolved("No agreement on nights.");

    private static Command.ArrangeMeeting Meeting =>
        new("meeting", Story.Instant("2026-04-02T10:00"), "Town hall", "To settle it", [Council, Care, "statutory-partners", "board-office", "raiser"]);

    private static IEnumerable<object[]> WhatTheResponderDoes() =>
    [
        [NoticeKind.Acknowledged, new Command.Acknowledge()],
        [NoticeKind.DiscussionRecorded, Discussed()],
        [NoticeKind.Responded, Respond()],
        [NoticeKind.OutcomeToConfirm, Propose("p")],
        [NoticeKind.TimescaleToAgree, AskUntil("t", "2026-04-08")],
    ];

    private static Story Begun() => new Story(SouthGloucestershire).Raised(Now);

    private static Story AtStage4() => StartedAt("4", SouthGloucestershire);

    private static Story AtTheFormalStage() => StartedAt("3", Somerset);

    private static Story ToThePanel() =>
        AtStage4().Given(Worker, Unresolved, Now).Given(Chair, new Command.ChooseRoute("panel", "It is complex."), Now);

    private static Story StartedAt(string stage, Procedure procedure) => new Story(procedure)
        .Given(Worker, Raise(Now) with { ImmediateRisk = "Alone at night.", StartAt = stage, StartReason = "Tonight." }, Now);
}
