using Escalation.Core.Differences;
using Escalation.Core.Figures;
using EscalationFunctions.Tests.Core.Differences;

namespace EscalationFunctions.Tests.Core.Figures;

/// <summary>What a story adds to the figures.</summary>
internal static class Counted
{
    public static readonly DateOnly Ever = new(2000, 1, 1), Never = new(2100, 1, 1);

    /// <summary>What the records of these stories add, on the days from the first to the last, as "2026-04-01"; all of it where none is said.</summary>
    public static Sums In(string? from, string? to, params Story[] stories) => new(stories
        .SelectMany(s => Tally.Of(Difference.Nothing, s.Record, s.Terms))
        .Where(c => (c.Measure.IsLevel() || c.Day >= (from is null ? Ever : Acts.Day(from))) && c.Day <= (to is null ? Never : Acts.Day(to)))
        .Select(c => new Summed(c.Measure, c.Key, c.Number)));

    public static Sums Counts(this Story story) => In(null, null, story);

    /// <summary>Every number of a measure that is not zero, as "key: number".</summary>
    public static IEnumerable<string> Said(this Sums sums, Measure measure) =>
        sums.Of(measure).Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key.Length == 0 ? $"{c.Value}" : $"{c.Key}: {c.Value}");
}
