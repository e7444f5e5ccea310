using Escalation.Service.Desk;

namespace Escalation.Server.Waking;

/// <summary>How fast the clock works and how patient it is.</summary>
/// <param name="Retry">How long a difference that could not be handled is left alone, and how long the store if it cannot be used.</param>
/// <param name="Batch">How many due differences are looked up at once.</param>
/// <param name="AtOnce">How many of them are on their way to the disk at once: enough to fill a commit while the one before is synced.</param>
public sealed record WakingPace(Backoff Retry, int Batch = 2000, int AtOnce = 256)
{
    public static WakingPace Usual { get; } = new(new Backoff(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5)));
}
