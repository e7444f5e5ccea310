using System.Collections.Frozen;

namespace Escalation.Service.Pages.Journeys;

/// <summary>Every journey there is, in the order in which they are offered.</summary>
internal sealed class JourneyBook(IEnumerable<Journey> journeys)
{
    private readonly FrozenDictionary<string, Journey> byPath = journeys.ToFrozenDictionary(j => j.Path);

    public Journey? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>What this person can do about the difference as it stands.</summary>
    public IEnumerable<Journey> OfferedTo(Standpoint at) => journeys.Where(j => j.IsOffered(at));
}
