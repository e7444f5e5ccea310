using System.Collections.Concurrent;
using Escalation.Service.Desk;

namespace Escalation.Server.Waking;

/// <summary>Differences that could not be handled, each left alone for a while, so that one never stands in the way of the others.</summary>
internal sealed class SetAside(Backoff backoff, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Place> places = new();

    public int Count => places.Count;

    /// <summary>Whether it is still to be left alone.</summary>
    public bool Holds(string id) => places.TryGetValue(id, out var place) && Left(place) > TimeSpan.Zero;

    /// <returns>For how long it is left alone now.</returns>
    public TimeSpan Put(string id)
    {
        var failures = places.TryGetValue(id, out var before) ? before.Failures + 1 : 1;
        var wait = backoff.After(failures);
        places[id] = new Place(failures, clock.GetTimestamp(), wait);
        return wait;
    }

    public void Release(string id) => places.TryRemove(id, out _);

    /// <summary>Forgets those that are no longer due, somebody else having handled them.</summary>
    public void ReleaseAllBut(IEnumerable<string> due)
    {
        foreach (var id in places.Keys.Except(due)) Release(id);
    }

    /// <summary>How long until the first of them can be tried again; none if there are none.</summary>
    public TimeSpan? UntilNext() => places.IsEmpty ? null : places.Values.Min(Left);

    // By how much time has gone by, not by what time it is: a clock that was set back must not keep anything aside for ever.
    private TimeSpan Left(Place place) => place.For - clock.GetElapsedTime(place.Since);

    private sealed record Place(int Failures, long Since, TimeSpan For);
}
