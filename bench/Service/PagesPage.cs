using System.Globalization;
using System.Text;

namespace Escalation.Benchmarks.Service;

/// <summary>Measures pages, and writes the page that is committed.</summary>
internal static class PagesPage
{
    private const int Entries = 200, Usual = 2000;

    /// <param name="many">How often each is asked for; the usual number replaces the page.</param>
    public static async Task<int> WriteAsync(int many)
    {
        await using var pages = new PagesBenchmark();
        await pages.StartAsync(Entries);
        var text = new StringBuilder("# What a page costs\n\nWritten by `dotnet run -c Release --project bench -- pages`; do not edit. See [bench/README.md](../README.md).\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores shared with other work (load {await LoadAsync()} before), .NET {Environment.Version}. ");
        text.Append(CultureInfo.InvariantCulture, $"Each page {many:#,0} times, one after the other; the difference has {pages.Entries} entries in its record.\n\n");
        text.Append("| | On the wall | at p95 | Processor | at p95 | Compressed |\n|---|--:|--:|--:|--:|--:|\n");
        var difference = $"/{BenchOffice.Board}/differences/{pages.Id}";
        foreach (var (what, address) in ((string, string)[])[
            ("The difference", difference), ("The difference, the eighth page of its record", $"{difference}?page=8"), ("A question of a journey", $"{difference}/propose/outcome"),
            ("The list of differences", $"/{BenchOffice.Board}/differences"), ("Sign in", $"/{BenchOffice.Board}/sign-in")])
            text.Append(await RowAsync(pages, what, address, many));
        Console.WriteLine(text);
        if (many == Usual) await File.WriteAllTextAsync("bench/results/pages.md", text.ToString());
        return 0;
    }

    private static async Task<string> RowAsync(PagesBenchmark pages, string what, string address, int many)
    {
        var (wall, processor, bytes) = await pages.AskAsync(address, many);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {At(wall, 50):0.0} ms | {At(wall, 95):0.0} ms | {At(processor, 50):0.0} ms | {At(processor, 95):0.0} ms | {bytes / 1000.0:0.0} kB |\n");
    }

    private static async Task<string> LoadAsync() => File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";

    private static double At(IReadOnlyList<TimeSpan> times, int percent) =>
        times.Select(t => t.TotalMilliseconds).Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
