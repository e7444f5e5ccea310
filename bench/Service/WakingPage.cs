using System.Globalization;
using System.Text;

namespace Escalation.Benchmarks.Service;

/// <summary>Measures the clock and the desk, and writes the page that is committed.</summary>
internal static class WakingPage
{
    private const string Head = "| | Number | On the wall | A second | Processor | Each |\n|---|--:|--:|--:|--:|--:|\n";

    private const int Times = 5;

    /// <param name="scale">1 for ten and a hundred thousand deadlines; less where the machine is busy.</param>
    public static async Task<int> WriteAsync(double scale)
    {
        var (some, many) = ((int)(10_000 * scale), (int)(100_000 * scale));
        var load = await LoadAsync();
        var first = await WakingBenchmark.HandleAsync(some);
        var few = await MiddleAsync(some, Times);
        await using var disk = new BareDisk();
        var bareFew = await disk.CommitAsync(few.Bytes, some, 256);
        var lots = await WakingBenchmark.HandleAsync(many);
        var restarts = await WakingBenchmark.RestartAsync(many, 5);
        var (desk, rows, bare) = await DeskBenchmark.RunAsync(2 * some, 10);
        var page = new StringBuilder("# What waking costs\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Written by `dotnet run -c Release --project bench -- waking {scale}`; do not edit. See [bench/README.md](../README.md).\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores shared with other work ");
        page.Append(CultureInfo.InvariantCulture, $"(load {load} before, {await LoadAsync()} after), .NET {Environment.Version}. Every commit is synced.\n\n## Deadlines due in one instant\n\n{Head}");
        page.Append(Row(first.Handled, "the first that the process does")).Append('\n').Append(Row(few.Handled, $"the middle one of {Times} after it")).Append('\n').Append(bareFew.Row).Append('\n').Append(lots.Handled.Row).Append("\n\n");
        Append(page, few.Lateness, some);
        Append(page, lots.Lateness, many);
        page.Append(CultureInfo.InvariantCulture, $"## Killed and started again with {many:#,0} overdue\n\nFrom the start of the process until the first was handled: ");
        page.AppendJoin(", ", restarts.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.TotalSeconds:0.00} s"))).Append(".\n\n");
        page.Append(CultureInfo.InvariantCulture, $"## Decisions\n\n{Head}{desk.Row}\n{rows.Row}\n{bare.Row}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"The desk reaches {100 * desk.PerSecond / rows.PerSecond:0} % of what the same database commits of the same rows with nothing decided, and {100 * desk.PerSecond / bare.PerSecond:0} % of as many bytes in one row each.\n");
        Console.WriteLine(page);
        await File.WriteAllTextAsync("bench/results/waking.md", page.ToString());
        return 0;
    }

    // What else the machine does makes one slower than another; the first teaches the process how.
    private static async Task<(Measured Handled, Lateness Lateness, int Bytes)> MiddleAsync(int some, int times)
    {
        var all = new List<(Measured Handled, Lateness Lateness, int Bytes)>();
        for (var i = 0; i < times; i++) all.Add(await WakingBenchmark.HandleAsync(some));
        return all.OrderBy(h => h.Handled.Wall).ElementAt(times / 2);
    }

    private static string Row(Measured measured, string which) => (measured with { What = $"{measured.What}, {which}" }).Row;

    private static void Append(StringBuilder page, Lateness lateness, int many) => page.Append(CultureInfo.InvariantCulture,
        $"How late {many:#,0} were: half within {lateness.At(50):0.00} s, 99 % within {lateness.At(99):0.00} s, the last {lateness.At(100):0.00} s.\n\n{lateness.Histogram()}\n");

    private static async Task<string> LoadAsync() => File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
}
