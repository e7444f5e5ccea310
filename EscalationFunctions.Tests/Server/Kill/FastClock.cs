using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>
/// A clock on which a day goes by in a second, the same for every process that is told when it began. It moves every few milliseconds
/// and says so. It can be told to stand still.
/// </summary>
internal sealed class FastClock : MovedClock, IDisposable
{
    public const int DaysPerSecond = 1;

    private static readonly DateTimeOffset Dawn = new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly DateTimeOffset began;
    private readonly ITimer mover;
    private DateTimeOffset? stopped;

    /// <param name="began">When, by the machine's clock, it was the first of April 2026.</param>
    public FastClock(DateTimeOffset began)
    {
        this.began = began;
        mover = System.CreateTimer(_ => TellMoved(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
    }

    public override DateTimeOffset GetUtcNow() => stopped ?? Dawn + (System.GetUtcNow() - began) * 86_400 * DaysPerSecond;

    public void Stop() => stopped = GetUtcNow();

    public void Dispose() => mover.Dispose();
}
