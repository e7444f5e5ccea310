using Escalation.Core.Differences;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>Out of hours: what can wait is kept for the morning, what cannot goes out.</summary>
[CancelAfter(30_000)]
public class QuietHoursTests
{
    private static readonly DateTimeOffset NextMorning = new(2026, 4, 13, 7, 0, 0, TimeSpan.FromHours(1));

    // Somerset's procedure has no number of days at first, so that nothing presses.
    [Test]
    public async Task What_can_wait_goes_out_when_people_are_at_work_again_and_has_not_been_tried_before(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync("2026-04-11T12:00");
        string id;
        await using (var post = await PostRoom.OpenAsync(office, cancel, PostingHours.Usual))
        {
            id = await office.RaiseAsync(board: TestOffice.Moorland);
            await HeldAsync(office, id, cancel);
            Assert.That(post.Letters, Is.Empty);
            Assert.That(await office.Journal.NoticesOfAsync(id, cancel), Has.All.Matches<Owed>(o => o is { Attempts: 0, Problem: null }));
        }

        await office.RestartAsync();
        await using var again = await PostRoom.OpenAsync(office, cancel, PostingHours.Usual);
        office.Clock.MoveTo(NextMorning);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(await office.Journal.NoticesOfAsync(id, cancel), Has.All.Matches<Owed>(o => o is { State: DeliveryState.Sent, Attempts: 1 }));
        Assert.That(again.Letters, Has.Count.EqualTo((await office.Journal.NoticesOfAsync(id, cancel)).Count));
    }

    // Raised on Friday, one working day: whoever read of it on Monday morning would have lost the weekend.
    [Test]
    public async Task Where_the_first_deadline_is_on_the_next_working_day_nothing_waits(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync("2026-04-10T16:00");
        await office.RaiseAsync();
        office.Clock.MoveTo("2026-04-10T20:00");
        await using var post = await PostRoom.OpenAsync(office, cancel, PostingHours.Usual);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letter("To: <county-trust-1@example.org>"), Does.Contain("on Monday 13 April 2026"));
    }

    [Test]
    public async Task Once_the_adult_is_at_immediate_risk_nothing_waits_not_even_what_waited_before(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync("2026-04-11T12:00");
        await using var post = await PostRoom.OpenAsync(office, cancel, PostingHours.Usual);
        var id = await office.RaiseAsync(board: TestOffice.Moorland);
        await HeldAsync(office, id, cancel);
        await office.DoneAsync(id, OfficeDays.Asha, new Command.MarkImmediateRisk("She is alone."));
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letters.Values, Has.Some.Contains("We have your difference").And.Some.Contains("The adult is at immediate risk"));
    }

    private static Task HeldAsync(TestOffice office, string id, CancellationToken cancel) => Eventually.TrueAsync(
        async () => (await office.Journal.NoticesOfAsync(id, cancel)).All(o => o.State == DeliveryState.Waiting && o.At == NextMorning), cancel);
}
