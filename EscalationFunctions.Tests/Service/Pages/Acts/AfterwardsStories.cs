using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Service.Pages.Acts.PageOffice;

namespace EscalationFunctions.Tests.Service.Pages.Acts;

/// <summary>What comes after an outcome: telling, actions, the debrief, what can be learnt. And duties and questions of the three stages of Moorland.</summary>
public class AfterwardsStories
{
    private static readonly string[] Proposal =
    [
        "outcome: Care goes on.", "outstanding: Nothing.", "action-1: yes", "actions[0].what: Hold the review", "actions[0].agency: county-trust",
        "actions[0].owner: Dee", "actions[0].due: 20/4/2026", "action-2: no",
    ];

    private PageOffice office = null!;

    [SetUp]
    public async Task Open() => office = await OpenAsync();

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task It_closes_once_the_board_office_says_that_everybody_was_told()
    {
        await SettleAsync();
        Assert.That(await office.OfferedTo(Trust), Has.No.Member("told"));
        Assert.That(await office.DoAsync("told", office.BoardOffice, "told: north-council\nraiser"),
            Is.EqualTo(new[] { new Fact.Told("north-council"), new Fact.Told("raiser") }));
        Assert.That((await office.DoAsync("told", office.BoardOffice, "told: county-trust"))[^1], Is.EqualTo(new Fact.Closed()));
    }

    [Test]
    public async Task An_agreed_action_is_moved_with_a_reason_and_done_by_whoever_took_it_on()
    {
        await SettleAsync();
        var action = (await office.AtAsync(Council, office.Id)).Standing.Actions.Single().Action.Id;
        Assert.That(await office.OfferedTo(Council), Has.No.Member("complete-action").And.Member("change-action"));
        var changed = await office.OneAsync<Fact.ActionChanged>("change-action", Council,
            $"action: {action}", "agency: county-trust", "owner: Eve", "due: 30/4/2026", "reason: Dee is away.");
        Assert.That((changed.Owner, changed.Due, changed.Reason), Is.EqualTo(("Eve", new DateOnly(2026, 4, 30), "Dee is away.")));
        Assert.That(await office.DoAsync("complete-action", Trust, "account: Held today."), Has.Member(new Fact.ActionCompleted(action, "Held today.")));
        Assert.That(await office.OfferedTo(Trust), Has.No.Member("complete-action").And.No.Member("change-action"));
    }

    [Test]
    public async Task What_was_learnt_is_recorded_passed_on_and_said_also_after_closing()
    {
        await SettleAsync();
        await office.DoAsync("told", office.BoardOffice, "told: north-council\ncounty-trust\nraiser");
        Assert.That(await office.DoAsync("debrief", Trust, "step: Held", "note: We talk sooner."),
            Is.EqualTo(new[] { new Fact.DebriefRecorded(DebriefStep.Held, "We talk sooner.") }));
        var passed = await office.OneAsync<Fact.LearningPassed>("learning", Council, "issue: Discharges on Fridays.");
        Assert.That(passed.Issue, Is.EqualTo("Discharges on Fridays."));
        Assert.That(await office.DoAsync("feedback", Council, "effectiveness: 4", "suggestions: "), Is.EqualTo(new[] { new Fact.FeedbackGiven(4, "") }));
        Assert.That(await office.OfferedTo(office.BoardOffice), Has.No.Member("feedback").And.Member("reopen"));
    }

    [Test]
    public async Task Before_an_outcome_there_is_nothing_to_tell_to_do_or_to_learn()
    {
        await office.RaiseAsync();
        string[] afterwards = ["told", "complete-action", "change-action", "debrief", "learning", "feedback", "reopen"];
        foreach (var email in new[] { Council, Trust, office.BoardOffice }) Assert.That((await office.OfferedTo(email)).Intersect(afterwards), Is.Empty);
    }

    [Test]
    public async Task A_duty_that_can_be_kept_by_saying_so_is_said_by_whoever_holds_it()
    {
        await office.RaiseAsync("at-risk: yes", "startAt: 4");
        await office.Office.DoneAsync(office.Id, OfficeDays.Asha, new Command.ReportUnresolved("No agreement."));
        Assert.That(await office.OfferedTo(Trust), Has.No.Member("duty"));
        Assert.That(await office.DoAsync("duty", Council, "deadline: send-form", "account: Sent by post."),
            Has.Member(new Fact.DutyDone("4", "send-form", "Sent by post.")));
        Assert.That(await office.OfferedTo(Council), Has.No.Member("duty"));
    }

    [Test]
    public async Task Somersets_questions_are_asked_again_before_the_formal_stage_and_a_yes_ends_the_way()
    {
        await using var moorland = await OpenAsync(TestOffice.Moorland);
        await moorland.RaiseAsync();
        await moorland.DoAsync("take-further", Council, [.. await moorland.NotElsewhereAsync()]);
        var at = await moorland.AtAsync(Council, moorland.Id);
        var journey = Find("take-further");
        var yes = journey.Screens(at, new(new Dictionary<string, string> { ["screening-day-to-day"] = "yes" })).ToList();
        Assert.That(yes.Select(s => s.Id), Is.EqualTo(new[] { "screening-day-to-day", "elsewhere" }));
        Assert.That(yes[1].Ends, Is.True);
        Assert.That(await moorland.DoAsync("take-further", Council, [.. await moorland.NotElsewhereAsync(), "reason: The managers differ."]),
            Has.Member(new Fact.Escalated("2", "3", "The managers differ.")));
        Assert.That(await moorland.OfferedTo(Council), Has.No.Member("take-further").And.No.Member("debrief"));
    }

    private async Task SettleAsync()
    {
        await office.RaiseAsync();
        await office.DoAsync("propose", Trust, Proposal);
        var facts = await office.DoAsync("answer", Council, "agree: yes");
        Assert.That(facts.OfType<Fact.OutcomeSettled>(), Is.Not.Empty);
    }
}
