using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays England = new(Nation.EnglandAndWales);

    [TestCase("2026-12-23", "2026-12-24", "2026-12-29", "2026-12-30", "2027-01-04",
        TestName = "Over Christmas, Boxing Day substituted, and New Year")]
    [TestCase("2026-04-01", "2026-04-02", "2026-04-07", "2026-04-08", "2026-04-10",
        TestName = "Over Easter, from Good Friday to Easter Monday")]
    [TestCase("2026-06-05", "2026-06-08", "2026-06-09", "2026-06-10", "2026-06-12", TestName = "From a Friday, over a plain weekend")]
    public void South_Gloucestershires_one_two_three_and_five_days_are_as_checked_by_hand(
        string outset, string one, string two, string three, string five) =>
        Assert.That(
            new[] { 1, 2, 3, 5 }.Select(count => England.Add(Day(outset), count)),
            Is.EqualTo(new[] { one, two, three, five }.Select(Day)));

    [TestCase(Nation.EnglandAndWales, "2026-06-12", 1, "2026-06-15", TestName = "In England a Friday is followed by Monday 15 June")]
    [TestCase(Nation.Scotland, "2026-06-12", 1, "2026-06-16", TestName = "In Scotland that Monday was kept for the World Cup")]
    [TestCase(Nation.Scotland, "2026-04-02", 1, "2026-04-06", TestName = "In Scotland Easter Monday counts")]
    [TestCase(Nation.Scotland, "2026-12-31", 1, "2027-01-05",
        TestName = "In Scotland the New Year of 2027 lasts until Monday's substitute")]
    [TestCase(Nation.NorthernIreland, "2026-07-10", 1, "2026-07-14",
        TestName = "In Northern Ireland the Twelfth on a Sunday is kept on Monday")]
    [TestCase(Nation.NorthernIreland, "2026-03-16", 1, "2026-03-18", TestName = "In Northern Ireland St Patrick's Day does not count")]
    [TestCase(Nation.EnglandAndWales, "2022-09-16", 1, "2022-09-20", TestName = "The day of the Queen's funeral did not count")]
    [TestCase(Nation.EnglandAndWales, "2026-06-06", 1, "2026-06-08", TestName = "From a Saturday the first day is Monday")]
    [TestCase(Nation.EnglandAndWales, "2026-06-05", 0, "2026-06-05", TestName = "Zero days from a working day is that day")]
    [TestCase(Nation.EnglandAndWales, "2026-06-06", 0, "2026-06-08", TestName = "Zero days from a Saturday is Monday")]
    [TestCase(Nation.EnglandAndWales, "2026-12-25", 0, "2026-12-29",
        TestName = "Zero days from Christmas Day is the Tuesday after the substitute")]
    public void A_deadline_counts_the_working_days_of_its_nation(Nation nation, string from, int count, string due) =>
        Assert.That(new WorkingDays(nation).Add(Day(from), count), Is.EqualTo(Day(due)));

    [TestCase("2026-06-05", "2026-06-05", 0, TestName = "From a day to itself no working day passes")]
    [TestCase("2026-06-05", "2026-06-08", 1, TestName = "From Friday to Monday one passes")]
    [TestCase("2026-06-05", "2026-06-07", 0, TestName = "From Friday to Sunday none passes")]
    [TestCase("2026-06-06", "2026-06-08", 1, TestName = "From Saturday to Monday one passes")]
    [TestCase("2026-12-23", "2027-01-04", 5, TestName = "From before Christmas to after New Year five pass")]
    [TestCase("2027-01-04", "2026-12-23", -5, TestName = "Backwards the same number is negative")]
    [TestCase("2026-06-08", "2026-06-05", -1, TestName = "From Monday back to Friday is one the other way")]
    public void The_working_days_between_two_days_leave_out_the_first_and_take_in_the_last(string from, string to, int days) =>
        Assert.That(England.Between(Day(from), Day(to)), Is.EqualTo(days));

    [TestCase("2026-06-05", null)]
    [TestCase("2026-06-06", "Saturday")]
    [TestCase("2026-06-07", "Sunday")]
    [TestCase("2026-04-03", "Good Friday")]
    [TestCase("2026-12-28", "Boxing Day")]
    public void A_day_that_does_not_count_says_why(string day, string? why)
    {
        Assert.That(England.WhyNot(Day(day)), Is.EqualTo(why));
        Assert.That(England.IsWorkingDay(Day(day)), Is.EqualTo(why is null));
    }

    [Test]
    public void The_days_skipped_over_Christmas_are_named_one_by_one() =>
        Assert.That(England.Skipped(after: Day("2026-12-24"), through: Day("2027-01-02")), Is.EqualTo(new SkippedDay[]
        {
            new(Day("2026-12-25"), "Christmas Day"),
            new(Day("2026-12-26"), "Saturday"),
            new(Day("2026-12-27"), "Sunday"),
            new(Day("2026-12-28"), "Boxing Day"),
            new(Day("2027-01-01"), "New Year’s Day"),
            new(Day("2027-01-02"), "Saturday"),
        }));

    [TestCase("2026-12-25", "2026-12-25", TestName = "after and through are one day")]
    [TestCase("2026-12-28", "2026-12-24", TestName = "through is the earlier")]
    [TestCase("2026-06-05", "2026-06-05", TestName = "nothing lies between")]
    public void No_day_is_skipped_where_(string after, string through) =>
        Assert.That(England.Skipped(Day(after), Day(through)), Is.Empty);

    [Test]
    public void The_day_after_which_we_look_is_not_itself_skipped() =>
        Assert.That(
            England.Skipped(Day("2026-06-06"), Day("2026-06-08")),
            Is.EqualTo(new[] { new SkippedDay(Day("2026-06-07"), "Sunday") }));

    [Test]
    public void A_boards_closure_day_moves_the_deadline_and_explains_it()
    {
        ClosureDay[] closures = [new(Day("2026-12-24"), "Board office closed"), new(Day("2026-12-29"), "Board office closed")];
        WorkingDays board = new(Nation.EnglandAndWales, closures);

        Assert.That(board.Nation, Is.EqualTo(Nation.EnglandAndWales));
        Assert.That(board.Closures, Is.EqualTo(closures));
        Assert.That(board.Add(Day("2026-12-23"), 1), Is.EqualTo(Day("2026-12-30")));
        Assert.That(board.IsWorkingDay(Day("2026-12-24")), Is.False);
        Assert.That(board.WhyNot(Day("2026-12-24")), Is.EqualTo("Board office closed"));
        Assert.That(board.WhyNot(Day("2026-12-30")), Is.Null);
    }

    [TestCase("2026-12-26", "Saturday", TestName = "a Saturday stays a Saturday")]
    [TestCase("2026-12-25", "Christmas Day", TestName = "Christmas Day stays Christmas Day")]
    [TestCase("2026-12-24", "First", TestName = "of two closures the first is named")]
    public void When_a_closure_falls_on_another_reason_(string day, string why)
    {
        WorkingDays board = new(Nation.EnglandAndWales, [new(Day(day), "First"), new(Day(day), "Second")]);

        Assert.That(board.WhyNot(Day(day)), Is.EqualTo(why));
        Assert.That(board.Closures, Has.Count.EqualTo(2));
    }

    [Test]
    public void Without_closures_the_list_of_them_is_empty() => Assert.That(England.Closures, Is.Empty);

    internal static DateOnly Day(string text) => DateOnly.Parse(text);
}
