namespace EscalationFunctions.Orchestrations;

/// <summary>How a difference stands, as far as whoever wakes it has to know. It is kept in the orchestration's history, so it holds nobody's name.</summary>
/// <param name="Length">The length of the record that was seen; what was kept later is told by an event.</param>
/// <param name="Next">What has to happen.</param>
/// <param name="For">For how long nothing has to; zero unless <see cref="Step.Wait"/>. A duration and not a time, so that it does not matter
/// whether the clocks of the desk and of the orchestration agree.</param>
public sealed record Outlook(int Length, Step Next, TimeSpan For, Standing Standing)
{
    /// <summary>
    /// The longest wait. An event that was lost costs a day at most even if nobody else finds it, and the store's own limit for a timer (six
    /// days) is never met.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);
}

/// <summary>What whoever looks at an orchestration from outside is shown.</summary>
/// <param name="WaitingFor">Ids of agencies, and "board-office".</param>
/// <param name="Due">When the next act is due, UTC.</param>
public sealed record Standing(string Stage, IReadOnlyList<string> WaitingFor, DateTimeOffset? Due);

public enum Step
{
    /// <summary>It has ended and everything was sent, or there is no such difference.</summary>
    Nothing,

    /// <summary>Something is due.</summary>
    LetTimePass,

    /// <summary>Notices are to be sent.</summary>
    Send,

    Wait,
}
