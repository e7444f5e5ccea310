using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>By what a promise is kept, by whom, and what follows on it: one rule at a time, on procedures of one stage or two.</summary>
public class PromiseTests
{
    private const string Start = "2026-06-01T10:00", Noon = "2026-06-01T12:00";

    private static string Acknowledge(string more = "") => $""" "id": "ack", "kind": "acknowledge", "holder": "responding-agency", "within": "1 working day" {more} """;

    private const string RespondAfterwards = """ "id": "answer", "kind": "respond", "holder": "responding-agency", "within": "2 working days", "from": "met:ack" """;

    private static Story With(params string[] deadlines) => Two(deadlines, [Care, Trust]);

    private static Story Two(string[] deadlines, string[] responding) => new Story(Small($"{WithDeadlines("1", deadlines)}, {Stage("2")}"))
        .Given(Worker, Raise(Start, responding), Start);

    [Test]
    public void What_is_asked_of_a_side_is_asked_of_each_of_its_agencies() =>
        With(Acknowledge()).Given(Carer, new Command.Acknowledge(), Noon).ThenNo<Fact.DeadlineMet>()
            .Given(Worker, new Command.Acknowledge(), Noon).ThenNo<Fact.DeadlineMet>()
            .Given(BoardOffice, new Command.Acknowledge(), Noon).ThenNo<Fact.DeadlineMet>()
            .Given(Nurse, new Command.Acknowledge(), Noon).Then(new Fact.Acknowledged("1"), new Fact.DeadlineMet("1", "ack"));

    [Test]
    public void An_answer_acknowledges_and_an_acknowledgement_is_no_answer() =>
        With(Acknowledge(), """ "id": "answer", "kind": "respond", "holder": "responding-agency", "within": "2 working days" """)
            .Given(Carer, new Command.Acknowledge(), Noon).Given(Nurse, Respond(), Noon).Then(new Fact.DeadlineMet("1", "ack")).ThenNoneMet("answer")
            .Given(Carer, Respond(), Noon).Then(new Fact.Responded("answer", "1", "We see no need.", "The review found none."), new Fact.DeadlineMet("1", "answer"));

    [Test]
    public void What_counts_from_a_kept_promise_begins_when_it_is_kept() =>
        With(Acknowledge(), RespondAfterwards).Given(Carer, new Command.Acknowledge(), Noon).ThenNone("answer")
            .Given(Nurse, new Command.Acknowledge(), "2026-06-02T12:00").ThenDue("answer", "2026-06-04T17:00")
            .Given(Nurse, Respond(), "2026-06-02T13:00").ThenNo<Fact.DeadlineMet>().Given(Carer, Respond(), "2026-06-02T13:00").Then(new Fact.DeadlineMet("1", "answer"));

    [Test]
    public void What_was_answered_at_once_is_not_asked_again() =>
        With(Acknowledge(), RespondAfterwards).Given(Carer, Respond(), Noon).Given(Nurse, Respond(), Noon)
            .Then(new Fact.DeadlineMet("1", "ack"), new Fact.DeadlineMet("1", "answer"));

    [Test]
    public void A_promise_that_passes_in_silence_carries_the_chain_on_and_is_chased_until_it_is_kept_late() =>
        Two([Acknowledge(""", "onExpiry": "flag" """), RespondAfterwards], [Care])
            .TimePasses("2026-06-02T17:00").Then(new Fact.Flagged(FlaggedFor.DeadlinePassed, "acknowledge the concern")).ThenDue("answer", "2026-06-04T17:00")
            .TimePasses("2026-06-03T17:00").ThenChased(1, false, Who.RespondingAgency)
            .Given(Carer, new Command.Acknowledge(), "2026-06-04T10:00").Then(new Fact.DeadlineMet("1", "ack")).ThenDue("answer", "2026-06-04T17:00")
            .TimePasses("2026-06-04T16:00").ThenNo<Fact.Chased>();

