namespace Escalation.Core.Differences;

public abstract partial record Difference
{
    /// <summary>Where a difference stands after a whole record.</summary>
    public static Difference After(IEnumerable<Entry> record) => record.Aggregate(Nothing, (state, entry) => Evolve(entry, state));

    /// <summary>Where it stands after one more entry. Never refuses: an entry is a fact.</summary>
    /// <exception cref="InvalidOperationException">The entry cannot follow: the record is damaged or out of order.</exception>
    public static Difference Evolve(Entry entry, Difference state)
    {
        if (entry.Number != state.Version + 1)
            throw new InvalidOperationException($"Entry {entry.Number} cannot follow entry {state.Version}.");
        return state switch
        {
            NotRaised => new Open(Begin(entry)),
            Open(var standing) => Next(entry, standing.Noting(entry)),
            Ended(var standing, _, _) when entry.Fact is Fact.Reopened => new Open(standing.Noting(entry).Follow(entry)),
            Ended(var standing, var ending, var at) => new Ended(standing.Noting(entry).Follow(entry), ending, at),
            _ => throw new InvalidOperationException($"No such state: {state.GetType().Name}."),
        };
    }

    private static Standing Begin(Entry entry) => entry.Fact is Fact.Raised raised
        ? new Standing(1, raised.Reference, raised.Concern, raised.Raiser, raised.Outset, raised.Outset, entry.At, raised.Parties, [entry.Request])
        : throw new InvalidOperationException($"A record begins with 'raised', not with {entry.Fact.GetType().Name}.");

    private static Difference Next(Entry entry, Standing standing) => entry.Fact switch
    {
        Fact.Closed => new Ended(standing.AtRest(), Ending.Closed, entry.At),
        Fact.Withdrawn => new Ended(standing.AtRest(), Ending.Withdrawn, entry.At),
        Fact.Redirected => new Ended(standing.AtRest(), Ending.Redirected, entry.At),
        _ => new Open(standing.Follow(entry)),
    };
}
