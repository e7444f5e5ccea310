using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.Story;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>More time, where both sides agree to it ("Timescales should be agreed if it is not possible to adhere to this timeframe").</summary>
public class TimescaleStories
{
    private const string Asked = "2026-04-01T11:00+01:00", Agreed = "2026-04-01T12:00+01:00";

    [Test]
    public void An_extension_that_both_sides_agree_moves_the_deadline_and_all_that_come_after_it() =>
        UpToStage("1").Given(Worker, AskUntil("more", "2026-04-07"), Asked).ThenExactly(new Fact.TimescaleProposed("more", "1", "resolve", Day("2026-04-07"), "The assessor is away."))
            .ThenDue("resolve", "2026-04-02T17:00+01:00")
            .Given(CareManager, new Command.AgreeTimescale("more"), Agreed)
            .Then(new Fact.TimescaleAgreed("more", 1), MovedTo("2026-04-07T17:00+01:00")).ThenNo<Fact.Flagged>()
            .TimePasses("2026-04-07T16:59+01:00").ThenItIsAtStage("1")
            .TimePasses("2026-04-07T17:00+01:00").ThenItIsAtStage("2").ThenDue("resolve", "2026-04-08T17:00+01:00")
            .TimePasses("2026-04-08T17:00+01:00").ThenItIsAtStage("3").ThenDue("resolve", "2026-04-09T17:00+01:00");

    [TestCase("2026-04-08", false, "stage 4 is reached on Friday, the fifth day")]
    [TestCase("2026-04-09", true, "stage 4 is reached on Monday, although the date itself is within the five days")]
    [TestCase("2026-04-10", true, "stage 1 alone takes the five days")]
    [TestCase("2026-04-13", true, "the date itself is beyond them")]
    public void It_is_said_and_flagged_when_an_extension_breaks_the_limit_of_five_days(string until, bool breaks, string because) =>
        Assert.That(UpToStage("1").Given(Worker, AskUntil("more", until), Asked).Given(CareManager, new Command.AgreeTimescale("more"), Agreed)
            .Latest.Contains(new Fact.Flagged(FlaggedFor.CapWillBreak, "reach stage 4 within 5 working days")), Is.EqualTo(breaks), because);

    [Test]
    public void A_broken_limit_of_five_days_is_flagged_when_it_breaks_and_nothing_is_decided_by_it() =>
        UpToStage("1").Given(Worker, AskUntil("more", "2026-04-13"), Asked).Given(CareManager, new Command.AgreeTimescale("more"), Agreed)
            .TimePasses("2026-04-10T16:59+01:00").ThenNo<Fact.Flagged>()
            .TimePasses("2026-04-10T17:00+01:00").ThenExactly(new Fact.DeadlinePassed("", "five-days", Instant("2026-04-10T17:00+01:00")),
                new Fact.Flagged(FlaggedFor.CapPassed, "reach stage 4 within 5 working days"))
            .ThenItIsAtStage("1");

    [Test]
    public void An_extension_is_refused_once_the_deadline_has_passed() =>
        UpToStage("4").Given(Worker, AskUntil("more", "2026-04-14"), "2026-04-10T16:00+01:00")
            .When(CareManager, new Command.AgreeTimescale("more"), "2026-04-10T17:00+01:00").ThenRefused(RefusalCode.NoSuchTimescale, "id")
            .When(Worker, AskUntil("again", "2026-04-15"), "2026-04-10T17:00+01:00").ThenRefused(RefusalCode.DeadlineHasPassed, "deadline");

    [Test]
    public void What_was_asked_for_at_a_stage_that_is_over_can_no_longer_be_agreed() =>
        UpToStage("1").Given(Worker, AskUntil("more", "2026-04-07"), Asked)
            .When(CareManager, new Command.AgreeTimescale("more"), "2026-04-02T17:00+01:00").ThenRefused(RefusalCode.NoSuchTimescale, "id");

    [Test]
    public void The_side_that_asked_cannot_agree_with_itself() =>
        UpToStage("1").Given(Worker, AskUntil("more", "2026-04-07"), Asked)
            .When(CouncilManager, new Command.AgreeTimescale("more"), Agreed).ThenRefused(RefusalCode.OwnProposal)
            .When(CouncilManager, new Command.DeclineTimescale("more", "No."), Agreed).ThenRefused(RefusalCode.OwnProposal);

    [Test]
    public void An_agency_that_is_only_involved_neither_asks_for_time_nor_gives_it() =>
        new Story(ProcedureText.SouthGloucestershire).Given(Worker, Raise(Asked) with { Involved = [Police] }, Asked)
            .When(Sergeant, AskUntil("more", "2026-04-07"), Asked).ThenRefused(RefusalCode.NotYours)
            .Given(Worker, AskUntil("more", "2026-04-07"), Asked)
            .When(Sergeant, new Command.AgreeTimescale("more"), Agreed).ThenRefused(RefusalCode.NotYours);

    [Test]
    public void What_is_declined_can_be_asked_again_and_only_the_latest_request_counts() =>
        UpToStage("1").Given(Worker, AskUntil("first", "2026-04-09"), Asked)
            .Given(CareManager, new Command.DeclineTimescale("first", "Too long."), Asked).ThenExactly(new Fact.TimescaleDeclined("first", "Too long."))
            .When(CareManager, new Command.AgreeTimescale("first"), Agreed).ThenRefused(RefusalCode.NoSuchTimescale, "id")
            .Given(Worker, AskUntil("second", "2026-04-08"), Asked).Given(CareManager, AskUntil("third", "2026-04-07"), Asked)
            .When(CareManager, new Command.AgreeTimescale("second"), Agreed).ThenRefused(RefusalCode.NoSuchTimescale, "id")
            .Given(Worker, new Command.AgreeTimescale("third"), Agreed).Then(MovedTo("2026-04-07T17:00+01:00"));

    [Test]
    public void Extensions_add_up() =>
        UpToStage("1").Given(Worker, AskUntil("a", "2026-04-07"), Asked).Given(CareManager, new Command.AgreeTimescale("a"), Agreed)
            .Given(CareManager, AskUntil("b", "2026-04-09"), Agreed).Given(Worker, new Command.AgreeTimescale("b"), Agreed).Then(new Fact.TimescaleAgreed("b", 2))
            .Given(Worker, Escalate("1"), Agreed).ThenDue("resolve", "2026-04-10T17:00+01:00");

    [TestCase("2026-04-02", RefusalCode.NotLater, "the present day is not later")]
    [TestCase("2026-04-03", RefusalCode.NotAWorkingDay, "Good Friday")]
    [TestCase("2026-04-04", RefusalCode.NotAWorkingDay, "a Saturday")]
    [TestCase("2027-04-01", null, "a year ahead is the most")]
    [TestCase("2027-04-02", RefusalCode.TooFarAhead, "more than a year is likelier a mistyped year")]
    [TestCase("9999-12-31", RefusalCode.TooFarAhead, "the calendar ends before")]
    [TestCase("0001-01-01", RefusalCode.NotLater, "the calendar begins after")]
    public void The_day_asked_for_is_a_later_working_day_within_a_year(string until, RefusalCode? code, string because) =>
        Assert.That(UpToStage("1").When(Worker, AskUntil("more", until), Asked).Codes, Is.EqualTo(code is { } c ? new[] { c } : []), because);

    private static Fact.DeadlineMoved MovedTo(string to) =>
        new("1", "resolve", Instant("2026-04-02T17:00+01:00"), Instant(to), Moving.Agreement, "agreed by both sides", RemindAt: Instant(to[..10] + "T09:00+01:00"));
}
