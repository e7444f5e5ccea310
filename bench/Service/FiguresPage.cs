using System.Globalization;
using System.Text;

namespace Escalation.Benchmarks.Service;

/// <summary>Measures the figures of a year of many differences, and writes the page that is committed.</summary>
internal static class FiguresPage
{
    private const int Usual = 5000, Asks = 200;

    /// <param name="many">How many differences the year has; the usual number replaces the page.</param>
    public static async Task<int> WriteAsync(int many)
    {
        await using var figures = new FiguresBenchmark();
        await figures.StartAsync(many);
        var text = new StringBuilder("# What monitoring figures cost\n\nWritten by `dotnet run -c Release --project bench -- figures`; do not edit. See [bench/README.md](../README.md).\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores shared with other work, .NET {Environment.Version}. ");
        text.Append(CultureInfo.InvariantCulture, $"{many:#,0} differences spread over a year, {figures.Rows:#,0} rows of counts; each asked for {Asks:#,0} times, one after the other.\n\n");
        text.Append("| | On the wall | at p95 | Processor | In reads of the list page |\n|---|--:|--:|--:|--:|\n");
        const string year = "from=2026-01-01&to=2026-12-31";
        var list = await figures.AskAsync($"/{BenchOffice.Board}/differences", Asks);
        foreach (var (what, address) in ((string, string)[])[
            ("The figures page, a year", $"/{BenchOffice.Board}/figures?{year}"), ("The figures page, a quarter", $"/{BenchOffice.Board}/figures"),
            ("The same as CSV, a year", $"/{BenchOffice.Board}/figures?{year}&format=csv"), ("GET /reports/monitoring, a year", $"/api/v1/reports/monitoring?{year}")])
            text.Append(Row(what, await figures.AskAsync(address, Asks), list));
        text.Append(Row("Yardstick: the list page", list, list));
        Console.WriteLine(text);
        if (many == Usual) await File.WriteAllTextAsync("bench/results/figures.md", text.ToString());
        return 0;
    }

    private static string Row(string what, Asked asked, Asked list) => string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {At(asked.Wall, 50):0.0} ms | {At(asked.Wall, 95):0.0} ms | {At(asked.Processor, 50):0.0} ms | {At(asked.Processor, 50) / At(list.Processor, 50):0.00} |\n");

    private static double At(IReadOnlyList<TimeSpan> times, int percent) =>
        times.Select(t => t.TotalMilliseconds).Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}

/// <summary>How long each took, on the wall and of the processors.</summary>
internal sealed record Asked(IReadOnlyList<TimeSpan> Wall, IReadOnlyList<TimeSpan> Processor);
