using Escalation.Core.Differences;
using Escalation.Core.Figures;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Figures;

/// <summary>One small difference for each thing that is counted.</summary>
public class TallyStories
{
    private const string Start = "2026-04-01T10:00", Noon = "2026-04-01T12:00", One = "2026-04-01T13:00", Two = "2026-04-01T14:00", NextDay = "2026-04-02T10:00";

    private static Story New => new(SouthGloucestershire);

    [Test]
    public void A_difference_counts_for_who_raised_it_who_was_challenged_and_why()
    {
        var sums = New.Given(Worker, Raise(Start, Care, Trust) with { Involved = [Police], Concern = AboutNights with { Reason = "not-safe" } }, Start).Counts();
        Assert.Multiple(() =>
        {
            Says(sums, Measure.Raised, "1");
            Says(sums, Measure.RaisedBy, "local-authority/north-council: 1");
            Says(sums, Measure.RespondedBy, "care-provider/riverside-care: 1", "secondary-health/county-trust: 1");
            Says(sums, Measure.InvolvedBy, "police/county-police: 1");
            Says(sums, Measure.RaisedFor, "not-safe: 1");
            Says(sums, Measure.BeganAt, "1: 1");
            Says(sums, Measure.Open, "1");
            Says(sums, Measure.Ended);
        });
    }

    [Test]
    public void Somebody_who_is_brought_in_later_counts_from_then() =>
        Says(New.Raised(Start).Given(Worker, new Command.AddParty(Police, Side.Involved, "They were there."), NextDay).Counts(), Measure.InvolvedBy, "police/county-police: 1");

    [Test]
    public void A_difference_that_the_clock_took_to_stage_3_counts_once_as_escalated_by_the_clock_and_its_steps_each()
    {
        var sums = UpToStage("3").Counts();
        Says(sums, Measure.FirstByClock, "1");
        Says(sums, Measure.ByClock, "1: 1", "2: 1");
        Says(sums, Measure.ByPeople);
    }

    [Test]
    public void A_step_that_people_take_counts_at_the_stage_that_was_left() =>
        Says(New.Raised(Start).Given(Worker, Discussed("consult"), Noon).Given(Worker, Discussed("discuss"), Noon).Given(Worker, Escalate("1"), One).Counts(), Measure.ByPeople, "1: 1");

    [Test]
    public void A_difference_that_starts_higher_up_was_taken_further_by_nobody()
    {
        var sums = New.Given(Worker, Raise(Start) with { ImmediateRisk = "They may be hurt tonight.", StartAt = "3", StartReason = "It cannot wait." }, Start).Counts();
        Says(sums, Measure.BeganAt, "3: 1");
        Says(sums, Measure.ByPeople);
        Says(sums, Measure.RaisedAtRisk, "1");
        Says(sums, Measure.RiskMarked);
    }

    [Test]
    public void Immediate_risk_that_is_marked_later_counts_and_again_when_it_was_lifted_and_comes_back()
    {
        var story = New.Raised(Start).Given(Worker, new Command.MarkImmediateRisk("Worse."), Noon);
        Says(story.Counts(), Measure.RaisedAtRisk);
        Says(story.Counts(), Measure.RiskMarked, "1");
        Says(story.Given(Worker, new Command.LiftImmediateRisk("Over."), Two).Given(Worker, new Command.MarkImmediateRisk("Again."), Two).Counts(), Measure.RiskMarked, "2");
    }

    [Test]
    public void What_is_screened_out_was_raised_and_has_ended_and_began_at_no_stage()
    {
        var sums = New.Given(Worker, Raise(Start) with { Screening = [SouthGloucestershire.Screening.First(q => !q.Alongside).Id] }, Start).Counts();
        Says(sums, Measure.Raised, "1");
        Says(sums, Measure.BeganAt, "none: 1");
        Says(sums, Measure.Ended, "redirected: 1");
        Says(sums, Measure.Open);
        Says(sums, Measure.DaysTaken);
    }

    [Test]
    public void A_settled_difference_counts_on_the_day_on_which_it_closes_and_took_until_the_day_on_which_it_was_settled()
    {
        var story = New.Raised("2026-04-01T10:00").Settled("2026-04-02T11:00").EveryoneTold("2026-04-07T10:00");
        Says(Counted.In("2026-04-01", "2026-04-06", story), Measure.Ended);
        var sums = Counted.In("2026-04-07", "2026-04-07", story);
        Says(sums, Measure.Ended, "agreement: 1");
        Says(sums, Measure.SettledAt, "1: 1");
        Says(sums, Measure.DaysTaken, "1: 1");
        Says(sums, Measure.InTime, "within: 1");
        Says(sums, Measure.EndedAfterClock);
    }

