namespace Escalation.Service.Access;

/// <summary>That somebody has shown that they read a mailbox. What they are to a difference is asked anew each time.</summary>
/// <param name="Id">By which it is found and ended; no secret.</param>
/// <param name="FreshUntil">Until when the proof is young enough for something final: after that it is asked for once more.</param>
/// <param name="As">The capacity that they chose, where they have several.</param>
/// <param name="Said">What they said of themselves where the directory does not know it.</param>
/// <param name="Difference">The one difference that it is good for: of a link alone.</param>
public sealed record SignIn(
    string Id,
    string Board,
    string Email,
    Via Via,
    DateTimeOffset SignedInAt,
    DateTimeOffset FreshUntil,
    Capacity? As = null,
    Said? Said = null,
    string? Difference = null)
{
    public bool IsFreshAt(DateTimeOffset now) => now < FreshUntil;
}

/// <summary>How somebody showed who they are.</summary>
public enum Via
{
    /// <summary>By a code that was mailed to them just then.</summary>
    Code,

    /// <summary>By a link in a letter, which others may have seen since.</summary>
    Link,
}
