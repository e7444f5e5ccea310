using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

/// <summary>What holds for every day and every count, tried on seeded days; a failure names its seed.</summary>
public sealed class WorkingDaysPropertyTests
{
    private static readonly DateOnly First = new(1995, 1, 1);
    private const int DaysUntil2099 = 37_900;

    [Test]
    public void Counting_back_what_was_added_gives_the_same_number([Range(1, 30)] int seed) => Try(seed, (days, from, count) =>
    {
        var due = days.Add(from, count);
        Assert.That(days.Between(from, due), Is.EqualTo(count));
        Assert.That(days.Between(due, from), Is.EqualTo(-count));
    });

    [Test]
    public void A_deadline_always_falls_on_a_working_day_after_its_start([Range(1, 30)] int seed) => Try(seed, (days, from, count) =>
    {
        var due = days.Add(from, count);
        Assert.That(days.WhyNot(due), Is.Null);
        Assert.That(due, Is.GreaterThan(from));
        Assert.That(days.OnOrAfter(from), Is.InRange(from, due));
    });

    [Test]
    public void One_more_day_is_always_later_and_a_later_start_never_earlier([Range(1, 30)] int seed) => Try(seed, (days, from, count) =>
    {
        Assert.That(days.Add(from, count + 1), Is.GreaterThan(days.Add(from, count)));
        Assert.That(days.Add(from.AddDays(1), count), Is.GreaterThanOrEqualTo(days.Add(from, count)));
    });

    [Test]
    public void Every_day_up_to_the_deadline_either_counts_or_is_explained([Range(1, 30)] int seed) => Try(seed, (days, from, count) =>
    {
        var due = days.Add(from, count);
        Assert.That(days.Skipped(from, due).Count + days.Between(from, due), Is.EqualTo(due.DayNumber - from.DayNumber));
    });

    [Test]
    public void Adding_in_two_steps_is_adding_at_once([Range(1, 30)] int seed) => Try(seed, (days, from, count) =>
        Assert.That(days.Add(days.Add(from, count), 3), Is.EqualTo(days.Add(from, count + 3))));

    private static void Try(int seed, Action<WorkingDays, DateOnly, int> property)
    {
        Random random = new(seed);
        var closures = Enumerable.Range(0, 200).Select(_ => new ClosureDay(First.AddDays(random.Next(DaysUntil2099)), "Closed")).ToList();
        WorkingDays days = new((Nation)random.Next(3), closures);
        for (var round = 0; round < 40; round++) property(days, First.AddDays(random.Next(DaysUntil2099)), random.Next(1, 30));
    }
}
