using System.Diagnostics.Metrics;
using Escalation.Service.Desk;

namespace Escalation.Server.Waking;

/// <summary>What is counted of the clock that escalates.</summary>
internal static class WakingMeters
{
    public static readonly Histogram<double> Lateness = Telemetry.Meter.CreateHistogram<double>(
        "escalation.due.lateness", "s", "From the time at which something was due until what came of it was kept.");

    public static readonly Counter<long> Handled = Telemetry.Meter.CreateCounter<long>(
        "escalation.due.handled", "{difference}", "Differences that were due and were handled.");

    public static readonly Counter<long> Failed = Telemetry.Meter.CreateCounter<long>(
        "escalation.due.failed", "{difference}", "Differences that were due and could not be handled; they are tried again.");
}
