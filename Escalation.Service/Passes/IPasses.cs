namespace Escalation.Service.Passes;

/// <summary>
/// Keeps what is given out for a while and then thrown away: links in letters, codes, sign-ins, answers that somebody has begun. Nothing
/// of it is part of a record.
/// </summary>
/// <remarks>Every member throws <see cref="Desk.JournalUnavailableException"/> when the store cannot be used just now; nothing is then half done.</remarks>
public interface IPasses
{
    /// <summary>A pass, also one whose time is over but that has not been thrown away yet.</summary>
    Task<Pass?> FindAsync(PassKind kind, string id, CancellationToken cancel);

    /// <summary>All that were given out about somebody or something, in no particular order.</summary>
    Task<IReadOnlyList<Pass>> AboutAsync(PassKind kind, string about, CancellationToken cancel);

    /// <summary>
    /// Keeps these and throws away those, all or nothing: nothing is done unless each still has the edition that it was read at (0 for one
    /// that is new). Answers only once it would survive the loss of power.
    /// </summary>
    /// <returns>Whether it was done; if not, somebody else changed one of them in the meantime.</returns>
    Task<bool> ChangeAsync(IReadOnlyList<Pass> kept, IReadOnlyList<Pass> removed, CancellationToken cancel);

    /// <summary>Throws away some of those that expired before then.</summary>
    /// <returns>How many; as many as the limit where there may be more.</returns>
    Task<int> SweepAsync(DateTimeOffset before, int limit, CancellationToken cancel);
}

/// <summary>Something given out for a while.</summary>
/// <param name="Id">Where it is a secret that somebody shows, its SHA-256 in hexadecimal, and never the secret.</param>
/// <param name="About">What they are looked up by together, such as the id of a difference; nothing personal.</param>
/// <param name="Edition">How often it was changed before this; 0 for one that is new.</param>
/// <param name="Content">JSON, encrypted.</param>
public sealed record Pass(PassKind Kind, string Id, string About, DateTimeOffset Expires, long Edition, byte[] Content);

public enum PassKind
{
    /// <summary>A link in a letter, about a difference.</summary>
    Link,

    /// <summary>A code that was mailed, about an address (as a keyed hash).</summary>
    Code,

    /// <summary>
    /// What an address (as a keyed hash) was sent of late, so that nobody's mailbox is flooded and no code guessed by asking for many.
    /// </summary>
    Tally,

    /// <summary>Somebody's sign-in, about an address (as a keyed hash).</summary>
    SignIn,

    /// <summary>Answers that somebody has begun to give, about the difference; where there is none yet, about an address (as a keyed hash).</summary>
    Draft,

    /// <summary>What somebody said of themselves (name, role, agency) at their first sign-in, about an address (as a keyed hash).</summary>
    Profile,

    /// <summary>What the board office found for somebody who asks for what is kept about them, about an address (as a keyed hash).</summary>
    Finding,

    /// <summary>A link in a letter that asks somebody whether they still act, about their agency.</summary>
    StillYou,
}
