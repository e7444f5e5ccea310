using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Desk;

/// <summary>Whoever sleeps is woken when there is reason to, and what goes wrong is left alone for longer each time.</summary>
[CancelAfter(20_000)]
public class AlarmTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public async Task A_ring_that_came_before_anybody_slept_is_heard(CancellationToken cancel)
    {
        using var alarm = new Alarm(TimeProvider.System);
        alarm.Ring();
        alarm.Ring();
        await alarm.SleepAsync(Hour, cancel);
    }

    [Test]
    public async Task A_clock_that_is_moved_wakes_who_waits_for_it(CancellationToken cancel)
    {
        var clock = new MovableClock("2026-04-01T10:00");
        using var alarm = new Alarm(clock);
        var sleeping = alarm.SleepUntilAsync(clock.GetUtcNow() + Hour, cancel);
        Assert.That(sleeping.IsCompleted, Is.False);
        clock.MoveTo("2026-04-01T10:30");
        await sleeping;
    }

    [Test]
    public async Task What_is_over_is_not_waited_for(CancellationToken cancel)
    {
        using var alarm = new Alarm(TimeProvider.System);
        await alarm.SleepAsync(-Hour, cancel);
        await alarm.SleepUntilAsync(DateTimeOffset.UnixEpoch, cancel);
    }

    [Test]
    public async Task A_service_that_stops_wakes_whoever_sleeps(CancellationToken cancel)
    {
        using var stopping = new CancellationTokenSource();
        using var alarm = new Alarm(TimeProvider.System);
        var sleeping = alarm.SleepAsync(Hour, stopping.Token);
        await stopping.CancelAsync();
        Assert.That(async () => await sleeping.WaitAsync(cancel), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void What_goes_wrong_again_is_left_alone_for_twice_as_long_but_never_for_ever()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        for (var i = 0; i < 100; i++)
        {
            Assert.That(backoff.After(1).TotalSeconds, Is.InRange(0.5, 1));
            Assert.That(backoff.After(4).TotalSeconds, Is.InRange(4, 8));
            Assert.That(backoff.After(5000).TotalSeconds, Is.InRange(30, 60));
        }
    }
}
