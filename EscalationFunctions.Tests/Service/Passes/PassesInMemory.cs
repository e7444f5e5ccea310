using Escalation.Service.Passes;

namespace EscalationFunctions.Tests.Service.Passes;

/// <summary>Passes kept in memory, by the same rules as on disk: all or nothing, and only over the edition that was read.</summary>
internal sealed class PassesInMemory : IPasses
{
    private readonly Lock gate = new();
    private readonly Dictionary<(PassKind Kind, string Id), Pass> held = [];

    public Task<Pass?> FindAsync(PassKind kind, string id, CancellationToken cancel)
    {
        lock (gate) return Task.FromResult(held.GetValueOrDefault((kind, id)));
    }

    public Task<IReadOnlyList<Pass>> AboutAsync(PassKind kind, string about, CancellationToken cancel)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<Pass>>([.. held.Values.Where(p => p.Kind == kind && p.About == about)]);
    }

    public Task<bool> ChangeAsync(IReadOnlyList<Pass> kept, IReadOnlyList<Pass> removed, CancellationToken cancel)
    {
        lock (gate)
        {
            if (kept.Concat(removed).Any(p => p.Edition != (held.GetValueOrDefault((p.Kind, p.Id))?.Edition ?? 0))) return Task.FromResult(false);
            foreach (var pass in kept) held[(pass.Kind, pass.Id)] = pass with { Edition = pass.Edition + 1 };
            foreach (var pass in removed) held.Remove((pass.Kind, pass.Id));
            return Task.FromResult(true);
        }
    }

    public Task<int> SweepAsync(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        lock (gate)
        {
            var over = held.Values.Where(p => p.Expires < before).OrderBy(p => p.Expires).Take(limit).ToList();
            foreach (var pass in over) held.Remove((pass.Kind, pass.Id));
            return Task.FromResult(over.Count);
        }
    }
}
