using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>How fast letters go out and how patient the post is.</summary>
/// <param name="PerSecond">Letters a second at most, so that ten thousand deadlines caught up with are no flood.</param>
/// <param name="MostAttempts">After so many tries a notice is given up and waits for the board office.</param>
/// <param name="Retry">How long a notice is left alone after a try that failed.</param>
/// <param name="Store">How long the whole post rests when the journal cannot be used.</param>
/// <param name="AtOnce">How many letters are on their way at once, each of another difference.</param>
/// <param name="Hours">When letters go out that can wait; at any hour if none are named.</param>
public sealed record DeliveryPace(double PerSecond, int MostAttempts, Backoff Retry, Backoff Store, int AtOnce = 8, PostingHours? Hours = null)
{
    /// <summary>Ten tries over some eight hours.</summary>
    public static DeliveryPace Usual { get; } = new(
        20, 10, new Backoff(TimeSpan.FromMinutes(1), TimeSpan.FromHours(6)), new Backoff(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1)));
}

/// <summary>Gives out moments, evenly spread.</summary>
internal sealed class Metronome(double perSecond, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly long step = Math.Max(1, (long)(clock.TimestampFrequency / perSecond));
    private long next = clock.GetTimestamp();

    public Task NextAsync(CancellationToken cancel)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = clock.GetTimestamp();
            // A tenth of a second may be made up for, since a timer is never on time; a pause is not saved up.
            next = Math.Max(next, now - clock.TimestampFrequency / 10) + step;
            wait = clock.GetElapsedTime(now, next - step);
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancel) : Task.CompletedTask;
    }
}
