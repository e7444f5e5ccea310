using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Escalation.Benchmarks.Service;
using Escalation.Benchmarks;
using Perfolizer.Horology;

switch (args)
{
    case ["waking"]: return await WakingPage.WriteAsync(1);
    case ["waking", var scale]: return await WakingPage.WriteAsync(double.Parse(scale, CultureInfo.InvariantCulture));
    case ["service"]: return await ServicePage.WriteAsync(1);
    case ["service", var part]: return await ServicePage.WriteAsync(double.Parse(part, CultureInfo.InvariantCulture));
    case ["figures"]: return await FiguresPage.WriteAsync(5000);
    case ["figures", var many]: return await FiguresPage.WriteAsync(int.Parse(many, CultureInfo.InvariantCulture));
    case ["pages"]: return await PagesPage.WriteAsync(2000);
    case ["pages", var many]: return await PagesPage.WriteAsync(int.Parse(many, CultureInfo.InvariantCulture));
    case ["http", var many]: return await ServicePage.OverHttpAsync(int.Parse(many, CultureInfo.InvariantCulture));
    case ["resident", var data]: return await ServicePage.ResidentAsync(data);
    case ["restarted", var folder]: return await WakingBenchmark.RestartedAsync(folder);
}

// In this process: a generated project would stand outside our pinned versions and warnings. 20 iterations, so that a percentile means something.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithClock(new CpuClock())
    .WithWarmupCount(3)
    .WithIterationCount(20)
    .WithIterationTime(TimeInterval.FromMilliseconds(250));
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "escalation-bench"))
    .WithOptions(ConfigOptions.DisableLogFile);

var summary = BenchmarkRunner.Run<CoreBenchmarks>(config, args);
if (summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success)) return 1;

// A run of some benchmarks only (-- --filter '*Fold*') is for looking, and replaces nothing.
if (args.Length == 0)
    await File.WriteAllTextAsync("bench/results/core.md", Results.Of(summary, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date)));
return 0;
