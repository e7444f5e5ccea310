using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>How a difference is settled by agreement in South Gloucestershire, at whatever stage, and what it takes to close it.</summary>
public class SettlingStories
{
    private const string SameDay = "2026-04-01T15:00+01:00", AtStage4 = "2026-04-09T15:00+01:00";

    [TestCase("1", SameDay, 0)]
    [TestCase("2", "2026-04-03T15:00+01:00", 2)]
    [TestCase("3", "2026-04-08T15:00+01:00", 7)]
    [TestCase("4", AtStage4, 8)]
    public void What_both_agencies_agree_is_settled_at_the_stage_where_they_agree_it(string stage, string at, int days) =>
        UpToStage(stage)
            .Given(CareManager, Propose("agreed"), at).ThenNo<Fact.OutcomeSettled>()
            .Given(CouncilManager, Confirm("agreed"), at)
            .Then(new Fact.OutcomeConfirmed("agreed", []), new Fact.OutcomeSettled("agreed", stage, SettledBy.Agreement, days, []), new Fact.DeadlineMet(stage, "resolve"));

    [TestCase("1", SameDay)]
    [TestCase("2", "2026-04-03T15:00+01:00")]
    public void At_the_informal_stages_it_closes_when_everybody_has_been_told(string stage, string at) =>
        UpToStage(stage).Settled(at).EveryoneTold(at).Then(new Fact.EveryoneTold(), new Fact.Closed()).ThenItHasEnded(Ending.Closed);

    [TestCase("3", "2026-04-08T15:00+01:00")]
    [TestCase("4", AtStage4)]
    public void At_the_formal_stages_it_closes_only_with_the_signed_monitoring_form(string stage, string at) =>
        UpToStage(stage).Settled(at).EveryoneTold(at).Then(new Fact.EveryoneTold()).ThenNo<Fact.Closed>()
            .Given(Worker, MonitoringForm("Care goes on."), at)
            .Given(CouncilManager, Sign("initiating"), at).ThenNo<Fact.Closed>()
            .Given(CareManager, Sign("receiving"), at).Then(new Fact.Closed());

    [Test]
    public void The_form_of_stage_3_is_not_the_form_of_stage_4() =>
        UpToStage("3")
            .Given(Worker, MonitoringForm("Not settled."), "2026-04-08T10:00+01:00")
            .Given(CouncilManager, Sign("initiating"), "2026-04-08T10:00+01:00").Given(CareManager, Sign("receiving"), "2026-04-08T10:00+01:00")
            .TimePasses("2026-04-08T17:00+01:00").Settled(AtStage4).EveryoneTold(AtStage4).ThenNo<Fact.Closed>();

    [Test]
    public void It_does_not_close_before_the_worker_who_raised_it_was_told() =>
        UpToStage("1").Settled(SameDay)
            .Given(Actor.Post, Told(Council, Care), SameDay).ThenExactly(new Fact.Told(Council), new Fact.Told(Care))
            .Given(BoardOffice, Told("raiser"), SameDay).ThenExactly(new Fact.Told("raiser"), new Fact.EveryoneTold(), new Fact.Closed());

    [Test]
    public void It_does_not_close_before_every_party_was_told() =>
        UpToStage("1").Settled(SameDay)
            .Given(BoardOffice, Told("raiser", Council), SameDay).ThenNo<Fact.EveryoneTold>()
            .Given(BoardOffice, Told(Council, Care, Care), SameDay).ThenExactly(new Fact.Told(Care), new Fact.EveryoneTold(), new Fact.Closed());

    [Test]
    public void Until_everybody_is_told_the_board_office_has_the_next_act() =>
        UpToStage("1").Settled(SameDay).ThenWaitsFor("South Gloucestershire SAB board office", "2026-04-02T17:00+01:00");

    [Test]
    public void A_proposal_on_the_table_does_not_stop_the_clock_and_can_still_be_confirmed_after_the_escalation() =>
        UpToStage("1").Given(CareManager, Propose("agreed"), "2026-04-02T16:00+01:00")
            .TimePasses("2026-04-02T17:00+01:00").Then(new Fact.EscalatedByClock("1", "2", "resolve"))
            .Given(CouncilManager, Confirm("agreed"), "2026-04-03T09:00+01:00")
            .Then(new Fact.OutcomeSettled("agreed", "2", SettledBy.Agreement, 2, []));

