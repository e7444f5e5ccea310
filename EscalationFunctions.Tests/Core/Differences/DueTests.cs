using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>When the first deadline of a difference is over, by how its procedure counts.</summary>
public class DueTests
{
    private const string Resolve = """ "id": "resolve", "kind": "resolve", "holder": "every-party", "within": """;

    [TestCase("2026-06-05T16:59", "2026-06-08T17:00", "Friday afternoon: Monday")]
    [TestCase("2026-06-05T17:00", "2026-06-08T17:00", "at the close the day still counts")]
    [TestCase("2026-06-05T17:01", "2026-06-09T17:00", "after the close it counts as Monday's")]
    [TestCase("2026-06-06T11:00", "2026-06-09T17:00", "on a Saturday it counts as Monday's")]
    [TestCase("2026-12-23T10:00", "2026-12-24T17:00", "the day before Christmas Eve")]
    [TestCase("2026-12-24T10:00", "2026-12-29T17:00", "Christmas Eve: Boxing Day is a Saturday, so Monday is its substitute")]
    [TestCase("2026-12-24T17:01", "2026-12-30T17:00", "Christmas Eve after the close counts as Tuesday's")]
    [TestCase("2026-04-02T10:00", "2026-04-07T17:00", "over Easter, Good Friday and Easter Monday")]
    [TestCase("2026-05-01T10:00", "2026-05-05T17:00", "over the early May bank holiday")]
    [TestCase("2026-03-27T10:00", "2026-03-30T17:00", "over the weekend on which summer time begins")]
    [TestCase("2026-10-23T10:00", "2026-10-26T17:00", "over the weekend on which summer time ends")]
    public void A_working_day_in_South_Gloucestershire(string raised, string due, string because) =>
        Due(new Story(SouthGloucestershire), raised, due, because);

    [TestCase("2026-05-22T10:00", "1", "2026-05-26T17:00", "the spring bank holiday on Monday")]
    [TestCase("2026-05-22T10:00", "2", "2026-05-27T17:00", "a bank holiday in the middle of the count is passed over")]
    [TestCase("2026-05-22T10:00", "3", "2026-05-28T17:00", "once")]
    public void Days_in_the_middle_of_a_count_that_do_not_count(string raised, string stage, string due, string because)
    {
        var story = new Story(SouthGloucestershire).Given(Worker, Raise(raised) with { ImmediateRisk = "Alone.", StartAt = stage, StartReason = "Now." }, raised);
        Assert.That(story.Standing.FindDeadline("resolve")!.DueAt, Is.EqualTo(Story.Instant(due)), because);
    }

    [TestCase("2 working days", "", "2026-06-05T16:00", "2026-06-09T17:00", "days of work")]
    [TestCase("1 working week", "", "2026-06-03T10:00", "2026-06-10T17:00", "five working days wherever in the week it begins")]
    [TestCase("2 working weeks", "", "2026-05-20T10:00", "2026-06-04T17:00", "ten, the spring bank holiday passed over")]
    [TestCase("14 calendar days", "", "2026-05-20T10:00", "2026-06-03T17:00", "days of the calendar, bank holidays too")]
    [TestCase("3 calendar days", "", "2026-06-03T10:00", "2026-06-06T17:00", "and Saturdays")]
    [TestCase("48 hours", " \"hoursAre\": \"elapsed\" ", "2026-06-05T16:00", "2026-06-07T16:00", "on the clock, over the weekend")]
    [TestCase("48 hours", " \"hoursAre\": \"working-days\" ", "2026-06-05T16:00", "2026-06-09T17:00", "two working days")]
    [TestCase("24 hours", " \"hoursAre\": \"working-days\" ", "2026-06-05T16:00", "2026-06-08T17:00", "one")]
    [TestCase("48 elapsed hours", " \"hoursAre\": \"working-days\" ", "2026-06-05T16:00", "2026-06-07T16:00", "on the clock, whatever hours are here")]
    [TestCase("24 elapsed hours", "", "2026-03-28T12:00", "2026-03-29T13:00", "an hour later on the wall when summer time begins")]
    [TestCase("24 elapsed hours", "", "2026-10-24T12:00", "2026-10-25T11:00", "an hour earlier on the wall when it ends")]
    [TestCase("same working day", "", "2026-06-05T16:00", "2026-06-05T17:00", "before the close")]
    [TestCase("same working day", "", "2026-06-05T17:00", "2026-06-08T17:00", "nobody is late before they could start")]
    [TestCase("same working day", "", "2026-06-05T18:00", "2026-06-08T17:00", "after the close: the next one")]
    [TestCase("same working day", "", "2026-06-06T10:00", "2026-06-08T17:00", "on a Saturday: Monday")]
    [TestCase("same working day", " \"nextDayAfter\": \"16:00\" ", "2026-06-05T16:01", "2026-06-08T17:00", "after the hour from which it is the next day's")]
    [TestCase("1 working day", " \"dayItselfCounts\": true ", "2026-06-05T16:00", "2026-06-05T17:00", "the day itself is the first")]
    [TestCase("2 working days", " \"dayItselfCounts\": true ", "2026-06-05T16:00", "2026-06-08T17:00", "so that the second is Monday")]
    [TestCase("1 working day", " \"dayItselfCounts\": true ", "2026-06-05T17:30", "2026-06-08T17:00", "unless it is over")]
    [TestCase("1 working day", " \"dayItselfCounts\": true ", "2026-06-06T10:00", "2026-06-08T17:00", "or none")]
    [TestCase("1 working day", "", "2026-06-06T10:00", "2026-06-08T17:00", "where every hour is its own day's, Saturday is day zero")]
    [TestCase("1 working day", " \"nextDayAfter\": \"16:00\" ", "2026-06-05T16:00", "2026-06-08T17:00", "at the hour it is still that day's")]
    [TestCase("1 working day", " \"nextDayAfter\": \"16:00\" ", "2026-06-05T16:01", "2026-06-09T17:00", "after it no longer")]
    public void However_a_procedure_counts(string within, string workingTime, string raised, string due, string because) =>
        Due(new Story(Small(WithDeadlines("1", $"{Resolve} \"{within}\""), workingTime: workingTime)), raised, due, because);

