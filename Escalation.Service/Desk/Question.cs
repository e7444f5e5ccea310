using Escalation.Core.Differences;

namespace Escalation.Service.Desk;

/// <summary>What somebody puts before the desk about a difference that was raised.</summary>
/// <param name="By">Who acts.</param>
/// <param name="IfLength">The length of the record that the asker saw; where it has grown since, nothing is done.</param>
/// <param name="Once">Names the question, so that asking it twice is asking it once.</param>
public sealed record Question(string Difference, Actor By, Command Command, int? IfLength = null, Once? Once = null);

/// <summary>The name that an asker gives to a question.</summary>
/// <param name="Asker">Who gave it; two askers can give the same.</param>
/// <param name="Fingerprint">SHA-256 of all that was asked; another question under the same name is a mistake.</param>
public sealed record Once(string Asker, string Key, byte[] Fingerprint);

/// <summary>What came of a question.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>It is so, and is kept.</summary>
    /// <param name="Opened">How the difference stands by it; where it was answered before, how it stood then.</param>
    /// <param name="Added">What the record gained by it, or had gained then.</param>
    /// <param name="Again">Whether it was answered before, so that nothing was done now.</param>
    public sealed record Done(Opened Opened, IReadOnlyList<Entry> Added, bool Again = false) : Reply;

    /// <summary>It cannot be; nothing was done.</summary>
    public sealed record Refused(Opened? Opened, IReadOnlyList<Refusal> Refusals) : Reply;

    /// <summary>The record has grown since the asker looked; this is how it stands.</summary>
    public sealed record Overtaken(Opened Opened) : Reply;

    /// <summary>Something else was asked under the same name before; or so long ago that what it was is forgotten.</summary>
    public sealed record AnotherQuestion : Reply;

    /// <summary>There is no such difference, or none any more to which something could be added: it was erased.</summary>
    public sealed record Unknown : Reply;
}

/// <summary>A difference as it stands, and what it is decided under.</summary>
public sealed record Opened(Head Head, Difference State, Terms Terms)
{
    public Standing Standing => State.StandingOrNull ?? throw new InvalidOperationException("What is kept was raised.");
}

/// <summary>A difference with every entry of its record.</summary>
public sealed record FullRecord(Opened Opened, IReadOnlyList<Entry> Entries);