    [Test]
    public void A_disputed_proposal_leaves_the_clock_running() =>
        UpToStage("1").Given(CareManager, Propose("agreed"), SameDay)
            .Given(CouncilManager, Dispute("agreed"), SameDay).ThenExactly(new Fact.OutcomeDisputed("agreed", "It leaves the nights out."))
            .ThenDue("resolve", "2026-04-02T17:00+01:00")
            .When(CouncilManager, Confirm("agreed"), SameDay).ThenRefused(RefusalCode.ProposalNotPending, "proposal");

    [Test]
    public void A_newer_proposal_takes_the_place_of_the_one_on_the_table() =>
        UpToStage("1").Given(CareManager, Propose("first"), SameDay).Given(CouncilManager, Propose("second"), SameDay)
            .When(CouncilManager, Confirm("first"), SameDay).ThenRefused(RefusalCode.ProposalNotPending, "proposal")
            .Given(CareManager, Confirm("second"), SameDay).Then(new Fact.OutcomeSettled("second", "1", SettledBy.Agreement, 0, []));

    [Test]
    public void Every_challenged_agency_must_confirm() =>
        new Story(ProcedureText.SouthGloucestershire).Given(Worker, Raise("2026-04-01T10:00+01:00", Care, Trust) with { Involved = [Police] }, "2026-04-01T10:00+01:00")
            .Given(CouncilManager, Propose("agreed"), SameDay)
            .When(CouncilManager, Confirm("agreed"), SameDay).ThenRefused(RefusalCode.NotAskedToConfirm)
            .When(Sergeant, Confirm("agreed"), SameDay).ThenRefused(RefusalCode.NotAskedToConfirm)
            .Given(CareManager, Confirm("agreed"), SameDay).ThenNo<Fact.OutcomeSettled>()
            .Given(Nurse, Confirm("agreed"), SameDay).Then(new Fact.OutcomeSettled("agreed", "1", SettledBy.Agreement, 0, []))
            .Given(BoardOffice, Told("raiser", Council, Care, Trust), SameDay).ThenNo<Fact.Closed>()
            .Given(BoardOffice, Told(Police), SameDay).Then(new Fact.Closed());

    [Test]
    public void What_was_agreed_is_chased_after_closing_until_it_is_done() =>
        UpToStage("1").Given(CareManager, Propose("agreed", Action("review", Care, "2026-04-10"), Action("letter", Council, "2026-04-30")), SameDay)
            .Given(CouncilManager, Confirm("agreed"), SameDay).EveryoneTold(SameDay).ThenItHasEnded(Ending.Closed)
            .TimePasses("2026-04-10T16:59+01:00").ThenNothing()
            .TimePasses("2026-04-10T17:00+01:00").ThenExactly(new Fact.ActionChased("review", 1, Story.Instant("2026-04-17T17:00+01:00")))
            .TimePasses("2026-04-17T17:00+01:00").ThenExactly(new Fact.ActionChased("review", 2, Story.Instant("2026-04-24T17:00+01:00")))
            .When(Worker, new Command.CompleteAction("review", "Held."), "2026-04-20T10:00+01:00").ThenRefused(RefusalCode.NotYours)
            .Given(CareManager, new Command.CompleteAction("review", "Held."), "2026-04-20T10:00+01:00").ThenExactly(new Fact.ActionCompleted("review", "Held."))
            .TimePasses("2026-04-24T17:00+01:00").ThenNothing()
            .Given(Worker, new Command.ChangeAction("letter", Care, "Sam Okoro", Day("2026-05-15"), "They write it."), "2026-04-27T10:00+01:00")
            .ThenExactly(new Fact.ActionChanged("letter", Care, "Sam Okoro", Day("2026-05-15"), Story.Instant("2026-05-15T17:00+01:00"), "They write it."))
            .TimePasses("2026-05-15T17:00+01:00").ThenExactly(new Fact.ActionChased("letter", 1, Story.Instant("2026-05-22T17:00+01:00")))
            .Given(BoardOffice, new Command.CompleteAction("letter", "Sent."), "2026-05-18T10:00+01:00")
            .TimePasses("2027-01-01T00:00+00:00").ThenNothing();

