using System.Collections.Frozen;
using Escalation.Service.Boards;

namespace Escalation.Service.Access;

/// <summary>The keys of all boards by their public part, made anew whenever the papers were read anew.</summary>
internal sealed class KeyIndex(IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper> papers)
{
    // Of two boards' keys with one public part (a chance of one in 2^60 and some) the elder is found, so that a key once given out works on.
    private readonly FrozenDictionary<string, ApiKey> byId = papers.Values.Where(p => p.Drawer == Drawers.Key).Select(p => p.As<ApiKey>())
        .GroupBy(k => k.Id).ToFrozenDictionary(same => same.Key, same => same.MinBy(k => k.Created)!);

    /// <summary>The very papers that it was made of.</summary>
    public IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper> Papers => papers;

    public ApiKey? Find(string id) => byId.GetValueOrDefault(id);
}
