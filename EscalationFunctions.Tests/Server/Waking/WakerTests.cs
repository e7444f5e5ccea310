using Escalation.Core.Differences;
using Escalation.Server.Waking;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Server.Waking;

/// <summary>Whatever is due is handled once, as soon as its time has come or somebody is awake again.</summary>
[CancelAfter(30_000)]
public class WakerTests
{
    [Test]
    public async Task A_deadline_is_handled_when_its_time_comes(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var waker = await Awake.StartAsync(office, cancel);
        var id = await office.RaiseAsync();
        office.Clock.MoveTo("2026-04-02T17:00");
        await office.HasRecordedAsync<Fact.EscalatedByClock>(id, cancel);
        var read = await office.Desk.ReadAsync(id, cancel);
        Assert.That(read!.Entries.Count(e => e.Fact is Fact.EscalatedByClock), Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_happens_a_second_before_its_time(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        var due = await office.Journal.NextDueAsync(cancel);
        office.Clock.MoveTo(due!.Value.AddSeconds(-1));
        await using var waker = await Awake.StartAsync(office, cancel);
        await waker.HasLookedAsync(beat => beat.NextDue == due, cancel);
        Assert.That(waker.Pulse.Last!.Handled, Is.Zero);
        Assert.That((await office.Journal.FindHeadAsync(id, cancel))!.Due, Is.EqualTo(due));
    }

    [Test]
    public async Task What_fell_due_while_the_service_was_down_is_handled_when_it_starts_again(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => office.RaiseAsync()));
        office.Clock.MoveTo("2026-04-20T12:00");
        await office.RestartAsync();
        await using var waker = await Awake.StartAsync(office, cancel);
        foreach (var id in ids) await office.HasRecordedAsync<Fact.EscalatedByClock>(id, cancel);
        await waker.HasLookedAsync(beat => beat.NextDue > office.Clock.GetUtcNow(), cancel);
        Assert.That(await office.Journal.DueAsync(office.Clock.GetUtcNow(), 10, cancel), Is.Empty);
    }

    [Test]
    public async Task A_due_time_that_comes_before_the_one_it_waits_for_is_noticed(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var waker = await Awake.StartAsync(office, cancel);
        await waker.HasLookedAsync(_ => true, cancel);
        await office.RaiseAsync();
        await waker.HasLookedAsync(beat => beat.NextDue is not null, cancel);
        Assert.That(waker.Pulse.Last!.NextDue, Is.EqualTo(await office.Journal.NextDueAsync(cancel)));
    }

    [Test]
    public async Task One_that_cannot_be_handled_is_set_aside_and_the_others_go_on(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var damaged = await office.RaiseAsync();
        var sound = await office.RaiseAsync();
        office.DoDirectly("update lines set open = x'7b7d' where difference = (select place from differences where id = ?1)", damaged);
        await office.RestartAsync();
        office.Clock.MoveTo("2026-04-02T17:00");
        await using var waker = await Awake.StartAsync(office, cancel);
        await office.HasRecordedAsync<Fact.EscalatedByClock>(sound, cancel);
        await waker.HasLookedAsync(beat => beat is { SetAside: 1, Handled: 1 }, cancel);
    }

    [Test]
    public async Task One_that_was_set_aside_is_handled_once_it_can_be(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        office.DoDirectly("update differences set card = replace(card, '2021-06', 'lost')");
        await office.RestartAsync();
        office.Clock.MoveTo("2026-04-02T17:00");
        await using var waker = await Awake.StartAsync(office, cancel);
        await waker.HasLookedAsync(beat => beat.SetAside == 1, cancel);
        office.DoDirectly("update differences set card = replace(card, 'lost', '2021-06')");
        await office.HasRecordedAsync<Fact.EscalatedByClock>(id, cancel);
        await waker.HasLookedAsync(beat => beat.SetAside == 0, cancel);
    }

    [Test]
    public async Task A_store_that_is_away_is_waited_for(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        office.DoDirectly("alter table differences rename to away");
        await office.RestartAsync();
        office.Clock.MoveTo("2026-04-02T17:00");
        await using var waker = await Awake.StartAsync(office, cancel);
        await waker.HasLookedAsync(beat => beat.Problem is not null, cancel);
        office.DoDirectly("alter table away rename to differences");
        await office.HasRecordedAsync<Fact.EscalatedByClock>(id, cancel);
    }

    [Test]
    public async Task The_shifted_clock_runs_on_from_where_it_was_moved_to_and_says_so(CancellationToken cancel)
    {
        var clock = new ShiftedClock(TimeProvider.System);
        using var alarm = new Alarm(clock);
        var time = new DateTimeOffset(2030, 1, 1, 9, 0, 0, TimeSpan.Zero);
        var sleeping = alarm.SleepUntilAsync(clock.GetUtcNow().AddHours(1), cancel);
        clock.MoveTo(time);
        await sleeping;
        Assert.That(clock.GetUtcNow(), Is.InRange(time, time.AddMinutes(1)));
    }

    [Test]
    public async Task A_service_that_stops_ends_the_clocks_sleep(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var pulse = new Pulse();
        using var waker = new Waker(office.Journal, office.Desk, office.Bell, office.Clock, pulse, NullLogger<Waker>.Instance);
        await waker.StartAsync(cancel);
        await Eventually.TrueAsync(() => Task.FromResult(pulse.Last is not null), cancel);
        await waker.StopAsync(cancel);
        Assert.That(waker.ExecuteTask!.IsCompletedSuccessfully, Is.True);
    }
}
