namespace Escalation.Service.Desk;

/// <summary>How long to leave something alone that went wrong: twice as long each time, and never at the same moment as everything else.</summary>
/// <param name="First">After the first time, on average a quarter less.</param>
/// <param name="Most">At most.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Most)
{
    /// <param name="failures">How often it went wrong one after the other, 1 or more.</param>
    public TimeSpan After(int failures)
    {
        var whole = Math.Min(First.TotalMilliseconds * Math.Pow(2, failures - 1), Most.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(whole * (0.5 + Random.Shared.NextDouble() / 2));
    }
}
