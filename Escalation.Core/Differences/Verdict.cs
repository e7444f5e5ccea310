namespace Escalation.Core.Differences;

/// <summary>The answer to an instruction.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It is so, once the entries are stored. No entries: it was so already, or nothing was due.</summary>
    public sealed record Accepted(ValueList<Entry> Entries, Difference After) : Verdict;

    /// <summary>It cannot be; every reason that was found. Nothing is to be stored.</summary>
    public sealed record Refused(ValueList<Refusal> Refusals) : Verdict;
}
