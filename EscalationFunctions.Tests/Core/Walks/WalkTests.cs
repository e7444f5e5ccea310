using System.Collections.Concurrent;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>
/// Two thousand differences, sixty instructions each. A failure names the walk: <c>new Walk(seed).Run(60)</c> repeats it.
/// </summary>
[Category("Walks")]
[Parallelizable(ParallelScope.All)]
public class WalkTests
{
    private const int Groups = 40;
    private const int WalksInAGroup = 50;
    private const int Steps = 60;

    private static readonly ConcurrentDictionary<int, Lazy<Tally>> Done = new();

    [Test]
    public void Fifty_differences_keep_every_promise_whatever_people_and_clock_do([Range(1, Groups)] int seed) =>
        Assert.That(Walked(seed).Walks, Is.EqualTo(WalksInAGroup));

    [Test]
    public void Together_the_walks_come_across_everything_that_can_be_asked_and_can_become_true()
    {
        var all = new Tally();
        foreach (var seed in Enumerable.Range(1, Groups)) all.Add(Walked(seed));
        TestContext.Out.WriteLine($"{all.Walks} walks, {all.Silences} silences, {all.Closings} closed");
        Assert.Multiple(() =>
        {
            Assert.That(Cases(typeof(Command)).Except(all.Commands).Select(t => t.Name), Is.Empty, "commands that were never accepted");
            Assert.That(Cases(typeof(Fact)).Except(all.Facts).Select(t => t.Name), Is.Empty, "facts that were never recorded");
            Assert.That(Enum.GetValues<RefusalCode>().Except(all.Refusals), Is.Empty, "refusals that were never given");
            Assert.That(all.Closings, Is.GreaterThan(all.Walks / 10), "differences that closed");
        });
    }

    private static Tally Walked(int seed) => Done.GetOrAdd(seed, _ => new Lazy<Tally>(() => Group(seed))).Value;

    private static Tally Group(int seed)
    {
        var tally = new Tally();
        for (var walk = 0; walk < WalksInAGroup; walk++) tally.Add(new Walk((seed * WalksInAGroup) + walk).Run(Steps));
        return tally;
    }

    private static IEnumerable<Type> Cases(Type union) => union.GetNestedTypes().Where(t => t.IsSubclassOf(union));
}
