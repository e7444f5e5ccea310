using System.Collections.Frozen;
using Escalation.Core.Procedures;
using Escalation.Service.Directory;

namespace Escalation.Service.Boards;

/// <summary>
/// Every board of the deployment, read from its papers and kept in memory until a paper changes. Another process's change (the command
/// line beside a service that runs) is seen within <see cref="Patience"/>; this process's own at once.
/// </summary>
public sealed class BoardRooms(IPapers papers, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim reading = new(1);
    private Held? held;

    public async ValueTask<BoardRoom?> FindAsync(string board, CancellationToken cancel) =>
        (await HeldAsync(cancel)).Rooms.GetValueOrDefault(board);

    /// <exception cref="InvalidOperationException">There is no such board, though something of it is kept.</exception>
    public async ValueTask<BoardRoom> OfAsync(string board, CancellationToken cancel) =>
        await FindAsync(board, cancel) ?? throw new InvalidOperationException($"There is no board '{board}'.");

    public async ValueTask<IReadOnlyCollection<BoardRoom>> AllAsync(CancellationToken cancel) => (await HeldAsync(cancel)).Rooms.Values;

    /// <summary>Every paper of a drawer, of all boards, as last read.</summary>
    public async ValueTask<IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper>> PapersAsync(CancellationToken cancel) =>
        (await HeldAsync(cancel)).Papers;

    /// <summary>Changes papers and forgets what was read, so that whoever asks next in this process sees it.</summary>
    /// <returns>As <see cref="IPapers.ChangeAsync"/>.</returns>
    public async Task<bool> ChangeAsync(IReadOnlyList<Paper> kept, IReadOnlyList<Paper> removed, CancellationToken cancel)
    {
        var done = await papers.ChangeAsync(kept, removed, cancel);
        // Behind whoever is reading just now, for that one may have read what was there before.
        await reading.WaitAsync(CancellationToken.None);
        Volatile.Write(ref held, null);
        reading.Release();
        return done;
    }

    private async ValueTask<Held> HeldAsync(CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (Volatile.Read(ref held) is { } fresh && clock.GetElapsedTime(fresh.LookedAt, now) < Patience) return fresh;
        await reading.WaitAsync(cancel);
        try
        {
            // What is remembered is older than what is read now: a change in between is read again next time and never missed.
            var changes = await papers.ChangesAsync(cancel);
            if (Volatile.Read(ref held) is { } same && same.Changes == changes) return Keep(same with { LookedAt = now });
            return Keep(Read(await papers.AllAsync(cancel), changes, now));
        }
        finally
        {
            reading.Release();
        }
    }

    private Held Keep(Held read)
    {
        Volatile.Write(ref held, read);
        return read;
    }

    private static Held Read(IReadOnlyList<Paper> all, long changes, long now)
    {
        var byBoard = all.ToLookup(p => p.Board);
        var rooms = all.Where(p => p.Drawer == Drawers.Board)
            .Select(p => RoomOf(p.As<Board>(), byBoard[p.Board].ToLookup(o => o.Drawer)))
            .ToFrozenDictionary(room => room.Board.Id);
        return new Held(rooms, all.ToFrozenDictionary(p => (p.Board, p.Drawer, p.Id)), changes, now);
    }

    private static BoardRoom RoomOf(Board board, ILookup<string, Paper> papers) => new(
        board,
        [.. papers[Drawers.Procedure].Select(Published)],
        [.. papers[Drawers.Agency].Select(p => p.As<DirectoryAgency>()).OrderBy(a => a.Id, StringComparer.Ordinal)]);

    // It was checked before it was published; a later and stricter check must not take a board's procedure away from it.
    private static Procedure Published(Paper paper) => ProcedureFile.Read(paper.Text) is Reading.Sound(var procedure)
        ? procedure
        : throw new InvalidOperationException($"Procedure {paper.Id} of board '{paper.Board}' can no longer be read.");

    public void Dispose() => reading.Dispose();

    private sealed record Held(
        FrozenDictionary<string, BoardRoom> Rooms,
        FrozenDictionary<(string Board, string Drawer, string Id), Paper> Papers,
        long Changes,
        long LookedAt);
}
