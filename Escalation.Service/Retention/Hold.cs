using Escalation.Core;

namespace Escalation.Service.Retention;

/// <summary>That a difference must not be disposed of: a court, an inquiry or a complaint may ask for it. It names nobody.</summary>
/// <param name="Reason">Such as whose inquiry it is and its reference.</param>
/// <param name="By">Name and post of whoever set it.</param>
/// <param name="Lifted">None as long as it holds.</param>
public sealed record Hold(string Difference, string Reference, string Reason, string By, DateTimeOffset At, Lifting? Lifted = null);

/// <summary>That a hold is over.</summary>
public sealed record Lifting(string Reason, string By, DateTimeOffset At);

/// <summary>Every hold that a board has set, those that were lifted too: one paper, so that a list cannot be approved past a new one.</summary>
/// <param name="All">In the order in which they were set.</param>
internal sealed record HoldsPaper(ValueList<Hold> All)
{
    public const string Id = "holds";

    public static readonly HoldsPaper Empty = new([]);
}
