using System.Globalization;

namespace Escalation.Benchmarks.Service;

/// <summary>So many things done, in how much time on the wall and of how much of the processors.</summary>
internal sealed record Measured(string What, int Count, TimeSpan Wall, TimeSpan Processor)
{
    public double PerSecond => Count / Wall.TotalSeconds;

    /// <summary>Processor time of one, in microseconds.</summary>
    public double Each => Processor.TotalMicroseconds / Count;

    public static async Task<Measured> OfAsync(string what, int count, Func<Task> work)
    {
        var (began, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        var measured = new Measured(what, count, TimeProvider.System.GetElapsedTime(began), Environment.CpuUsage.TotalTime - used);
        Console.WriteLine(measured.Row);
        return measured;
    }

    public static Measured Together(IReadOnlyList<Measured> parts) => new(
        parts[0].What, parts.Sum(p => p.Count), new TimeSpan(parts.Sum(p => p.Wall.Ticks)), new TimeSpan(parts.Sum(p => p.Processor.Ticks)));

    public string Row => string.Create(CultureInfo.InvariantCulture,
        $"| {What} | {Count:#,0} | {Wall.TotalSeconds:0.00} s | {PerSecond:#,0} | {Processor.TotalSeconds:0.00} s | {Each:#,0} µs |");
}
