namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>A seeded source of choices: the same seed makes the same walk for ever, so that the name of a test is enough to repeat it.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public int Below(int number) => random.Next(number);

    public int Between(int least, int most) => random.Next(least, most + 1);

    public bool OneIn(int number) => random.Next(number) == 0;

    public bool Percent(int percent) => random.Next(100) < percent;

    public T Of<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public T Weighted<T>(IReadOnlyList<(int Weight, T Item)> items)
    {
        var left = random.Next(items.Sum(i => i.Weight));
        foreach (var (weight, item) in items)
            if ((left -= weight) < 0) return item;
        throw new InvalidOperationException("Nothing to choose from.");
    }

    /// <summary>Some of the items, in their order.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int percent = 50) => [.. items.Where(_ => Percent(percent))];
}
