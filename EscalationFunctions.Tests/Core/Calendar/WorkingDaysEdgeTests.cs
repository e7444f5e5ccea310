using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

public sealed class WorkingDaysEdgeTests
{
    private static readonly WorkingDays England = new(Nation.EnglandAndWales);
    private static readonly DateOnly First = new(1995, 1, 1);
    private static readonly DateOnly Last = new(2100, 12, 31);

    [Test]
    public void The_first_and_the_last_day_that_we_answer_for_are_answered()
    {
        Assert.That(England.WhyNot(First), Is.EqualTo("Sunday"));
        Assert.That(England.Add(First, 1), Is.EqualTo(new DateOnly(1995, 1, 3)));
        Assert.That(England.WhyNot(new(2100, 12, 28)), Is.EqualTo("Boxing Day"), "25 December 2100 is a Saturday");
        Assert.That(England.IsWorkingDay(Last), Is.True);
        Assert.That(England.Add(new(2100, 12, 30), 1), Is.EqualTo(Last));
        Assert.That(England.Add(Last, 0), Is.EqualTo(Last));
        Assert.That(England.Skipped(Last, Last), Is.Empty);
    }

    [Test]
    public void Beyond_the_last_day_the_answer_is_that_we_do_not_know()
    {
        Says(() => England.Add(Last, 1));
        Says(() => England.Add(First, int.MaxValue));
        Says(() => England.OnOrAfter(Last.AddDays(1)));
        Says(() => England.Between(Last, Last.AddDays(1)));
        Says(() => England.Skipped(Last, Last.AddDays(1)));
        Says(() => England.IsWorkingDay(new(2101, 1, 3)));
        Says(() => England.WhyNot(new(2101, 1, 3)));
    }

    [Test]
    public void Before_the_first_day_the_answer_is_that_we_do_not_know()
    {
        Says(() => England.IsWorkingDay(new(1994, 12, 30)));
        Says(() => England.WhyNot(new(1994, 12, 31)));
        Says(() => England.OnOrAfter(new(1994, 12, 31)));
        Says(() => England.Add(new(1994, 12, 30), 0));
    }

    [Test]
    public void When_every_day_is_closed_the_search_still_ends()
    {
        var everyDay = Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(i => new ClosureDay(First.AddDays(i), "Closed"));
        WorkingDays never = new(Nation.Scotland, everyDay);

        Says(() => never.Add(new(2026, 6, 5), 1));
        Says(() => never.OnOrAfter(new(2026, 6, 5)));
    }

    [Test]
    public void A_negative_number_of_days_is_refused() =>
        Assert.That(
            () => England.Add(new(2026, 6, 5), -1),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo("count"));

    [TestCase("1994-12-31", "Closed")]
    [TestCase("2101-01-01", "Closed")]
    public void A_closure_day_in_a_mistaken_year_is_refused(string day, string name) =>
        Says(() => new WorkingDays(Nation.Scotland, [new(DateOnly.Parse(day), name)]).IsWorkingDay(new(2026, 6, 5)));

    [TestCase("")]
    [TestCase(" ")]
    public void A_closure_day_that_explains_nothing_is_refused(string name) =>
        Assert.That(() => new WorkingDays(Nation.Scotland, [new(new(2026, 6, 5), name)]), Throws.ArgumentException);

    [Test]
    public void A_nation_that_does_not_exist_has_no_working_days() =>
        Assert.That(
            () => new WorkingDays((Nation)3), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith("No such nation."));

    private static void Says(Action asking) => Assert.That(
        asking, Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith("Working days are known from 1995 to 2100."));
}
