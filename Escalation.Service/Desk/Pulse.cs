namespace Escalation.Service.Desk;

/// <summary>What the clock that escalates last told of itself, so that others can see whether it is alive and on time.</summary>
public sealed class Pulse
{
    private Beat? last;

    /// <summary>None before it looked for the first time.</summary>
    public Beat? Last => Volatile.Read(ref last);

    public void Tell(Beat beat) => Volatile.Write(ref last, beat);
}

/// <summary>One look at what is due.</summary>
/// <param name="At">When it looked; it looks again within half a minute, so an old beat means that it stands still.</param>
/// <param name="Handled">How many differences it has handled since the process began.</param>
/// <param name="SetAside">How many could not be handled and are tried again later.</param>
/// <param name="NextDue">The earliest due time that it knows of, past where it is behind.</param>
/// <param name="Problem">Why it could not look, if so.</param>
public sealed record Beat(DateTimeOffset At, long Handled, int SetAside, DateTimeOffset? NextDue, string? Problem = null);
