using System.Globalization;
using System.Text;
using BenchmarkDotNet.Reports;

namespace Escalation.Benchmarks;

/// <summary>A run as the page that is committed. Says of the machine only what a reader needs to judge the figures.</summary>
internal static class Results
{
    public static string Of(Summary summary, DateOnly day)
    {
        var yardstick = summary.Reports.Single(r => r.BenchmarkCase.Descriptor.Baseline).ResultStatistics!.Median;
        var page = new StringBuilder();
        page.Append("# What Core costs\n\nWritten by `dotnet run -c Release --project bench`; do not edit. See [bench/README.md](../README.md).\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}, {Environment.ProcessorCount} cores shared with other work, .NET {Environment.Version}, ");
        page.Append($"BenchmarkDotNet {typeof(Summary).Assembly.GetName().Version!.ToString(3)}. Times are processor time.\n\n");
        page.Append("| | Median | 95th percentile | Median in yardsticks | Allocated |\n|---|--:|--:|--:|--:|\n");
        foreach (var report in summary.Reports) page.Append(Row(report, yardstick));
        return page.ToString();
    }

    private static string Row(BenchmarkReport report, double yardstick)
    {
        var (name, times) = (report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), report.ResultStatistics!);
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Time(times.Median)} | {Time(times.Percentiles.P95)} | {Figures(times.Median / yardstick)} | {Size(bytes)} |\n");
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => $"{Figures(nanoseconds)} ns",
        < 1e6 => $"{Figures(nanoseconds / 1e3)} µs",
        < 1e9 => $"{Figures(nanoseconds / 1e6)} ms",
        _ => $"{Figures(nanoseconds / 1e9)} s",
    };

    private static string Size(double bytes) => bytes switch
    {
        < 1024 => $"{bytes:0} B",
        < 1024 * 1024 => $"{Figures(bytes / 1024)} KB",
        _ => $"{Figures(bytes / 1024 / 1024)} MB",
    };

    // Three figures are more than two shared cores can tell.
    private static string Figures(double number) => number.ToString(number < 10 ? "0.00" : number < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
