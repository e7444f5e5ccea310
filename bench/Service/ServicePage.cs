using System.Globalization;
using System.Text;
using Escalation.Server;
using Microsoft.AspNetCore.Builder;

namespace Escalation.Benchmarks.Service;

/// <summary>Measures the service over HTTP and in volume, and writes the page that is committed.</summary>
internal static class ServicePage
{
    private const string Head = "| | Number | On the wall | A second | Processor | Each |\n|---|--:|--:|--:|--:|--:|\n";

    /// <param name="scale">1 for the page; less for a look, which replaces nothing.</param>
    public static async Task<int> WriteAsync(double scale)
    {
        var page = new StringBuilder("# What the service costs\n\nWritten by `dotnet run -c Release --project bench -- service`; do not edit. See [bench/README.md](../README.md).\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores shared with other work, .NET {Environment.Version}. Every commit is synced.\n\n");
        await HttpAsync(page, (int)(20_000 * scale), (int)(3_000 * scale));
        await VolumeAsync(page, (int)(1_000_000 * scale), (int)(100_000 * scale));
        Console.WriteLine(page);
        if (scale == 1) await File.WriteAllTextAsync("bench/results/service.md", page.ToString());
        return 0;
    }

    /// <summary>The other side of the memory measurement: the whole service over a folder, settled.</summary>
    public static async Task<int> ResidentAsync(string folder)
    {
        await using var store = DataFolder.Open(folder);
        await using var app = EmbeddedHost.Build(store, BenchOffice.Seal, new StandingClock(), "http://127.0.0.1:0");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        for (var i = 0; i < 200; i++) await client.GetAsync("/health/waking");
        Console.WriteLine("settled");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task HttpAsync(StringBuilder page, int many, int paced)
    {
        await using var http = new HttpBenchmark();
        await http.StartAsync();
        var (ours, bare) = await http.ThroughputAsync(many);
        page.Append(CultureInfo.InvariantCulture, $"## Over HTTP\n\n{Head}{ours.Row}\n{bare.Row}\n\nThe service reaches {100 * ours.PerSecond / bare.PerSecond:0} % of the yardstick.\n\n");
        var sync = await WakingBenchmark.BareAsync(2000, 500, 1);
        var times = await http.PacedAsync(50, paced);
        page.Append(CultureInfo.InvariantCulture,
            $"At 50 a second a decision takes {At(times, 50):0.0} ms in the middle and {At(times, 95):0.0} ms at p95; a commit of one row alone takes {1000 / sync.PerSecond:0.0} ms.\n\n");
    }

    private static async Task VolumeAsync(StringBuilder page, int many, int waiting)
    {
        await using var volume = new VolumeBenchmark();
        await volume.StartAsync();
        var bytes = await volume.CloseAsync(1000);
        var among = await volume.DecideAsync(5000, 1000);
        await volume.FillAsync(many);
        var amongMany = await volume.DecideAsync(5000, many);
        var late = await volume.ListLateAsync(200);
        page.Append(CultureInfo.InvariantCulture, $"## In volume\n\nA closed difference takes {bytes / 1000:0.0} kB on disk, everything included.\n\n{Head}{among.Row}\n{amongMany.Row}\n\n");
        page.Append(CultureInfo.InvariantCulture,
            $"A decision among {many:#,0} costs {amongMany.Processor / amongMany.Count / (among.Processor / among.Count):0.00} times the processor time of one among 1,000.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"The first page of what is overdue among {many:#,0}: {At(late, 50):0.0} ms in the middle, {At(late, 95):0.0} ms at p95.\n\n");
        var closed = await volume.MemoryAsync();
        await volume.WaitAsync(waiting);
        var all = await volume.MemoryAsync();
        page.Append(CultureInfo.InvariantCulture, $"Resident memory of the service: {closed:0} MB with {many:#,0} closed, {all:0} MB with {waiting:#,0} waiting besides.\n");
    }

    private static double At(IReadOnlyList<TimeSpan> times, int percent) =>
        times.Select(t => t.TotalMilliseconds).Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
