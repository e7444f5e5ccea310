using System.Diagnostics.Metrics;
using Core = Escalation.Service.Desk.Telemetry;

namespace EscalationFunctions.Tables;

/// <summary>What the stores tell of themselves. Counts only.</summary>
internal static class Telemetry
{
    public static readonly Counter<long> LeftBehind = Core.Meter.CreateCounter<long>(
        "escalation.index.left-behind", "{append}", "Appends after which the index could not be written; it is mended later.");
}