    [TestCase("outset", "2026-06-02T17:00")]
    [TestCase("raised", "2026-06-04T17:00")]
    [TestCase("stage-entered", "2026-06-04T17:00")]
    public void A_deadline_counts_from_what_its_procedure_says(string from, string due)
    {
        var story = new Story(Small(WithDeadlines("1", $"{Resolve} \"1 working day\", \"from\": \"{from}\"")))
            .Given(Worker, Raise("2026-06-01T10:00"), "2026-06-03T10:00");
        story.ThenDue("resolve", due);
    }

    [TestCase("raised", "2026-06-09T17:00", "counted on from the raising")]
    [TestCase("stage-entered", "2026-06-15T17:00", "counted anew at each stage")]
    public void A_later_stage_runs_on_or_begins_anew(string from, string due, string because)
    {
        var story = new Story(Small(WithDeadlines("1", $"{Resolve} \"2 working days\", \"from\": \"{from}\", \"onExpiry\": \"escalate\"") + ","
            + WithDeadlines("2", $"{Resolve} \"6 working days\", \"from\": \"{from}\"")));
        story.Raised("2026-06-01T10:00").TimePasses("2026-06-05T10:00");
        Assert.That(story.Standing.FindDeadline("resolve")!.DueAt, Is.EqualTo(Story.Instant(due)), because);
    }

    [TestCase(false, "2026-06-15T17:00", "without risk a working week")]
    [TestCase(true, "2026-06-09T17:00", "one working day at immediate risk")]
    public void At_immediate_risk_the_shorter_of_two_allowances_holds(bool risk, string due, string because)
    {
        var story = new Story(Small(WithDeadlines("1", $"{Resolve} \"1 working week\", \"whenAtRisk\": \"1 working day\"")));
        story.Given(Worker, Raise("2026-06-08T10:00") with { ImmediateRisk = risk ? "Alone at night." : null }, "2026-06-08T10:00");
        Assert.That(story.Standing.FindDeadline("resolve")!.DueAt, Is.EqualTo(Story.Instant(due)), because);
    }

    [TestCase("1 working week", "2026-06-08T12:00", "2026-06-09T17:00", true, "brought forward, counted from the marking")]
    [TestCase("1 working week", "2026-06-11T12:00", "2026-06-12T17:00", true, "later in the week as well")]
    [TestCase("1 working week", "2026-06-12T12:00", "2026-06-15T17:00", false, "but never put off, and equal is not earlier")]
    [TestCase("1 working week", "2026-06-15T12:00", "2026-06-15T17:00", false, "on the last day it stays")]
    [TestCase("as agreed", "2026-06-08T12:00", "2026-06-09T17:00", true, "and a duty without a date gets one")]
    public void Marking_the_risk_brings_a_deadline_forward_and_lifting_it_does_not_put_it_back(string within, string marked, string due, bool moves, string because)
    {
        var story = new Story(Small(WithDeadlines("1", $"{Resolve} \"{within}\", \"whenAtRisk\": \"1 working day\"")))
            .Raised("2026-06-08T10:00").Given(Worker, new Command.MarkImmediateRisk("He fell."), marked);
        Assert.That(story.Latest.OfType<Fact.DeadlineMoved>().Select(m => m.Because), Is.EqualTo(moves ? new[] { Moving.ImmediateRisk } : []), because);
        story.ThenDue("resolve", due).Given(Worker, new Command.LiftImmediateRisk("She is back."), marked).ThenDue("resolve", due);
    }

    [Test]
    public void A_duty_without_a_date_has_one_from_the_beginning_where_the_adult_is_at_risk_already() =>
        new Story(Small(WithDeadlines("1", $"{Resolve} \"without delay\", \"whenAtRisk\": \"1 working day\"")))
            .Given(Worker, Raise("2026-06-08T10:00") with { ImmediateRisk = "Alone." }, "2026-06-08T10:00").ThenDue("resolve", "2026-06-09T17:00");

    private static void Due(Story story, string raised, string due, string because) =>
        Assert.That(story.Raised(raised).Standing.FindDeadline("resolve")!.DueAt, Is.EqualTo(Story.Instant(due)), because);
}
