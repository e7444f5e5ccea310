using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Every due time can explain itself (D10).</summary>
public sealed class ExplanationTests
{
    private const string Wednesday = "2026-04-01T10:00";

    [Test]
    public void It_says_from_which_event_it_counts_how_many_days_and_what_comes_of_it() =>
        Assert.That(Why(Begun("2026-12-23T10:00")), Is.EqualTo(
            "1 working day from the outset, 10am on Wednesday 23 December 2026. So it is due by 5pm on Thursday 24 December 2026."));

    [Test]
    public void What_comes_after_the_close_of_day_counts_as_the_next_working_day_and_skipped_days_have_their_reasons() =>
        Assert.That(Why(Begun("2026-12-23T17:01")), Is.EqualTo(
            "1 working day from the outset, 5:01pm on Wednesday 23 December 2026. That counts as Thursday 24 December 2026. Not counted: "
            + "Friday 25 December 2026 (Christmas Day), Saturday 26 December 2026, Sunday 27 December 2026, Monday 28 December 2026 (Boxing Day). "
            + "So it is due by 5pm on Tuesday 29 December 2026."));

    [Test]
    public void At_the_close_of_day_itself_it_is_still_that_day() =>
        Assert.That(Why(Begun("2026-12-23T17:00")), Does.EndWith("So it is due by 5pm on Thursday 24 December 2026.").And.Not.Contain("counts as"));

    [Test]
    public void A_closure_of_the_board_is_named() =>
        Assert.That(
            Why(new Story(SouthGloucestershire, null, new ClosureDay(new DateOnly(2026, 6, 8), "Board office moves")).Raised("2026-06-05T10:00")),
            Does.Contain("Not counted: Saturday 6 June 2026, Sunday 7 June 2026, Monday 8 June 2026 (Board office moves)."));

    [Test]
    public void An_agreed_extension_is_told_where_it_carries_later_dates_along() =>
        Assert.That(Why(Extended().Given(CouncilManager, Escalate("1"), Wednesday)), Is.EqualTo(
            "2 working days from the outset, 10am on Wednesday 1 April 2026. Not counted: Friday 3 April 2026 (Good Friday), Saturday 4 April 2026, "
            + "Sunday 5 April 2026, Monday 6 April 2026 (Easter Monday). Agreed extensions add 2 working days. "
            + "So it is due by 5pm on Thursday 9 April 2026."));

    [Test]
    public void A_date_that_was_agreed_and_not_counted_says_so() =>
        Assert.That(Why(Extended()), Is.EqualTo("Both sides agreed on it. So it is due by 5pm on Wednesday 8 April 2026."));

    [Test]
    public void A_duty_without_a_date_says_so() =>
        Assert.That(Why(new Story(Somerset).Raised(Wednesday), "discuss"), Is.EqualTo("It has no date."));

    [Test]
    public void What_counts_from_another_deadline_says_when_that_was_done()
    {
        var story = new Story(Small(WithDeadlines("1",
            """ "id": "acknowledge", "kind": "acknowledge", "holder": "responding-agency", "within": "1 working day" """,
            """ "id": "respond", "kind": "respond", "holder": "responding-agency", "within": "48 elapsed hours", "from": "met:acknowledge" """)));

        Assert.That(Why(story.Raised(Wednesday).Given(CareManager, new Command.Acknowledge(), "2026-04-01T11:30"), "respond"), Is.EqualTo(
            "48 elapsed hours from when 'acknowledge' was met or its time was over, 11:30am on Wednesday 1 April 2026. So it is due by 11:30am on Friday 3 April 2026."));
    }

    [Test]
    public void A_chase_counts_from_when_the_wait_began() =>
        Assert.That(Explanation.Of(new Story(Somerset).Raised(Wednesday).Standing.Chase!.Why), Is.EqualTo(
            "2 working days from the last reminder or the beginning of the wait, 10am on Wednesday 1 April 2026. Not counted: "
            + "Friday 3 April 2026 (Good Friday), Saturday 4 April 2026, Sunday 5 April 2026, Monday 6 April 2026 (Easter Monday). "
            + "So it is due by 5pm on Tuesday 7 April 2026."));

    private static string Why(Story story, string deadline = "resolve") => Explanation.Of(story.Standing.FindDeadline(deadline)!);

    private static Story Begun(string at) => new Story(SouthGloucestershire).Raised(at);

    /// <summary>From Thursday 2 April, over Easter, to Wednesday 8 April: two working days more.</summary>
    private static Story Extended() => Begun(Wednesday)
        .Given(CareManager, AskUntil("time", "2026-04-08"), Wednesday).Given(CouncilManager, new Command.AgreeTimescale("time"), Wednesday);
}
