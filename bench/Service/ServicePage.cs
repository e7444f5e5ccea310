using System.Globalization;
using System.Text;
using Escalation.Server;
using Microsoft.Extensions.Hosting;

namespace Escalation.Benchmarks.Service;

/// <summary>Measures the service over HTTP and in volume, and writes the page that is committed.</summary>
internal static class ServicePage
{
    private const string Head = "| | Number | On the wall | A second | Processor | Each |\n|---|--:|--:|--:|--:|--:|\n";

    /// <param name="scale">1 for the page; less for a look, which replaces nothing.</param>
    public static async Task<int> WriteAsync(double scale)
    {
        var page = new StringBuilder("# What the service costs\n\nWritten by `dotnet run -c Release --project bench -- service`; do not edit. See [bench/README.md](../README.md).\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores shared with other work (load {await LoadAsync()} before), .NET {Environment.Version}. Every commit is synced.\n\n");
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

    /// <summary>Over HTTP alone, for a look.</summary>
    public static async Task<int> OverHttpAsync(int many)
    {
        var page = new StringBuilder();
        await HttpAsync(page, many, 500);
        Console.WriteLine(page);
        return 0;
    }

    private static async Task HttpAsync(StringBuilder page, int many, int paced)
    {
        await using var http = new HttpBenchmark();
        await http.StartAsync();
        var (ours, bare) = await http.ThroughputAsync(many, 20);
        page.Append(CultureInfo.InvariantCulture, $"## Over HTTP\n\n{Head}{ours.Row}\n{bare.Row}\n\nThe service reaches {100 * ours.PerSecond / bare.PerSecond:0.0} % of the yardstick by the clock on the wall, {100 * bare.Each / ours.Each:0.0} % by processor time.\n\n");
        await using var disk = new BareDisk();
        var sync = await disk.CommitAsync(2000, 500, 1);
        var times = await http.PacedAsync(50, paced);
        page.Append(CultureInfo.InvariantCulture,
            $"At 50 a second a decision takes {At(times, 50):0.0} ms in the middle and {At(times, 95):0.0} ms at p95; a commit of one row alone takes {1000 / sync.PerSecond:0.0} ms.\n\n");
    }

    private static async Task VolumeAsync(StringBuilder page, int many, int waiting)
    {
        await using var few = new VolumeBenchmark();
        await few.StartAsync();
        var bytes = await few.CloseAsync(1000);
        await using var volume = new VolumeBenchmark();
        await volume.StartAsync();
        await volume.CloseAsync(1000);
        await volume.FillAsync(many);
        var (among, amongMany) = await InTurnAsync(few, volume, 1000, many);
        var late = await volume.ListLateAsync(200);
        page.Append(CultureInfo.InvariantCulture, $"## In volume\n\nA closed difference takes {bytes / 1000:0.0} kB on disk, everything included.\n\n{Head}{among.Row}\n{amongMany.Row}\n\n");
        page.Append(CultureInfo.InvariantCulture,
            $"A decision among {many:#,0} costs {amongMany.Each / among.Each:0.00} times the processor time of one among 1,000.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"The first page of what is overdue among {many:#,0}: {At(late, 50):0.0} ms in the middle, {At(late, 95):0.0} ms at p95.\n\n");
        var closed = await volume.MemoryAsync();
        await volume.WaitAsync(waiting);
        var all = await volume.MemoryAsync();
        page.Append(CultureInfo.InvariantCulture, $"Resident memory of the service: {closed:0} MB with {many:#,0} closed, {all:0} MB with {waiting:#,0} waiting besides.\n");
    }

    /// <summary>By turns, so that what else the machine does falls on both alike; the first turn, while the code is cold, is not counted.</summary>
    private static async Task<(Measured AmongFew, Measured AmongMany)> InTurnAsync(VolumeBenchmark few, VolumeBenchmark lots, int some, int many)
    {
        var (amongFew, amongMany) = (new List<Measured>(), new List<Measured>());
        foreach (var one in new[] { few, lots }) await one.OpenAsync();
        for (var turn = 0; turn <= 10; turn++)
        {
            amongFew.Add(await few.DecideAsync(1000, some));
            amongMany.Add(await lots.DecideAsync(1000, many));
        }

        return (Measured.Together(amongFew[1..]), Measured.Together(amongMany[1..]));
    }

    private static async Task<string> LoadAsync() => File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";

    private static double At(IReadOnlyList<TimeSpan> times, int percent) =>
        times.Select(t => t.TotalMilliseconds).Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
