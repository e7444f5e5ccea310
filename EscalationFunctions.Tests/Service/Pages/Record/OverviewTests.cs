using Escalation.Core.Differences;
using Escalation.Service.Pages;
using Escalation.Service.Pages.Differences.Acts;
using Escalation.Service.Pages.Differences.Overview;
using Escalation.Service.Pages.Differences.Record;
using Escalation.Service.Pages.Journeys;

namespace EscalationFunctions.Tests.Service.Pages.Record;

/// <summary>Where a difference stands, as its page shows it.</summary>
public class OverviewTests
{
    private TestOffice office = null!;

    [SetUp]
    public async Task OpenAsync() => office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task The_timeline_shows_what_the_clock_passed_where_it_stands_and_what_may_come()
    {
        var id = await office.RaiseAsync();
        await office.TimePassesAsync(id, "2026-04-02T17:00");
        var stages = Timeline.Of(await office.ByBoardOfficeAsync(id));
        Assert.Multiple(() =>
        {
            Assert.That(stages.Select(s => s.Mark), Is.EqualTo(new[] { Mark.Done, Mark.Now, Mark.ToCome, Mark.ToCome }));
            Assert.That(stages[0].Sentences, Is.EqualTo(new[]
            {
                "From 10am on Wednesday 1 April 2026 to 5pm on Thursday 2 April 2026. Its time ended, so it moved on automatically.",
            }));
            Assert.That(stages[0].Promises, Is.EqualTo(new[] { new TimelinePromise(Mark.Late, "Settle the difference: the time for it ended at 5pm on Thursday 2 April 2026.") }));
            Assert.That(stages[1].Promises, Is.EqualTo(new[] { new TimelinePromise(Mark.ToCome, "Settle the difference: by 5pm on Tuesday 7 April 2026.") }));
            Assert.That(stages[2].Sentences, Is.EqualTo(new[] { "If it is not settled first, it comes here automatically at 5pm on Tuesday 7 April 2026." }));
            Assert.That(stages[3].Sentences, Is.Empty);
        });
    }

    [Test]
    public async Task A_stage_that_was_passed_over_is_shown_as_not_used()
    {
        var id = await office.RaiseAsync();
        await office.DoneAsync(id, OfficeDays.Asha, new Command.MarkImmediateRisk("She is alone at night."));
        await office.DoneAsync(id, OfficeDays.Asha, new Command.Escalate("1", "It cannot wait.", "3"));
        var stages = Timeline.Of(await office.ByBoardOfficeAsync(id));
        Assert.That(stages.Select(s => s.Mark), Is.EqualTo(new[] { Mark.Done, Mark.PassedOver, Mark.Now, Mark.ToCome }));
        Assert.That(stages[0].Sentences.Single(), Does.EndWith("Somebody took it further."));
    }

    [Test]
    public async Task When_it_has_ended_nothing_is_to_come()
    {
        var id = await office.RaiseAsync();
        await office.DoneAsync(id, OfficeDays.Asha, new Command.Withdraw("It was a misunderstanding."));
        var stages = Timeline.Of(await office.ByBoardOfficeAsync(id));
        Assert.That(stages.Select(s => s.State), Is.EqualTo(new[] { "Ended here" }));
        Assert.That(stages[0].Promises.Single(), Is.EqualTo(new TimelinePromise(Mark.PassedOver, "Settle the difference: it was asked by 5pm on Thursday 2 April 2026, and no longer is.")));
    }

    [Test]
    public async Task Caps_of_the_whole_procedure_stand_beside_the_stages()
    {
        var id = await office.RaiseAsync();
        Assert.That(Timeline.Caps(await office.ByBoardOfficeAsync(id)).Select(c => c.Text), Is.EqualTo(new[] { "Reach stage 4 within 5 working days: by 5pm on Friday 10 April 2026." }));
    }

    [TestCase("county-trust-1", "propose", TestName = "Who_has_to_settle_it_is_first_offered_to_propose_an_outcome")]
    [TestCase("north-council-1", "propose", TestName = "So_is_the_side_that_raised_it")]
    public async Task FirstWithoutAProposal(string contact, string path) => Assert.That((await TodoAsync(await office.RaiseAsync(), contact)).First!.Address, Is.EqualTo($"/d/{path}"));

