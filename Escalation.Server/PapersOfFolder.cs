using Escalation.Service.Boards;

namespace Escalation.Server;

/// <summary>The papers of a data folder that is open for one command, and closed with them.</summary>
internal sealed class PapersOfFolder(DataStore store) : IPapers, IAsyncDisposable
{
    public Task<long> ChangesAsync(CancellationToken cancel) => store.Papers.ChangesAsync(cancel);

    public Task<IReadOnlyList<Paper>> AllAsync(CancellationToken cancel) => store.Papers.AllAsync(cancel);

    public Task<bool> ChangeAsync(IReadOnlyList<Paper> kept, IReadOnlyList<Paper> removed, CancellationToken cancel) =>
        store.Papers.ChangeAsync(kept, removed, cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
