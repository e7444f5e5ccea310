using Perfolizer.Horology;

namespace Escalation.Benchmarks;

/// <summary>
/// Counts the processor time that this process used instead of the time that went by: on cores shared with other work the second says
/// more about the neighbours than about us. Collecting garbage counts, as it should.
/// </summary>
internal sealed class CpuClock : IClock
{
    public string Title => "CPU time";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