    [TestCase("remind", false)]
    [TestCase("flag", true)]
    public void A_promise_that_passes_is_flagged_only_where_the_procedure_says_so(string onExpiry, bool flagged)
    {
        var story = With(Acknowledge($""", "onExpiry": "{onExpiry}" """)).TimePasses("2026-06-02T17:00").Then(new Fact.DeadlinePassed("1", "ack", Story.Instant("2026-06-02T17:00")));
        Assert.That(story.Latest.OfType<Fact.Flagged>().Any(), Is.EqualTo(flagged));
        story.ThenItIsAtStage("1");
    }

    [TestCase("discuss", "", true)]
    [TestCase("convene", """, "metBy": ["duty-done"] """, false)]
    [TestCase("acknowledge", "", false)]
    [TestCase("acknowledge", """, "metBy": ["discussion-held"] """, true)]
    [TestCase("resolve", "", false)]
    public void A_discussion_keeps_what_its_kind_or_its_procedure_says(string kind, string more, bool keeps)
    {
        var story = With($""" "id": "it", "kind": "{kind}", "holder": "responding-agency", "within": "1 working day" {more} """).Given(Worker, Discussed(), Noon);
        Assert.That(story.Latest.Contains(new Fact.DeadlineMet("1", "it")), Is.EqualTo(keeps));
    }

    [Test]
    public void A_duty_is_done_by_its_holders_or_by_the_board_office_for_them() =>
        With(Duty("one", "chair"), Duty("two", "responding-agency"), Duty("three", "raiser"), Duty("four", "every-party"))
            .When(Worker, new Command.FulfilDuty("one", "Done."), Noon).ThenRefused(RefusalCode.NotYours)
            .Given(Chair, new Command.FulfilDuty("one", "Done."), Noon).Then(new Fact.DutyDone("1", "one", "Done."), new Fact.DeadlineMet("1", "one"))
            .When(Chair, new Command.FulfilDuty("one", "Done."), Noon).ThenRefused(RefusalCode.NoSuchDeadline, "deadline")
            .Given(Carer, new Command.FulfilDuty("two", "Done."), Noon).ThenNo<Fact.DeadlineMet>().Given(Nurse, new Command.FulfilDuty("two", "Done."), Noon).Then(new Fact.DeadlineMet("1", "two"))
            .When(Carer, new Command.FulfilDuty("three", "Done."), Noon).ThenRefused(RefusalCode.NotYours)
            .Given(CouncilManager, new Command.FulfilDuty("three", "Done."), Noon).Then(new Fact.DeadlineMet("1", "three"))
            .Given(BoardOffice, new Command.FulfilDuty("four", "They all did."), Noon).Then(new Fact.DeadlineMet("1", "four"));

    [Test]
    public void A_duty_can_be_done_late() =>
        With(""" "id": "it", "kind": "notify", "holder": "raising-agency", "within": "1 working day" """).TimePasses("2026-06-02T17:00")
            .Given(Worker, new Command.FulfilDuty("it", "Done."), "2026-06-03T10:00").Then(new Fact.DeadlineMet("1", "it"));

    [Test]
    public void Writing_and_telling_outlive_the_settlement_and_closing_waits_for_them_however_late() =>
        Two([""" "id": "tell", "kind": "notify", "holder": "raising-agency", "within": "2 working days" """, Acknowledge()], [Care])
            .Settled(Noon).Then(new Fact.DeadlineDropped("1", "ack")).ThenDue("tell", "2026-06-03T17:00").EveryoneTold(Noon).ThenNo<Fact.Closed>()
            .TimePasses("2026-06-03T17:00").ThenNo<Fact.Closed>().TimePasses("2026-06-04T17:00").ThenChased(1, false, Who.RaisingAgency)
            .Given(Worker, new Command.FulfilDuty("tell", "Done."), "2026-06-05T10:00").Then(new Fact.Closed());