    [Test]
    public void A_binding_decision_after_the_clocks_steps_counts_as_one_and_beyond_the_time_for_the_whole()
    {
        var story = Unresolved().Given(Chair, new Command.ChooseRoute("mediation", "It is the simpler way."), "2026-04-13T10:00")
            .Given(Mediator, Decide("d"), "2026-04-14T10:00").EveryoneTold("2026-04-14T11:00")
            .Given(CouncilManager, MonitoringForm("Care goes on."), "2026-04-14T12:00").Given(CouncilManager, Sign("initiating"), "2026-04-14T12:00")
            .Given(CareManager, Sign("receiving"), "2026-04-14T13:00");
        Assert.That(story.State, Is.InstanceOf<Difference.Ended>());
        var sums = story.Counts();
        Says(sums, Measure.Ended, "binding-decision: 1");
        Says(sums, Measure.EndedAfterClock, "1");
        Says(sums, Measure.SettledAt, "4: 1");
        // 2, 7, 8, 9, 10, 13 and 14 April: Good Friday and Easter Monday do not count.
        Says(sums, Measure.DaysTaken, "7: 1");
        Says(sums, Measure.InTime, "beyond: 1");
        Says(sums, Measure.FormSubmitted, "monitoring: 1");
    }

    [Test]
    public void What_is_raised_after_the_close_of_a_friday_and_settled_on_the_saturday_took_no_working_day() =>
        Says(New.Raised("2026-04-17T18:00").Settled("2026-04-18T11:00").EveryoneTold("2026-04-18T11:00").Counts(), Measure.DaysTaken, "0: 1");

    [Test]
    public void One_that_is_opened_again_is_open_again_and_ends_again()
    {
        var story = New.Raised(Start).Given(Worker, new Command.Withdraw("A misunderstanding."), Noon);
        Says(story.Counts(), Measure.Ended, "withdrawn: 1");
        story.Given(BoardOffice, new Command.Reopen("2", "It was none."), One);
        Says(story.Counts(), Measure.Open, "1");
        Says(story.Counts(), Measure.Reopened, "1");
        story.Settled(Two).EveryoneTold(Two);
        Says(story.Counts(), Measure.Ended, "agreement: 1", "withdrawn: 1");
        Says(story.Counts(), Measure.Open);
    }

    [Test]
    public void A_later_date_that_both_sides_agree_is_an_extension_and_the_first_one_that_a_promise_gets_is_not()
    {
        var extended = New.Raised(Start).Given(CareManager, AskUntil("t", "2026-04-08"), Noon).Given(CouncilManager, new Command.AgreeTimescale("t"), One);
        Says(extended.Counts(), Measure.TimeAgreed, "extension: 1");
        var first = new Story(Somerset).Raised(Start).Given(Worker, Escalate("1"), Noon)
            .Given(CouncilManager, AskUntil("t", "2026-04-24", "respond"), One).Given(CareManager, new Command.AgreeTimescale("t"), Two);
        Says(first.Counts(), Measure.TimeAgreed, "first-date: 1");
        var declined = New.Raised(Start).Given(CareManager, AskUntil("t", "2026-04-08"), Noon).Given(CouncilManager, new Command.DeclineTimescale("t", "No."), One);
        Says(declined.Counts(), Measure.TimeAgreed);
    }

    [Test]
    public void What_the_board_office_is_asked_to_look_at_counts_by_what_it_is()
    {
        var story = new Story(SouthGloucestershire, Without(SouthGloucestershire, [$"{Care}-2"])).Raised(Start).TimePasses("2026-04-02T17:00");
        Says(story.Counts(), Measure.Flagged, "no-contact: 1");
        Says(UpToStage("4").TimePasses("2026-04-10T17:00").Counts(), Measure.Flagged, "deadline-passed: 1");
    }

    [Test]
    public void What_comes_after_counts_by_what_it_is()
    {
        var story = New.Given(Worker, Raise(Start) with { Concern = AboutNights with { Reason = "roles" } }, Start).Settled(Noon).EveryoneTold(One)
            .Given(Worker, new Command.GiveFeedback(2, "Shorter."), Two).Given(CareManager, new Command.GiveFeedback(5, "None."), Two)
            .Given(CareManager, new Command.PassLearning("l", "Nobody knew."), Two).Given(BoardOffice, new Command.RecordDebrief(DebriefStep.Offered, ""), Two);
        Says(story.Counts(), Measure.Effectiveness, "2: 1", "5: 1");
        Says(story.Counts(), Measure.LearningFor, "roles: 1");
        Says(story.Counts(), Measure.LearningFrom, "local-authority: 1");
        Says(story.Counts(), Measure.Debrief, "offered: 1");
    }

