using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>From where a promise counts when something else moved: an extension, a risk, a reopening, the settlement.</summary>
public class CountingFromTests
{
    private const string Monday = "2026-06-01T10:00", Tuesday = "2026-06-02T10:00", Wednesday = "2026-06-03T10:00";

    private static string Resolve(string within, string from, string more = "") =>
        $""" "id": "resolve", "kind": "resolve", "holder": "every-party", "within": "{within}", "from": "{from}" {more} """;

    private static Story Two(string first, string second) => new Story(Small($"{WithDeadlines("1", first)}, {WithDeadlines("2", second)}")).Raised(Monday);

    [TestCase("outset", "2026-06-08T17:00", "what runs on from the outset runs on by as many days")]
    [TestCase("stage-entered", "2026-06-03T17:00", "what begins with its stage has its own time")]
    public void An_extension_carries_along_only_what_runs_on_from_the_outset(string from, string due, string because)
    {
        var story = Two(Resolve("1 working day", "outset", ", \"onExpiry\": \"escalate\""), Resolve(from == "outset" ? "3 working days" : "1 working day", from))
            .Given(Worker, AskUntil("more", "2026-06-04"), Monday).Given(Carer, new Command.AgreeTimescale("more"), Monday).Given(Worker, Escalate("1"), Tuesday);
        Assert.That(story.Standing.FindDeadline("resolve")!.DueAt, Is.EqualTo(Story.Instant(due)), because);
    }

    [Test]
    public void A_risk_that_was_marked_before_the_stage_leaves_it_its_whole_shorter_time() =>
        Two(Resolve("1 working week", "stage-entered"), Resolve("1 working week", "stage-entered", ", \"whenAtRisk\": \"1 working day\""))
            .Given(Worker, new Command.MarkImmediateRisk("He fell."), Monday).Given(Worker, Escalate("1"), Wednesday).ThenDue("resolve", "2026-06-04T17:00");

    [Test]
    public void No_promise_is_later_for_a_risk_than_it_would_be_without() =>
        Two(Resolve("1 working week", "outset"), Resolve("3 working days", "outset", ", \"whenAtRisk\": \"2 working days\""))
            .Given(Worker, new Command.MarkImmediateRisk("He fell."), Wednesday).Given(Worker, Escalate("1"), Wednesday).ThenDue("resolve", "2026-06-04T17:00");

    [Test]
    public void What_counts_from_the_raising_counts_from_the_reopening_after_one() =>
        new Story(Small(WithDeadlines("1", Resolve("1 working day", "raised")))).Raised(Monday).Given(Worker, new Command.Withdraw("Solved."), Monday)
            .Given(BoardOffice, new Command.Reopen("1", "It was not."), Wednesday).ThenDue("resolve", "2026-06-04T17:00");

    [Test]
    public void An_answer_given_before_the_discussion_is_not_the_answer_that_is_asked_for_after_it() =>
        new Story(Small(WithDeadlines("1", """ "id": "talk", "kind": "discuss", "holder": "every-party", "within": "1 working day" """,
            """ "id": "answer", "kind": "respond", "holder": "responding-agency", "within": "1 working day", "from": "met:talk" """))).Raised(Monday)
            .Given(Carer, Respond("early"), Monday).Given(Worker, Discussed(), Monday).ThenNoneMet("answer").ThenDue("answer", "2026-06-02T17:00")
            .Given(Carer, Respond("later"), Tuesday).Then(new Fact.DeadlineMet("1", "answer"));

    [Test]
    public void Once_it_is_settled_no_promise_begins_that_the_settlement_makes_idle() =>
        new Story(Small(WithDeadlines("1", """ "id": "answer", "kind": "respond", "holder": "responding-agency", "within": "1 working day", "from": "discussion-held" """)))
            .Raised(Monday).Settled(Monday).Given(Worker, Discussed(), Monday).ThenNo<Fact.DeadlineSet>();
}
