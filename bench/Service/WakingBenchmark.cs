using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Escalation.Core.Differences;
using Escalation.Server.Sqlite;
using Escalation.Server.Waking;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Escalation.Benchmarks.Service;

/// <summary>Deadlines that all fall due in one instant, the restart of a service that was killed before them, and what the desk makes of a disk.</summary>
internal static class WakingBenchmark
{
    private const int Concurrency = 32;

    /// <summary>How long handling takes, and of what lateness, for so many deadlines in one instant.</summary>
    public static async Task<(Measured Handled, Lateness Lateness, int Bytes)> HandleAsync(int many)
    {
        using var folder = new BenchFolder();
        await using var office = new BenchOffice(folder.Path);
        await office.FoundBoardAsync();
        await Measured.OfAsync("(raised)", many, () => office.RaiseAsync(many));
        var due = (await office.Journal.NextDueAsync(default))!.Value;
        var (times, count, sample, all) = (new TimeSpan[many], 0, (Append?)null, new TaskCompletionSource());
        office.Bell.Rang += append =>
        {
            var number = Interlocked.Increment(ref count);
            times[number - 1] = office.Clock.GetUtcNow() - due;
            sample ??= append;
            if (number == many) all.TrySetResult();
        };
        using var waker = new Waker(office.Journal, office.Desk, office.Bell, office.Clock, new Pulse(), NullLogger<Waker>.Instance);
        await waker.StartAsync(default);
        var handled = await Measured.OfAsync($"{many:#,0} deadlines in one instant", many, () =>
        {
            office.Clock.MoveTo(due);
            return all.Task;
        });
        await waker.StopAsync(default);
        return (handled, new Lateness(times), BytesOf(sample!));
    }

    /// <summary>Fills a folder with overdue differences, and has a new process handle the first of them.</summary>
    /// <returns>From the start of the process until the first was kept, several times.</returns>
    public static async Task<IReadOnlyList<TimeSpan>> RestartAsync(int many, int times)
    {
        using var folder = new BenchFolder();
        await using (var office = new BenchOffice(folder.Path))
        {
            await office.FoundBoardAsync();
            await Measured.OfAsync("(raised)", many, () => office.RaiseAsync(many));
        }

        var taken = new List<TimeSpan>();
        for (var i = 0; i < times; i++) taken.Add(await FirstHandledAsync(folder.Path));
        return taken;
    }

    /// <summary>The other side of <see cref="RestartAsync"/>: says when the first was handled, and is then killed.</summary>
    public static async Task<int> RestartedAsync(string folder)
    {
        await using var office = new BenchOffice(folder);
        office.Clock.MoveTo(TimeProvider.System.GetUtcNow().AddYears(10));
        office.Bell.Rang += _ => Console.WriteLine("first");
        using var waker = new Waker(office.Journal, office.Desk, office.Bell, office.Clock, new Pulse(), NullLogger<Waker>.Instance);
        await waker.StartAsync(default);
        await waker.ExecuteTask!;
        return 0;
    }

    /// <summary>
    /// Decisions through the desk; the same rows committed once more to a copy of the same database with nothing decided; and as many bytes
    /// in one row each.
    /// </summary>
    public static async Task<(Measured Desk, Measured Rows, Measured Bare)> DecideAsync(int many)
    {
        using var folder = new BenchFolder();
        using var copy = new BenchFolder();
        await using var office = new BenchOffice(folder.Path);
        await office.FoundBoardAsync();
        var ids = await office.RaiseAsync(500);
        await TalkAsync(office, ids, 2000);
        Backups.Take(new SqliteFile(folder.Path), new SqliteFile(copy.Path).Path);
        var appends = new ConcurrentQueue<Append>();
        office.Bell.Rang += appends.Enqueue;
        var desk = await Measured.OfAsync($"Decisions through the desk, {Concurrency} at once", many, () => TalkAsync(office, ids, many));
        var rows = await RowsAsync(copy.Path, [.. appends]);
        return (desk, rows, await BareAsync((int)(appends.Sum(a => (long)BytesOf(a)) / many), many, Concurrency));
    }

    /// <summary>The limit of the database itself: the same rows into the same tables, group-committed by the same writer.</summary>
    private static async Task<Measured> RowsAsync(string folder, IReadOnlyList<Append> appends)
    {
        await using var office = new BenchOffice(folder);
        return await Measured.OfAsync($"Yardstick: the same rows committed, {Concurrency} at once", appends.Count, () => AtOnce(appends.Count, Concurrency, async i =>
        {
            if (!await office.Journal.AppendAsync(appends[i], default)) throw new InvalidOperationException("They were not appended in their order.");
        }));
    }

    /// <summary>The bare limit: as many bytes in one row, group-committed by the same writer.</summary>
    public static async Task<Measured> BareAsync(int bytes, int many, int atOnce)
    {
        using var folder = new BenchFolder();
        var file = new SqliteFile(folder.Path);
        file.Prepare();
        await using var writer = new Writer(file);
        await writer.DoAsync(w => w.Do("create table bare (bytes blob) strict") >= 0, default);
        var row = new byte[bytes];
        Random.Shared.NextBytes(row);
        return await Measured.OfAsync($"Yardstick: {bytes:#,0} bytes committed, {atOnce} at once", many, () => AtOnce(many, atOnce,
            _ => writer.DoAsync(w => w.Do("insert into bare values (?1)", row) == 1, default)));
    }

    private static Task TalkAsync(BenchOffice office, IReadOnlyList<string> ids, int many) => AtOnce(many, Concurrency, async i =>
    {
        if (await office.TalkAsync(ids[i % ids.Count], i) is not Reply.Done) throw new InvalidOperationException("They did not talk.");
    });

    private static Task AtOnce(int many, int atOnce, Func<int, Task> work) =>
        Parallel.ForAsync(0, many, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (i, _) => await work(i));

    private static async Task<TimeSpan> FirstHandledAsync(string folder)
    {
        var began = TimeProvider.System.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Escalation.Benchmarks.dll"), "restarted", folder]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync();
        var taken = TimeProvider.System.GetElapsedTime(began);
        process.Kill();
        await process.WaitForExitAsync();
        return taken;
    }

    private static int BytesOf(Append append) =>
        append.Lines.Sum(l => l.Open.Length + l.Secret.Length + l.Link.Length) + JsonSerializer.SerializeToUtf8Bytes(append.Head.Card, FactJson.Options).Length
        + append.Notices.Sum(n => JsonSerializer.SerializeToUtf8Bytes(n, FactJson.Options).Length);
}

internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("escalation-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
