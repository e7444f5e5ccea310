using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Simulating;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.Story;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>The clock: late, asked twice, and set against what people do at the same time.</summary>
public class ClockStories
{
    private static readonly Procedure Board = ProcedureText.SouthGloucestershire;

    [Test]
    public void A_service_that_was_down_for_days_escalates_no_differently()
    {
        var onTime = UpToStage("2").TimePasses("2026-04-07T17:00+01:00").TimePasses("2026-04-08T17:00+01:00").TimePasses("2026-04-10T17:00+01:00");
        var late = new Story(Board).Raised("2026-04-01T10:00+01:00").TimePasses("2026-04-16T08:00+01:00");
        Assert.That(Course(late), Is.EqualTo(Course(onTime)));
    }

    [TestCase("2026-04-02T17:00+01:00", "2026-04-08T17:00+01:00", TestName = "A clock that is on time")]
    [TestCase("2026-04-02T17:00:03+01:00", "2026-04-08T17:00+01:00", TestName = "A clock that is three seconds late gives nobody a day")]
    [TestCase("2026-04-02T23:59+01:00", "2026-04-08T17:00+01:00", TestName = "A clock that is late by an evening gives nobody a day")]
    [TestCase("2026-04-03T09:00+01:00", "2026-04-09T17:00+01:00", TestName = "A clock that is late by a day lets the next stage begin when its people hear of it")]
    public void Where_each_stage_counts_from_its_own_beginning(string clock, string due) =>
        new Story(OtherReading.Of(Board)).Raised("2026-04-01T10:00+01:00").TimePasses(clock).ThenItIsAtStage("2").ThenDue("resolve", due);

    [Test]
    public void A_chain_that_silence_carries_on_counts_from_the_day_on_which_the_time_was_over() =>
        Assert.That(new DueTimes(Board.WorkingTime with { NextDayAfter = new TimeOnly(16, 0) }, new WorkingDays(Nation.EnglandAndWales))
            .Reckon(new CountsFrom(Happening.StageEntered), Instant("2026-04-08T17:00+01:00"), new Allowance.WorkingDays(1), ownDay: true).DueAt,
            Is.EqualTo(Instant("2026-04-09T17:00+01:00")));

    [Test]
    public void An_instruction_that_comes_late_finds_everything_done_that_was_due_before() =>
        new Story(Board).Raised("2026-04-01T10:00+01:00")
            .When(Worker, Escalate("1"), "2026-04-07T17:00+01:00").ThenRefused(RefusalCode.StageClosed, "fromStage")
            .Given(Worker, Escalate("3"), "2026-04-07T17:00+01:00")
            .Then(new Fact.EscalatedByClock("1", "2", "resolve"), new Fact.EscalatedByClock("2", "3", "resolve"), new Fact.Escalated("3", "4", "The managers could not agree."));

    [Test]
    public void When_a_person_and_the_clock_escalate_at_once_it_goes_up_once() =>
        UpToStage("1").Given(Worker, Escalate("1"), "2026-04-02T16:59+01:00").ThenItIsAtStage("2")
            .TimePasses("2026-04-02T17:00+01:00").ThenNothing().ThenItIsAtStage("2");

    [Test]
    public void However_often_the_clock_asks_it_happens_once() =>
        UpToStage("2").TimePasses("2026-04-02T17:00+01:00").ThenNothing().TimePasses("2026-04-02T17:00+01:00").ThenNothing();

    [Test]
    public void A_reminder_that_would_come_after_the_deadline_is_left_out() =>
        UpToStage("1").TimePasses("2026-04-02T17:00+01:00").ThenNo<Fact.Reminded>();

    [Test]
    public void A_concern_first_considered_three_days_before_it_was_raised_has_used_up_three_days() =>
        new Story(Board).Given(Worker, Raise("2026-04-01T10:00+01:00"), "2026-04-08T10:00+01:00").ThenDue("resolve", "2026-04-02T17:00+01:00")
            .TimePasses("2026-04-08T10:00+01:00")
            .Then(new Fact.EscalatedByClock("1", "2", "resolve"), new Fact.EscalatedByClock("2", "3", "resolve"))
            .ThenItIsAtStage("3").ThenDue("resolve", "2026-04-08T17:00+01:00");

