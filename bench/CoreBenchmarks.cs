using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Simulating;

namespace Escalation.Benchmarks;

/// <summary>What Core does all day, and three things that would hurt if they grew faster than their input.</summary>
[MemoryDiagnoser]
[SuppressMessage("Performance", "CA1822", Justification = "A benchmark is an instance method.")]
public class CoreBenchmarks
{
    private static readonly WorkingDays Days = new(Nation.EnglandAndWales);

    private static readonly Instruction Clock = new("clock", Actor.Clock, new Command.LetTimePass());

    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "procedures", "south-gloucestershire-sab.v2021-06.json"));

    private static readonly Procedure Procedure = ((Reading.Sound)ProcedureFile.Read(Text)).Procedure;

    private static readonly LongDifference Argued = new LongDifference(Procedure, Days).ArguedUntil(200);

    private static readonly Instruction NewProposal = Argued.NewProposal;

    // Made once and only when asked for: every benchmark is run on an instance of its own.
    private static readonly Lazy<IReadOnlyList<Entry>> LongRecord = new(() => new LongDifference(Procedure, Days).ArguedUntil(10_000).Record);

    private static readonly Lazy<IReadOnlyList<Entry>> HalfOfIt = new(() => [.. LongRecord.Value.Take(5_000)]);

    /// <summary>What the other times are compared with: much the same code on every machine, and none of ours.</summary>
    [Benchmark(Baseline = true, Description = "Yardstick: write one entry as JSON")]
    public string Yardstick() => FactJson.Write(Argued.Record[^1]);

    [Benchmark(Description = "Decide: a new proposal, record of 200")]
    public Verdict DecideAProposal() => Difference.Decide(Argued.Terms, NewProposal, Argued.Now, Argued.State);

    [Benchmark(Description = "Decide: the clock asks, nothing is due, record of 200")]
    public Verdict DecideNothing() => Difference.Decide(Argued.Terms, Clock, Argued.Now, Argued.State);

    [Benchmark(Description = "Fold of 200 entries")]
    public Difference FoldShort() => Difference.After(Argued.Record);

    [Benchmark(Description = "Fold of 5,000 entries")]
    public Difference FoldHalf() => Difference.After(HalfOfIt.Value);

    [Benchmark(Description = "Fold of 10,000 entries")]
    public Difference FoldLong() => Difference.After(LongRecord.Value);

    [Benchmark(Description = "Simulate one outset")]
    public int SimulateOne() => Simulation.Run(Procedure, At(new DateOnly(2026, 4, 1)), Days).Count;

    [Benchmark(Description = "Simulate ten years of daily outsets (3,652)")]
    public int SimulateTenYears()
    {
        var lines = 0;
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2036; day = day.AddDays(1)) lines += Simulation.Run(Procedure, At(day), Days).Count;
        return lines;
    }

    [Benchmark(Description = "Read and check a procedure file")]
    public Reading ReadAndCheck() => ProcedureFile.Read(Text);

    [Benchmark(Description = "WorkingDays.Add: five over Christmas")]
    public DateOnly AddWorkingDays() => Days.Add(new DateOnly(2026, 12, 23), 5);

    private static DateTimeOffset At(DateOnly day) => LondonTime.At(day, new TimeOnly(10, 0));
}
