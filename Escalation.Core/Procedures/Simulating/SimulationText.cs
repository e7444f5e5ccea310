using System.Text;
using System.Text.Json;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Core.Procedures.Simulating;

/// <summary>A simulation as people read it, with the other reading of the deadlines beside it, and as programs read it.</summary>
public static class SimulationText
{
    private const int Width = 100;

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
        text.Append(Wrapped($"First considered at {DateWords.Of(outset)} and raised at once. This is what happens if nobody acts.", 0));
        foreach (var moment in entries.GroupBy(e => e.At))
        {
            text.Append($"\n{Sentences.Capital(DateWords.Of(moment.Key))}\n");
            foreach (var line in InWords([.. moment], procedure)) text.Append(line);
        }

        if (entries[^1].Deadline == Teller.Chase) text.Append("\nReminders go on like this until somebody acts.\n");
        return text.Append(Compared(procedure, entries, outset, days)).ToString();
    }

    private static IEnumerable<string> InWords(List<SimulationEntry> moment, Procedure procedure)
    {
        var reminded = moment.Where(e => e is { Event: "deadline-passed", Deadline: Teller.Chase }).Select(e => e.DutyHolder!).ToList();
        if (reminded.Count > 0) yield return Wrapped($"Reminded: {Sentences.And(reminded)}.", 2);
        foreach (var entry in moment.Where(e => e is not { Event: "deadline-passed", Deadline: Teller.Chase }))
        {
            yield return Wrapped(InWords(entry, procedure), 2);
            if (entry is { Event: "deadline-set", DueAt: { } due } && entry.Deadline != Teller.Chase)
                yield return Wrapped(entry.Why.Replace($" {Explanation.Result(due)}", "", StringComparison.Ordinal), 4);
        }
    }

    private static string InWords(SimulationEntry entry, Procedure procedure) => (entry.Event, entry.Deadline) switch
    {
        ("stage-entered", _) => $"Stage {entry.Stage} begins: {procedure.StageOf(entry.Stage).Title}.",
        ("deadline-set", Teller.Chase) => $"If nothing happens, whoever must act is reminded at {DateWords.Of(entry.DueAt!.Value)}.",
        ("deadline-set", _) when entry.DueAt is { } due => $"{Sentences.Capital(Asked(entry, procedure))}: {entry.DutyHolder}, by {DateWords.Of(due)}.",
        ("deadline-set", _) => $"{Sentences.Capital(Asked(entry, procedure))}: {entry.DutyHolder}, with no date set.",
        ("deadline-passed", _) => $"Not done in time: {Asked(entry, procedure)} ({entry.DutyHolder}).",
        _ => $"{Sentences.Capital(entry.DutyHolder!)} is told. {entry.Why}",
    };

    private static string Asked(SimulationEntry entry, Procedure procedure) =>
        procedure.StageOf(entry.Stage).Deadlines.First(d => d.Id == entry.Deadline).Title;

    private static string Compared(Procedure procedure, ValueList<SimulationEntry> entries, DateTimeOffset outset, WorkingDays days)
    {
        var here = Dues(entries);
        var there = Dues(Simulation.Run(OtherReading.Of(procedure), outset, days)).ToDictionary(d => (d.Stage, d.Deadline), d => d.DueAt);
        if (here.All(d => there.TryGetValue((d.Stage, d.Deadline), out var due) && due == d.DueAt)) return "";

        var (first, second) = OtherReading.CountsFromTheOutset(procedure) ? ("from the outset", "from each stage's start") : ("from each stage's start", "from the outset");
        var text = new StringBuilder("\nThe same deadlines in the other reading, for comparison:\n\n");
        foreach (var (stage, deadline, due) in here)
        {
            var title = procedure.StageOf(stage).Deadlines.First(d => d.Id == deadline).Title;
            var other = there.TryGetValue((stage, deadline), out var at) ? DateWords.Of(at) : "not reached";
            text.Append(Wrapped($"Stage {stage}: {title}", 2));
            text.Append($"    {$"{first} (this file)",-36}{DateWords.Of(due)}\n    {second,-36}{other}\n");
        }

        return text.ToString();
    }

    private static List<(string Stage, string Deadline, DateTimeOffset DueAt)> Dues(ValueList<SimulationEntry> entries) =>
        [.. entries.Where(e => e is { Event: "deadline-set", DueAt: not null, Deadline: not Teller.Chase }).Select(e => (e.Stage, e.Deadline!, e.DueAt!.Value))];

    /// <summary>In lines that fit a terminal.</summary>
    private static string Wrapped(string text, int indent)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= Width) lines[^1] += $" {word}";
            else lines.Add(new string(' ', indent) + word);
        }

        return string.Join('\n', lines) + "\n";
    }
}