    [Test]
    public void The_written_confirmation_is_what_tells_everybody() =>
        Two([""" "id": "write", "kind": "confirm-in-writing", "holder": "raising-agency", "within": "2 working days", "from": "outcome-settled" """], [Care])
            .ThenNone("write").Settled("2026-06-02T10:00").ThenDue("write", "2026-06-04T17:00").EveryoneTold("2026-06-02T11:00").Then(new Fact.DeadlineMet("1", "write"), new Fact.Closed());

    [Test]
    public void A_late_promise_that_the_settlement_makes_idle_is_dropped() =>
        Two([Acknowledge()], [Care]).TimePasses("2026-06-02T17:00").Settled("2026-06-03T10:00").Then(new Fact.DeadlineDropped("1", "ack")).ThenWaitsFor("Board office", "2026-06-04T17:00");

    [Test]
    public void Of_two_deadlines_that_pass_at_once_the_one_that_escalates_comes_last() =>
        With(""" "id": "up", "kind": "resolve", "holder": "every-party", "within": "1 working day", "onExpiry": "escalate" """, Acknowledge(""", "onExpiry": "flag" """))
            .TimePasses("2026-06-02T17:00").Then(new Fact.DeadlinePassed("1", "ack", Story.Instant("2026-06-02T17:00")), new Fact.DeadlinePassed("1", "up", Story.Instant("2026-06-02T17:00")),
                new Fact.EscalatedByClock("1", "2", "up"));

    [Test]
    public void A_promise_over_the_whole_can_take_it_to_the_stage_that_it_names() =>
        new Story(Small($"{Stage("1")}, {Stage("2")}, {Stage("3")}", """ "caps": [ { "id": "cap", "within": "3 working days", "reach": "3", "onExpiry": "escalate" }, { "id": "all", "within": "5 working days" } ], """))
            .Raised(Start).TimePasses("2026-06-04T17:00").Then(new Fact.Flagged(FlaggedFor.CapPassed, "reach stage 3 within 3 working days"), new Fact.EscalatedByClock("1", "3", "cap"))
            .ThenItIsAtStage("3").TimePasses("2026-06-08T17:00").Then(new Fact.Flagged(FlaggedFor.CapPassed, "settle the difference within 5 working days")).ThenItIsAtStage("3")
            .Settled("2026-06-09T10:00").ThenNo<Fact.DeadlineMet>();

    [Test]
    public void A_promise_to_settle_is_kept_by_settling() =>
        new Story(Small(Stage("1"), """ "caps": [ { "id": "all", "within": "5 working days" } ], """)).Raised(Start)
            .Settled("2026-06-08T16:59").Then(new Fact.DeadlineMet("", "all"));

    [Test]
    public void A_limit_that_the_calendar_moves_is_not_reminded_of() =>
        new Story(Small(Stage("1"), """ "remindAt": "09:00", "caps": [ { "id": "all", "within": "2 working days" } ], """)).Raised(Start)
            .WithClosures(new ClosureDay(Day("2026-06-02"), "Flood")).Given(BoardOffice, new Command.CountAgain("Flood."), Noon)
            .TimePasses("2026-06-04T16:00").ThenNo<Fact.Reminded>();

    [TestCase("48 hours", "elapsed", false)]
    [TestCase("48 hours", "working-days", true)]
    [TestCase("2 calendar days", "elapsed", false)]
    [TestCase("1 working week", "elapsed", true)]
    [TestCase("same working day", "elapsed", false)]
    public void A_new_closure_day_moves_only_what_counts_working_days(string within, string hours, bool moves)
    {
        var story = new Story(Small(WithDeadlines("1", $""" "id": "it", "kind": "resolve", "holder": "every-party", "within": "{within}" """), workingTime: $""" "hoursAre": "{hours}" """))
            .Raised(Start).WithClosures(new ClosureDay(Day("2026-06-02"), "Flood")).Given(BoardOffice, new Command.CountAgain("Flood."), Noon);
        Assert.That(story.Latest.OfType<Fact.DeadlineMoved>().Any(), Is.EqualTo(moves));
    }

    private static string Duty(string id, string holder) => $""" "id": "{id}", "kind": "notify", "holder": "{holder}", "within": "without delay" """;
}
