using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Escalation.Service.Desk;

/// <summary>What the service tells of itself to whoever collects traces and metrics. Counts and codes only, never people.</summary>
public static class Telemetry
{
    public const string Name = "Escalation";

    public static readonly ActivitySource Source = new(Name);

    /// <summary>What is done about one difference, from beginning to end; none where nobody collects traces. Ids and codes only, as in logs.</summary>
    public static Activity? Span(string what, string difference) => Source.StartActivity(what)?.SetTag("escalation.difference", difference);

    public static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Decisions = Meter.CreateCounter<long>("escalation.decisions", "{decision}", "Decisions that were kept.");

    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("escalation.refusals", "{refusal}", "Refusals by their code.");

    public static readonly Counter<long> Raced = Meter.CreateCounter<long>("escalation.raced", "{decision}", "Decisions made again, somebody being faster.");
}
