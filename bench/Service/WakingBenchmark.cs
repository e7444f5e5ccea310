using System.Diagnostics;
using System.Text.Json;
using Escalation.Core.Differences;
using Escalation.Server.Waking;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Escalation.Benchmarks.Service;

/// <summary>Deadlines that all fall due in one instant, and the restart of a service that was killed before them.</summary>
internal static class WakingBenchmark
{
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

    /// <summary>What an append brings to the disk, without what the database adds.</summary>
    internal static int BytesOf(Append append) =>
        append.Lines.Sum(l => l.Open.Length + l.Secret.Length + l.Link.Length) + JsonSerializer.SerializeToUtf8Bytes(append.Head.Card, FactJson.Options).Length
        + append.Notices.Sum(n => JsonSerializer.SerializeToUtf8Bytes(n, FactJson.Options).Length);
}

internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("escalation-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
