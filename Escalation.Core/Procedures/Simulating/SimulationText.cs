using System.Text;
using System.Text.Json;
using Escalation.Core.Calendar;

namespace Escalation.Core.Procedures.Simulating;

/// <summary>A simulation as people read it, with the other reading of the deadlines beside it, and as programs read it.</summary>
public static class SimulationText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        WriteIndented = true,
    };

    public static string Json(Procedure procedure, DateTimeOffset outset, ValueList<SimulationEntry> entries) =>
        JsonSerializer.Serialize(new { Procedure = procedure.Id, procedure.Version, Outset = outset, Entries = entries }, Options) + "\n";

    public static string Text(Procedure procedure, DateTimeOffset outset, WorkingDays days)
    {
        var entries = Simulation.Run(procedure, outset, days);
        var text = new StringBuilder();
        text.Append($"{procedure.Title}, version {procedure.Version}\n{procedure.Board}\n\n");
        text.Append($"First considered at {DateWords.Of(outset)} and raised at once. This is what happens if nobody acts.\n");
        foreach (var moment in entries.GroupBy(e => e.At))
        {
            text.Append($"\n{Capital(DateWords.Of(moment.Key))}\n");
            foreach (var entry in moment) text.Append($"  {InWords(entry, procedure)}\n{Skipped(entry)}");
        }

        return text.Append(Compared(procedure, entries, outset, days)).ToString();
    }

    private static string InWords(SimulationEntry entry, Procedure procedure) => (entry.Event, entry.Deadline) switch
    {
        ("stage-entered", _) => $"Stage {entry.Stage} begins: {procedure.StageOf(entry.Stage).Title}.",
        ("deadline-set", "chase") => $"If nothing happens, a reminder goes out at {DateWords.Of(entry.DueAt!.Value)} to {entry.DutyHolder}.",
        ("deadline-set", _) when entry.DueAt is { } due => $"{Capital(Asked(entry, procedure))}: {entry.DutyHolder}, by {DateWords.Of(due)}.",
        ("deadline-set", _) => $"{Capital(Asked(entry, procedure))}: {entry.DutyHolder}, without a date.",
        ("deadline-passed", "chase") => $"A reminder goes to {entry.DutyHolder}.",
        ("deadline-passed", _) => $"Time has passed to {Asked(entry, procedure)} ({entry.DutyHolder}). {Then(entry)}",
        _ => $"{entry.DutyHolder} is told. {entry.Why}",
    };

    private static string Asked(SimulationEntry entry, Procedure procedure) =>
        procedure.StageOf(entry.Stage).Deadlines.First(d => d.Id == entry.Deadline).Title;

    /// <summary>The days that were passed over, where there were any: what people count wrongly over bank holidays.</summary>
    private static string Skipped(SimulationEntry entry)
    {
        const string mark = "Not counted: ";
        var from = entry is { Event: "deadline-set", Deadline: not "chase" } ? entry.Why.IndexOf(mark, StringComparison.Ordinal) : -1;
        return from < 0 ? "" : $"    {entry.Why[from..(entry.Why.IndexOf('.', from) + 1)]}\n";
    }

    private static string Then(SimulationEntry entry) => entry.OnExpiry switch
    {
        "escalate" => "It goes further by itself.",
        "flag" => "The board office is told.",
        _ => "They are reminded.",
    };

    private static string Compared(Procedure procedure, ValueList<SimulationEntry> entries, DateTimeOffset outset, WorkingDays days)
    {
        var here = Dues(entries);
        var there = Dues(Simulation.Run(OtherReading.Of(procedure), outset, days)).ToDictionary(d => (d.Stage, d.Deadline), d => d.DueAt);
        if (here.All(d => there.TryGetValue((d.Stage, d.Deadline), out var due) && due == d.DueAt)) return "";

        var fromOutset = OtherReading.CountsFromTheOutset(procedure);
        var heads = fromOutset ? ("Counted from the outset (this file)", "Counted from each stage's start")
            : ("Counted from each stage's start (this file)", "Counted from the outset");
        var text = new StringBuilder("\nThe same deadlines in the other reading, for comparison:\n\n");
        text.Append($"{"Stage",-7}{"Deadline",-20}{heads.Item1,-46}{heads.Item2}\n");
        foreach (var (stage, deadline, due) in here)
        {
            var other = there.TryGetValue((stage, deadline), out var at) ? DateWords.Of(at) : "not reached";
            text.Append($"{stage,-7}{deadline,-20}{DateWords.Of(due),-46}{other}\n");
        }

        return text.ToString();
    }

    private static List<(string Stage, string Deadline, DateTimeOffset DueAt)> Dues(ValueList<SimulationEntry> entries) =>
        [.. entries.Where(e => e is { Event: "deadline-set", DueAt: not null, Deadline: not "chase" }).Select(e => (e.Stage, e.Deadline!, e.DueAt!.Value))];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