    [Test]
    public async Task Who_has_a_proposal_before_them_is_first_offered_to_answer_it_and_who_made_it_waits()
    {
        var id = await office.RaiseAsync();
        await office.DoneAsync(id, OfficeDays.Asha, new Command.ProposeOutcome("p-1", "Care goes on.", "None.", [], []));
        var (asked, waiting) = (await TodoAsync(id, "county-trust-1"), await TodoAsync(id, "north-council-1"));
        Assert.Multiple(() =>
        {
            Assert.That(asked.First?.Address, Is.EqualTo("/d/answer"));
            Assert.That(asked.Others.Select(o => o.Address), Does.Contain("/d/propose").And.Not.Contain("/d/answer"));
            Assert.That(waiting.First, Is.Null);
            Assert.That(waiting.Others.Select(o => o.Address), Does.Contain("/d/propose"));
        });
    }

    [Test]
    public async Task A_form_that_the_stage_wants_is_offered_to_the_side_that_completes_it()
    {
        var id = await office.RaiseAsync();
        await office.TimePassesAsync(id, "2026-04-07T17:00");
        Assert.That((await TodoAsync(id, "north-council-3")).Others.Select(o => o.Address), Does.Contain("/d/forms/monitoring"));
        Assert.That((await TodoAsync(id, "county-trust-3")).Others.Select(o => o.Address), Does.Not.Contain("/d/forms/monitoring"));
    }

    [Test]
    public async Task Who_reads_is_told_that_it_is_they_who_have_the_next_act()
    {
        var id = await office.RaiseAsync();
        var (acting, later) = (await office.ByContactAsync(id, "county-trust-1"), await office.ByContactAsync(id, "county-trust-2"));
        Assert.That(NextWords.Of(acting), Is.EqualTo(new[] { "North Council (Practitioner and line manager) and you need to settle the difference by 5pm on Thursday 2 April 2026." }));
        Assert.That(NextWords.Of(later).Single(), Does.Contain("County Trust (Practitioner and line manager)"));
        Assert.That(NextWords.WhyThen(acting), Does.StartWith("1 working day from the outset"));
    }

    [Test]
    public async Task That_an_act_was_disowned_is_said_and_the_board_office_is_not_asked_to_settle_the_difference()
    {
        var id = await office.RaiseAsync();
        var proposed = (await office.DoneAsync(id, OfficeDays.Ben, new Command.ProposeOutcome("p-1", "Care ends.", "None.", [], []))).Added[0];
        await office.DoneAsync(id, OfficeDays.Ben, new Command.Disown(proposed.Number, "I was on leave."));
        var sentences = NextWords.Of(await office.ByContactAsync(id, "county-trust-1")).ToList();
        Assert.That(sentences[0], Does.StartWith("Somebody has said that an act in their name was not theirs."));
        Assert.That(sentences[1], Is.EqualTo("North Council (Practitioner and line manager) and you need to settle the difference by 5pm on Thursday 2 April 2026."));
    }

    [Test]
    public async Task The_record_comes_newest_first_a_page_at_a_time_and_an_address_beyond_it_shows_the_last_page()
    {
        var id = await office.RaiseAsync();
        for (var i = 0; i < 50; i++) await office.DoneAsync(id, OfficeDays.Asha, new Command.NoteComplaint($"Note {i}"));
        var at = await office.ByBoardOfficeAsync(id);
        var (first, last) = (RecordExcerpt.Of(at, 1), RecordExcerpt.Of(at, 99));
        Assert.Multiple(() =>
        {
            Assert.That(first.Lines.Select(l => l.Number), Is.EqualTo(Enumerable.Range(at.Entries.Count - 24, 25).Reverse()));
            Assert.That((last.Page, last.Lines[^1].Number), Is.EqualTo((last.Pages, 1)));
            Assert.That(RecordExcerpt.Of(at, -3).Page, Is.EqualTo(1));
        });
    }

    private async Task<WhatToDo> TodoAsync(string id, string contact)
    {
        var at = await office.ByContactAsync(id, contact);
        return WhatToDo.Of(at, new JourneyBook(ActsOnPages.All).OfferedTo(at), "/d");
    }
}