    [Test]
    public void An_action_is_due_on_its_day_also_when_that_is_moved_and_done_in_time_or_late()
    {
        var story = New.Raised(Start).Given(CareManager, Propose("p", Action("one", Care, "2026-04-10"), Action("two", Care, "2026-05-10")), Noon)
            .Given(CouncilManager, Confirm("p"), Noon);
        Says(Counted.In("2026-04-01", "2026-04-30", story), Measure.ActionsDue, "1");
        Says(story.Counts(), Measure.ActionsOpen, "2");
        story.Given(BoardOffice, new Command.ChangeAction("one", Care, "Dee", Day("2026-05-05"), "They were ill."), One);
        Says(Counted.In("2026-04-01", "2026-04-30", story), Measure.ActionsDue);
        Says(Counted.In("2026-05-01", "2026-05-31", story), Measure.ActionsDue, "2");
        story.Given(CareManager, new Command.CompleteAction("one", "Done."), "2026-05-05T23:00").Given(CareManager, new Command.CompleteAction("two", "Done."), "2026-05-11T09:00");
        Says(story.Counts(), Measure.ActionsDone, "in-time: 1", "late: 1");
        Says(story.Counts(), Measure.ActionsOpen);
    }

    [Test]
    public void The_actions_of_an_outcome_that_does_not_stand_are_counted_no_more()
    {
        var story = New.Raised(Start).Given(CareManager, Propose("p", Action("one", Care, "2026-04-10")), Noon).Given(CouncilManager, Confirm("p"), Noon)
            .Disowned<Fact.OutcomeConfirmed>(CouncilManager, One).FoundNotToStand<Fact.OutcomeConfirmed>(Two);
        Says(story.Counts(), Measure.ActionsDue);
        Says(story.Counts(), Measure.ActionsOpen);
        Says(story.Counts(), Measure.Ended);
    }

    [TestCase("2026-07-01T23:30+00:00", "2026-07-02", "half past midnight in summer time")]
    [TestCase("2026-01-14T23:30+00:00", "2026-01-14", "half past eleven at night in winter")]
    [TestCase("2026-06-30T23:30+00:00", "2026-07-01", "the next quarter")]
    [TestCase("2026-03-29T00:59+00:00", "2026-03-29", "the last minute of winter time")]
    [TestCase("2026-03-29T23:00+00:00", "2026-03-30", "the first midnight of summer time")]
    [TestCase("2026-10-25T00:30+00:00", "2026-10-25", "the first of two half past ones")]
    [TestCase("2026-10-25T23:30+00:00", "2026-10-25", "the clocks went back this morning")]
    public void What_happens_at_night_belongs_to_the_day_in_London(string at, string day, string why) =>
        Assert.That(Tally.Of(Difference.Nothing, New.Given(Worker, Raise(at), at).Record, New.Terms).Select(c => c.Day).Distinct(), Is.EqualTo(new[] { Day(day) }), why);

    [Test]
    public void A_promise_to_settle_it_in_a_time_is_the_time_for_the_whole_and_where_there_is_none_nothing_is_in_time()
    {
        Assert.That(OverallTime.Of(SouthGloucestershire)!.Value.Within.ToString(), Is.EqualTo("5 working days"));
        Assert.That(OverallTime.Of(Somerset), Is.Null);
        var capped = Small(Stage("1", """ "deadlines": [] """), """ "caps": [ { "id": "whole", "within": "20 working days" }, { "id": "reach", "within": "2 working days", "reach": "1" } ], """);
        Assert.That(OverallTime.Of(capped)!.Value.Within.ToString(), Is.EqualTo("20 working days"));
        Says(new Story(Somerset).Raised(Start).Given(Worker, new Command.Withdraw("No."), Noon).Counts(), Measure.InTime);
    }

    [Test]
    public void Counting_decision_by_decision_comes_to_the_same_as_counting_the_record()
    {
        var story = Unresolved();
        var (state, steps) = (Difference.Nothing, new List<Count>());
        foreach (var entry in story.Record)
        {
            steps.AddRange(Tally.Of(state, [entry], story.Terms));
            state = Difference.Evolve(entry, state);
        }

        Assert.That(steps, Is.EqualTo(Tally.Of(Difference.Nothing, story.Record, story.Terms)).And.Not.Empty);
    }

    private static void Says(Sums sums, Measure measure, params string[] said) => Assert.That(sums.Said(measure), Is.EqualTo(said), measure.ToString());
}
