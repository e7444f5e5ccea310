using System.Diagnostics.Metrics;
using Escalation.Service.Desk;

namespace Escalation.Service.Access;

/// <summary>What is counted of people coming in, and of those who are not let in.</summary>
internal static class AccessMeters
{
    public static readonly Counter<long> Codes = Telemetry.Meter.CreateCounter<long>("escalation.codes.sent", "{code}", "Codes that were mailed.");

    public static readonly Counter<long> SignIns = Telemetry.Meter.CreateCounter<long>("escalation.signins", "{signin}", "Sign-ins that began.");

    public static readonly Counter<long> Links = Telemetry.Meter.CreateCounter<long>("escalation.links.made", "{link}", "Links that were made for letters.");

    private static readonly Counter<long> Refusals = Telemetry.Meter.CreateCounter<long>(
        "escalation.access.refused", "{refusal}", "Codes and links that let nobody in, by why.");

    /// <param name="why">A kind, such as "code-wrong"; never what was shown.</param>
    public static void Refused(string why) => Refusals.Add(1, new KeyValuePair<string, object?>("why", why));
}
