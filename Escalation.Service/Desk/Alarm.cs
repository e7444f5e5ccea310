using System.Threading.Channels;

namespace Escalation.Service.Desk;

/// <summary>
/// Lets one loop sleep for a while. A ring wakes it at once, also one that came just before it went to sleep; so does a clock that was
/// moved. It never sleeps long, so that a machine's clock that jumped, or slept itself, costs little.
/// </summary>
public sealed class Alarm : IDisposable
{
    public static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TimeProvider clock;

    public Alarm(TimeProvider clock)
    {
        this.clock = clock;
        if (clock is MovedClock moved) moved.Moved += Ring;
    }

    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Sleeps until that instant by the clock, but no longer than <see cref="LongestNap"/>.</summary>
    public Task SleepUntilAsync(DateTimeOffset? time, CancellationToken cancel) =>
        SleepAsync(time is { } known ? known - clock.GetUtcNow() : LongestNap, cancel);

    public async Task SleepAsync(TimeSpan atMost, CancellationToken cancel)
    {
        if (atMost > TimeSpan.Zero)
        {
            using var over = new CancellationTokenSource(atMost < LongestNap ? atMost : LongestNap, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
            await ((Task)rung.Reader.WaitToReadAsync(either.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancel.ThrowIfCancellationRequested();
        rung.Reader.TryRead(out _);
    }

    public void Dispose()
    {
        if (clock is MovedClock moved) moved.Moved -= Ring;
    }
}