    [Test]
    public void The_same_instruction_twice_is_one_instruction()
    {
        var story = UpToStage("1");
        var proposal = new Instruction("one click", CareManager, Propose("agreed"));
        story.Answered(proposal, "2026-04-01T12:00+01:00").Then(new Fact.OutcomeProposed("agreed", "1", "Care goes on.", "None.", [], []))
            .Answered(proposal, "2026-04-01T12:00+01:00").ThenNothing()
            .Given(CouncilManager, Dispute("agreed"), "2026-04-01T13:00+01:00")
            .Answered(proposal, "2026-04-30T12:00+01:00").ThenNothing().ThenItIsAtStage("1");
    }

    [Test]
    public void What_was_refused_can_be_asked_again_under_the_same_request() =>
        UpToStage("1").Answered(new Instruction("one form", Worker, new Command.Withdraw("")), "2026-04-01T12:00+01:00").ThenRefused(RefusalCode.TextNeeded, "reason")
            .Answered(new Instruction("one form", Worker, new Command.Withdraw("Solved.")), "2026-04-01T12:00+01:00").ThenItHasEnded(Ending.Withdrawn);

    [Test]
    public void A_new_closure_day_moves_open_deadlines_and_the_limit_of_five_days() =>
        UpToStage("1").WithClosures(new ClosureDay(Day("2026-04-02"), "Flood"))
            .Given(BoardOffice, new Command.CountAgain("The offices are flooded."), "2026-04-01T12:00+01:00")
            .Then(Moved("", "five-days", "2026-04-10", "2026-04-13", remind: false), Moved("1", "resolve", "2026-04-02", "2026-04-07", remind: true))
            .TimePasses("2026-04-02T17:00+01:00").ThenNothing().TimePasses("2026-04-07T17:00+01:00").ThenItIsAtStage("2");

    [Test]
    public void A_new_closure_day_leaves_the_day_that_people_agreed() =>
        UpToStage("1").Given(Worker, AskUntil("more", "2026-04-09"), "2026-04-01T11:00+01:00")
            .Given(CareManager, new Command.AgreeTimescale("more"), "2026-04-01T12:00+01:00")
            .WithClosures(new ClosureDay(Day("2026-04-02"), "Flood"))
            .Given(Actor.Clock, new Command.CountAgain("Flood."), "2026-04-01T13:00+01:00")
            .ThenExactly(Moved("", "five-days", "2026-04-10", "2026-04-13", remind: false, reason: "Flood."))
            .ThenDue("resolve", "2026-04-09T17:00+01:00");

    [Test]
    public void A_new_closure_day_moves_the_next_reminder_and_counting_twice_changes_nothing_more()
    {
        var story = new Story(ProcedureText.Somerset).Raised("2026-04-01T10:00+01:00").ThenWaitsFor("Practitioner", "2026-04-07T17:00+01:00");
        story.WithClosures(new ClosureDay(Day("2026-04-07"), "Flood")).Given(BoardOffice, new Command.CountAgain("Flood."), "2026-04-01T12:00+01:00")
            .ThenWaitsFor("Practitioner", "2026-04-08T17:00+01:00")
            .Given(BoardOffice, new Command.CountAgain("Flood."), "2026-04-01T12:01+01:00").ThenNothing();
    }

    private static Fact.DeadlineMoved Moved(string stage, string id, string from, string to, bool remind, string reason = "The offices are flooded.")
    {
        var (at, days) = (Instant("2026-04-01T10:00+01:00"), id == "resolve" ? 1 : 5);
        var why = new DueTimes(Board.WorkingTime, new WorkingDays(Nation.EnglandAndWales, [new(Day("2026-04-02"), "Flood")]))
            .Reckon(new CountsFrom(Happening.Outset), at, new Allowance.WorkingDays(days));
        return new(stage, id, Instant(from + "T17:00+01:00"), Instant(to + "T17:00+01:00"), Moving.Calendar, reason, why, remind ? Instant(to + "T09:00+01:00") : null);
    }

    /// <summary>What happened to it, but for reminders on the day and for when it was recorded.</summary>
    private static IEnumerable<Fact> Course(Story story) => story.Record.Select(e => e.Fact)
        .Where(f => f is not (Fact.Reminded or Fact.DeadlineSet or Fact.ChaseSet))
        .Select(f => f is Fact.StageEntered entered ? entered with { Since = null } : f);
}
