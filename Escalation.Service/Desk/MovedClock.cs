namespace Escalation.Service.Desk;

/// <summary>A clock that can be moved, such as the demo's: whoever waits for a time hears of it at once and looks again.</summary>
public abstract class MovedClock : TimeProvider
{
    public event Action? Moved;

    protected void TellMoved() => Moved?.Invoke();
}

/// <summary>The machine's clock with a shift: it runs on from wherever it was moved to.</summary>
public sealed class ShiftedClock(TimeProvider machine) : MovedClock
{
    private long shift;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow().AddTicks(Interlocked.Read(ref shift));

    public void MoveTo(DateTimeOffset time)
    {
        Interlocked.Exchange(ref shift, (time - machine.GetUtcNow()).Ticks);
        TellMoved();
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