    [Test]
    public void Once_it_is_settled_people_look_back_and_the_board_learns_from_it() =>
        UpToStage("1").Settled(SameDay)
            .Given(BoardOffice, new Command.RecordDebrief(DebriefStep.Offered, ""), SameDay).ThenExactly(new Fact.DebriefRecorded(DebriefStep.Offered, ""))
            .EveryoneTold(SameDay)
            .Given(Worker, new Command.PassLearning("nights", "Nobody covers nights."), SameDay)
            .ThenExactly(new Fact.LearningPassed("nights", "Nobody covers nights.", [new("every-party", "4")]))
            .Given(CareManager, new Command.GiveFeedback(1, ""), SameDay).ThenExactly(new Fact.FeedbackGiven(1, ""))
            .Given(Worker, new Command.GiveFeedback(5, "Quicker."), SameDay).ThenExactly(new Fact.FeedbackGiven(5, "Quicker."))
            .ThenItHasEnded(Ending.Closed);

    [TestCase("2026-04-01", null, "that same day")]
    [TestCase("2026-03-31", RefusalCode.BadAction, "the day before")]
    [TestCase("2031-04-01", null, "five years ahead")]
    [TestCase("2031-04-02", RefusalCode.TooFarAhead, "further ahead is likelier a mistyped year")]
    public void An_action_is_due_within_five_years(string due, RefusalCode? code, string because)
    {
        var proposed = UpToStage("1").When(CareManager, Propose("agreed", Action("review", Care, due)), SameDay);
        Assert.That(proposed.Codes, Is.EqualTo(code is { } c ? new[] { c } : []), because);
        var changed = WithAction().When(Worker, new Command.ChangeAction("review", Care, "Sam Okoro", Day(due), "They asked."), SameDay);
        Assert.That(changed.Codes, Is.EqualTo(code is { } d ? new[] { d } : []), because);
    }

    [Test]
    public void An_action_goes_over_to_somebody_of_a_party() =>
        WithAction().When(Worker, new Command.ChangeAction("review", Police, "Fay Sergeant", Day("2026-04-20"), "They know him."), SameDay).ThenRefused(RefusalCode.BadAction, "agency")
            .When(Worker, new Command.ChangeAction("review", Care, " ", Day("2026-04-20"), "They know him."), SameDay).ThenRefused(RefusalCode.TextNeeded, "owner")
            .When(Worker, new Command.ChangeAction("letter", Care, "Sam Okoro", Day("2026-04-20"), "They know him."), SameDay).ThenRefused(RefusalCode.NoSuchAction, "action");

    [Test]
    public void What_is_done_is_done_once_and_what_nobody_took_on_not_at_all() =>
        WithAction().When(CareManager, new Command.CompleteAction("letter", "Sent."), SameDay).ThenRefused(RefusalCode.NoSuchAction, "action")
            .Given(CareManager, new Command.CompleteAction("review", "Held."), SameDay)
            .When(CareManager, new Command.CompleteAction("review", "Held."), SameDay).ThenRefused(RefusalCode.NoSuchAction, "action");

    [Test]
    public void After_a_reopening_a_new_action_does_not_take_the_id_of_an_old_one() =>
        WithAction().EveryoneTold(SameDay).Given(BoardOffice, new Command.Reopen("1", "It broke down."), SameDay)
            .When(Worker, Propose("again", Action("review", Council, "2026-04-30")), SameDay).ThenRefused(RefusalCode.IdInUse, "actions")
            .Given(Worker, Propose("again", Action("letter", Council, "2026-04-30")), SameDay);

    [Test]
    public void What_is_settled_in_the_evening_waits_for_the_close_of_the_next_working_day_and_no_longer() =>
        UpToStage("1").Settled("2026-04-01T18:00+01:00").ThenWaitsFor("South Gloucestershire SAB board office", "2026-04-02T17:00+01:00");

    [Test]
    public void An_action_that_a_late_clock_chases_is_chased_again_no_later() =>
        WithAction().TimePasses("2026-04-10T18:00+01:00").Then(new Fact.ActionChased("review", 1, Story.Instant("2026-04-17T17:00+01:00")));

    private static Story WithAction() => UpToStage("1").Given(CareManager, Propose("agreed", Action("review", Care, "2026-04-10")), SameDay).Given(CouncilManager, Confirm("agreed"), SameDay);
}
