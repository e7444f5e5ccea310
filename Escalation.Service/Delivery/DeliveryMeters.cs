using System.Diagnostics.Metrics;
using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>What is counted of the post.</summary>
internal static class DeliveryMeters
{
    public static readonly Gauge<long> Depth = Telemetry.Meter.CreateGauge<long>("escalation.outbox.depth", "{notice}", "Notices that wait to be sent.");

    public static readonly Gauge<double> Oldest = Telemetry.Meter.CreateGauge<double>(
        "escalation.outbox.oldest", "s", "For how long the notice has waited whose time came first.");

    public static readonly Counter<long> Sent = Telemetry.Meter.CreateCounter<long>("escalation.notices.sent", "{notice}", "Notices that were sent.");

    public static readonly Counter<long> Failed = Telemetry.Meter.CreateCounter<long>(
        "escalation.notices.failed", "{notice}", "Tries to send a notice that went wrong.");

    public static readonly Counter<long> ReportsSent = Telemetry.Meter.CreateCounter<long>(
        "escalation.reports.sent", "{letter}", "Letters with a report that were sent.");

    public static readonly Counter<long> ReportsDead = Telemetry.Meter.CreateCounter<long>(
        "escalation.reports.dead", "{letter}", "Letters with a report that were given up.");

    public static readonly Counter<long> Dead = Telemetry.Meter.CreateCounter<long>("escalation.notices.dead", "{notice}", "Notices that were given up.");
}
