using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

public sealed class DeadlineNoticesTests
{
    private const string Raised = "2026-04-01T10:00";

    private const string Acknowledge = """ "id": "acknowledge", "kind": "acknowledge", "holder": "responding-agency", "within": "1 working day" """;

    private const string Respond = """ "id": "respond", "kind": "respond", "holder": "responding-agency", "within": "2 working days", "from": "met:acknowledge" """;

    private const string Look = """ "id": "look", "kind": "notify", "holder": "chair", "within": "2 working days", "title": "look at it" """;

    [Test]
    public void The_first_deadlines_of_a_stage_are_told_with_its_beginning() => At(Acknowledge).ThenNobodyIsTold(NoticeKind.DutyAsked);

    [Test]
    public void An_officer_who_has_a_duty_from_the_beginning_of_a_stage_is_asked_for_it()
    {
        var asked = At(Look).ThenTold(NoticeKind.DutyAsked, "chair").TheNotice(NoticeKind.DutyAsked, "chair");

        Assert.That((asked.Deadline, asked.DueAt), Is.EqualTo(("look", Story.Instant("2026-04-07T17:00"))));
    }

    [Test]
    public void What_begins_in_the_middle_of_a_stage_is_asked_of_those_who_hold_it() =>
        At(Acknowledge, Respond).Given(CareManager, new Command.Acknowledge(), Raised).ThenTold(NoticeKind.DutyAsked, "riverside-care@1");

    [Test]
    public void What_an_answer_has_kept_at_once_is_not_asked_for() =>
        At(Acknowledge, Respond).Given(CareManager, Acts.Respond(), Raised)
            .Then(new Fact.DeadlineMet("1", "respond"))
            .ThenNobodyIsTold(NoticeKind.DutyAsked);

    [Test]
    public void A_date_that_both_sides_agree_is_told_to_everybody()
    {
        var moved = SouthGloucestershireRaised()
            .Given(CareManager, AskUntil("time", "2026-04-08"), Raised).ThenTold(NoticeKind.TimescaleToAgree, "north-council@1", "raiser")
            .Given(CouncilManager, new Command.AgreeTimescale("time"), Raised)
            .ThenTold(NoticeKind.DeadlineMoved, "north-council@1", "riverside-care@1", "raiser")
            .TheNotice(NoticeKind.DeadlineMoved, "raiser");

        Assert.That((moved.DueAt, moved.Detail), Is.EqualTo((Story.Instant("2026-04-08T17:00"), "agreement")));
    }

    [Test]
    public void A_date_that_a_closure_moves_is_told_to_the_officer_who_holds_the_duty() =>
        At(Look).WithClosures(new ClosureDay(new DateOnly(2026, 4, 7), "Office closed"))
            .Given(BoardOffice, new Command.CountAgain("The office is closed on Tuesday."), Raised)
            .ThenTold(NoticeKind.DeadlineMoved, "chair", "north-council@1", "riverside-care@1", "raiser");

    [Test]
    public void Those_who_hold_a_deadline_are_reminded_on_its_last_day() =>
        SouthGloucestershireRaised().TimePasses("2026-04-02T09:00").ThenTold(NoticeKind.Reminder, "north-council@1", "riverside-care@1");

    [Test]
    public void A_reminder_that_would_come_with_the_settlement_is_not_sent() =>
        SouthGloucestershireRaised().Given(CareManager, Propose("agreed"), Raised).Given(CouncilManager, Confirm("agreed"), "2026-04-02T10:00")
            .Then(new Fact.Reminded("1", "resolve"))
            .ThenNobodyIsTold(NoticeKind.Reminder);

    [Test]
    public void A_deadline_that_takes_it_further_is_told_by_that() =>
        SouthGloucestershireRaised().TimePasses("2026-04-02T17:00").ThenNobodyIsTold(NoticeKind.DeadlinePassed);

    [Test]
    public void A_deadline_that_passes_and_takes_it_nowhere_is_told_to_those_who_hold_it() =>
        At(Acknowledge).TimePasses("2026-04-02T17:00")
            .ThenTold(NoticeKind.DeadlinePassed, "riverside-care@1")
            .ThenNobodyIsTold(NoticeKind.Flagged);

    [Test]
    public void The_last_stage_that_is_not_settled_in_time_goes_to_the_board_and_to_those_who_decide() =>
        AtStage4().TimePasses("2026-04-10T17:00")
            .ThenTold(NoticeKind.DeadlinePassed, "north-council@4", "riverside-care@4")
            .ThenTold(NoticeKind.Flagged, "board-office")
            .ThenTold(NoticeKind.Unresolved, "north-council@4", "riverside-care@4", "raiser", "strategic-manager", "chair")
            .ThenTold(NoticeKind.DutyAsked, "north-council@4", "chair");

    [Test]
    public void Only_deadlines_of_the_present_stage_are_told() =>
        Assert.That(
            SouthGloucestershireRaised().TimePasses("2026-04-08T09:00").Notices().Where(n => n.DueAt is not null).Select(n => n.DueAt).Distinct(),
            Is.EqualTo(new[] { Story.Instant("2026-04-08T17:00") }));

    [Test]
    public void A_promise_over_the_whole_procedure_that_is_not_kept_is_told_to_the_board_office_alone() =>
        Capped().TimePasses("2026-04-02T17:00").ThenTold(NoticeKind.Flagged, "board-office").ThenNobodyIsTold(NoticeKind.DeadlinePassed);

    [Test]
    public void Everybody_with_a_duty_is_chased_once_and_then_the_board_office_hears_of_it_too() =>
        AtStage4().TimePasses("2026-04-10T17:00")
            .TimePasses("2026-04-13T17:00").ThenTold(NoticeKind.Chase, "chair", "north-council@4", "riverside-care@4")
            .TimePasses("2026-04-14T17:00").ThenTold(NoticeKind.Chase, "chair", "north-council@4", "riverside-care@4", "board-office");

    [Test]
    public void A_duty_that_an_officer_did_is_told_to_every_agency_and_to_the_worker_who_raised_it() =>
        At(Look).Given(Chair, new Command.FulfilDuty("look", "I looked."), Raised)
            .ThenTold(NoticeKind.DutyDone, "north-council@1", "riverside-care@1", "raiser");

    private static Story At(params string[] deadlines) => new Story(Small(WithDeadlines("1", deadlines))).Raised(Raised);

    private static Story Capped() =>
        new Story(Small(Stage("1"), """ "caps": [ { "id": "all", "within": "1 working day" } ], """)).Raised(Raised);

    private static Story SouthGloucestershireRaised() => new Story(SouthGloucestershire).Raised(Raised);

    private static Story AtStage4() => SouthGloucestershireRaised().TimePasses("2026-04-08T17:00");
}
