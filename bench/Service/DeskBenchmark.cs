using System.Collections.Concurrent;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;

namespace Escalation.Benchmarks.Service;

/// <summary>
/// Decisions through the desk; the same rows committed once more to a copy of the same database with nothing decided; and as many bytes in
/// one row each. By turns, so that what else the machine does falls on all alike.
/// </summary>
internal static class DeskBenchmark
{
    private const int Concurrency = 32;

    public static async Task<(Measured Desk, Measured Rows, Measured Bare)> RunAsync(int many, int turns)
    {
        using var folder = new BenchFolder();
        using var copy = new BenchFolder();
        await using var office = new BenchOffice(folder.Path);
        await office.FoundBoardAsync();
        var (ids, decided) = (await office.RaiseAsync(800), 0);
        await TalkAsync(many);
        Backups.Take(new SqliteFile(folder.Path), new SqliteFile(copy.Path).Path);
        await using var following = new BenchOffice(copy.Path);
        await using var disk = new BareDisk();
        var appends = new ConcurrentQueue<Append>();
        office.Bell.Rang += appends.Enqueue;
        var (desk, rows, bare) = (new List<Measured>(), new List<Measured>(), new List<Measured>());
        for (var turn = 0; turn <= turns; turn++)
        {
            appends.Clear();
            desk.Add(await Measured.OfAsync($"Decisions through the desk, {Concurrency} at once", many / turns, () => TalkAsync(many / turns)));
            rows.Add(await RowsAsync(following, [.. appends]));
            bare.Add(await disk.CommitAsync((int)appends.Average(WakingBenchmark.BytesOf), many / turns, Concurrency));
        }

        // The first turn teaches the process how.
        return (Measured.Together(desk[1..]), Measured.Together(rows[1..]), Measured.Together(bare[1..]));

        Task TalkAsync(int times) => AtOnce.DoAsync(times, Concurrency, async i =>
        {
            if (await office.TalkAsync(ids[i % ids.Count], Interlocked.Increment(ref decided)) is not Reply.Done) throw new InvalidOperationException("They did not talk.");
        });
    }

    /// <summary>The limit of the database itself: the same rows into the same tables, group-committed by the same writer.</summary>
    private static Task<Measured> RowsAsync(BenchOffice following, IReadOnlyList<Append> appends) =>
        Measured.OfAsync($"Yardstick: the same rows committed, {Concurrency} at once", appends.Count, () => AtOnce.DoAsync(appends.Count, Concurrency, async i =>
        {
            if (!await following.Journal.AppendAsync(appends[i], default)) throw new InvalidOperationException("They were not appended in their order.");
        }));
}

/// <summary>The bare limit: bytes in one row, group-committed by the same writer.</summary>
internal sealed class BareDisk : IAsyncDisposable
{
    private readonly BenchFolder folder = new();
    private readonly Writer writer;

    public BareDisk()
    {
        var file = new SqliteFile(folder.Path);
        file.Prepare();
        writer = new Writer(file);
    }

    public async Task<Measured> CommitAsync(int bytes, int many, int atOnce)
    {
        await writer.DoAsync(w => w.Do("create table if not exists bare (bytes blob) strict") >= 0, default);
        var row = new byte[bytes];
        Random.Shared.NextBytes(row);
        return await Measured.OfAsync($"Yardstick: {bytes:#,0} bytes committed, {atOnce} at once", many, () => AtOnce.DoAsync(many, atOnce,
            _ => writer.DoAsync(w => w.Do("insert into bare values (?1)", row) == 1, default)));
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        folder.Dispose();
    }
}

internal static class AtOnce
{
    public static Task DoAsync(int many, int atOnce, Func<int, Task> work) =>
        Parallel.ForAsync(0, many, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (i, _) => await work(i));
}
