using Escalation.Service.Boards;

namespace EscalationFunctions.Tests.Service;

/// <summary>Papers kept in memory, by the same rules as on disk: all or nothing, and only over the edition that was read.</summary>
internal sealed class PapersInMemory : IPapers
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Board, string Drawer, string Id), Paper> kept = [];
    private long changes;

    public PapersInMemory(IEnumerable<Paper> first)
    {
        foreach (var paper in first) kept.Add(KeyOf(paper), paper with { Edition = paper.Edition + 1 });
    }

    /// <summary>Somebody else's doing in the moment before the next change; once.</summary>
    public Action? BeforeNextChange { get; set; }

    public Task<long> ChangesAsync(CancellationToken cancel)
    {
        lock (gate) return Task.FromResult(changes);
    }

    public Task<IReadOnlyList<Paper>> AllAsync(CancellationToken cancel)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<Paper>>([.. kept.Values]);
    }

    public Task<bool> ChangeAsync(IReadOnlyList<Paper> kept, IReadOnlyList<Paper> removed, CancellationToken cancel)
    {
        var before = BeforeNextChange;
        BeforeNextChange = null;
        before?.Invoke();
        return Task.FromResult(Change(kept, removed));
    }

    public bool Change(IReadOnlyList<Paper> keep, IReadOnlyList<Paper> remove)
    {
        lock (gate)
        {
            if (keep.Concat(remove).Any(p => p.Edition != (kept.TryGetValue(KeyOf(p), out var held) ? held.Edition : 0))) return false;
            foreach (var paper in keep) kept[KeyOf(paper)] = paper with { Edition = paper.Edition + 1 };
            foreach (var paper in remove) kept.Remove(KeyOf(paper));
            changes++;
            return true;
        }
    }

    private static (string Board, string Drawer, string Id) KeyOf(Paper paper) => (paper.Board, paper.Drawer, paper.Id);
}
