using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

public sealed class BankHolidaysTests
{
    private static IEnumerable<object[]> EveryYearPromised =>
        from nation in Enum.GetValues<Nation>()
        from year in Enumerable.Range(1995, 2100 - 1995 + 1)
        select new object[] { nation, year };

    [TestCaseSource(typeof(PublishedLists), nameof(PublishedLists.EveryYearOfEveryNation))]
    public void Every_year_is_the_list_that_was_published(Nation nation, int year)
    {
        var published = PublishedLists.Of(nation, year);

        Assert.That(published, Is.Not.Empty);
        Assert.That(Reckoned(nation, year), Is.EqualTo(published));
        Assert.That(BankHolidays.In(nation, year), Is.EqualTo(published), "as remembered");
    }

    [TestCaseSource(nameof(EveryYearPromised))]
    public void Every_bank_holiday_is_a_weekday_of_its_year_in_order_and_once(Nation nation, int year)
    {
        var days = Reckoned(nation, year).Select(holiday => holiday.Date).ToList();

        Assert.That(days, Is.Ordered.Ascending);
        Assert.That(days, Is.Unique);
        Assert.That(days.Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday), Is.Empty);
        Assert.That(days.Select(day => day.Year), Is.All.EqualTo(year));
    }

    [TestCaseSource(nameof(EveryYearPromised))]
    public void A_nation_has_its_fixed_number_of_bank_holidays_and_those_proclaimed(Nation nation, int year) =>
        Assert.That(Reckoned(nation, year), Has.Count.EqualTo(FixedNumber(nation, year) + Proclaimed(nation, year)));

    [TestCaseSource(nameof(EveryYearPromised))]
    public void Good_Friday_and_Easter_Monday_stand_around_Easter_as_Gauss_reckoned_it(Nation nation, int year)
    {
        var easter = EasterByGauss(year);
        var days = Reckoned(nation, year).ToDictionary(holiday => holiday.Name, holiday => holiday.Date);

        Assert.That(days["Good Friday"], Is.EqualTo(easter.AddDays(-2)));
        Assert.That(days.TryGetValue("Easter Monday", out var monday), Is.EqualTo(nation != Nation.Scotland), "not in Scotland");
        if (nation != Nation.Scotland) Assert.That(monday, Is.EqualTo(easter.AddDays(1)));
    }

    [TestCase(2008, "2008-03-21", TestName = "In 2008 Good Friday was 21 March, nearly as early as it can be")]
    [TestCase(2038, "2038-04-23", TestName = "In 2038 Good Friday is 23 April, the latest that it can be")]
    [TestCase(2049, "2049-04-16", TestName = "In 2049 the moon of 18 April is drawn back, so that Good Friday is the 16th")]
    [TestCase(2076, "2076-04-17", TestName = "In 2076 the moon is drawn back from 26 April, so that Good Friday is the 17th")]
    [TestCase(2100, "2100-03-26", TestName = "In 2100, no leap year, Good Friday is 26 March")]
    public void Easter_is_where_the_tables_of_the_church_have_it(int year, string goodFriday) =>
        Assert.That(
            Reckoned(Nation.Scotland, year).Single(holiday => holiday.Name == "Good Friday").Date,
            Is.EqualTo(DateOnly.Parse(goodFriday)));

    [TestCase(Nation.Scotland, 2006, 0, TestName = "Before the Act of 2007 Scotland kept no St Andrew’s Day")]
    [TestCase(Nation.Scotland, 2007, 1, TestName = "From 2007 Scotland keeps St Andrew’s Day")]
    [TestCase(Nation.EnglandAndWales, 2007, 0, TestName = "England and Wales keep no St Andrew’s Day")]
    [TestCase(Nation.NorthernIreland, 2007, 0, TestName = "Northern Ireland keeps no St Andrew’s Day")]
    public void St_Andrews_Day_is_kept_where_the_Act_of_2007_put_it(Nation nation, int year, int times) =>
        Assert.That(Reckoned(nation, year).Count(holiday => holiday.Name == "St Andrew’s Day"), Is.EqualTo(times));

    [TestCase(Nation.Scotland, 1, TestName = "Scotland alone had a bank holiday for the World Cup of 2026")]
    [TestCase(Nation.EnglandAndWales, 0, TestName = "England and Wales worked on the Monday of the World Cup")]
    [TestCase(Nation.NorthernIreland, 0, TestName = "Northern Ireland worked on the Monday of the World Cup")]
    public void A_day_proclaimed_in_one_nation_is_kept_there_only(Nation nation, int times) =>
        Assert.That(Reckoned(nation, 2026).Count(holiday => holiday.Date == new DateOnly(2026, 6, 15)), Is.EqualTo(times));

    [TestCase(1994)]
    [TestCase(2101)]
    public void A_year_that_nobody_vouches_for_is_refused(int year)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => BankHolidays.In(Nation.Scotland, year));
        Assert.That(refusal.Message, Does.StartWith("Bank holidays are known from 1995 to 2100."));
    }

    [Test]
    public void A_nation_that_does_not_exist_is_refused()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => BankHolidays.In((Nation)3, 2026));
        Assert.That(refusal.Message, Does.StartWith("No such nation."));
    }

    [Test]
    public void Asking_twice_gives_the_one_list_and_nobody_can_change_it()
    {
        var list = BankHolidays.In(Nation.Scotland, 2031);

        Assert.That(BankHolidays.In(Nation.Scotland, 2031), Is.SameAs(list));
        Assert.That(() => ((IList<BankHoliday>)list).RemoveAt(0), Throws.InstanceOf<NotSupportedException>());
    }

    [Test]
    public void Many_may_ask_at_once()
    {
        var lists = new IReadOnlyList<BankHoliday>[64];

        Parallel.For(0, lists.Length, i => lists[i] = BankHolidays.In(Nation.NorthernIreland, 2090 + (i % 2)));

        Assert.That(lists.Select(list => list.Count), Is.All.EqualTo(10));
    }

    /// <summary>Worked out anew: what is remembered would show a mistake only to whichever test asked first.</summary>
    private static IReadOnlyList<BankHoliday> Reckoned(Nation nation, int year) =>
        BankHolidays.With(Proclamations.Shipped, nation, year);

    private static int FixedNumber(Nation nation, int year) => nation switch
    {
        Nation.EnglandAndWales => 8,
        Nation.Scotland => year < 2007 ? 8 : 9,
        _ => 10,
    };

    /// <summary>Extra days only: a moved day leaves the number as it was.</summary>
    private static int Proclaimed(Nation nation, int year) => (nation, year) switch
    {
        (_, 2022) => 2,
        (_, 1999 or 2002 or 2011 or 2012 or 2023) => 1,
        (Nation.Scotland, 1995 or 2026) => 1,
        _ => 0,
    };

    /// <summary>Gauss (1800, corrected 1816), with the constants 24 and 5 that hold from 1900 to 2099, and 24 and 6 for 2100.</summary>
    private static DateOnly EasterByGauss(int year)
    {
        var (a, b, c) = (year % 19, year % 4, year % 7);
        var d = ((19 * a) + 24) % 30;
        var e = ((2 * b) + (4 * c) + (6 * d) + (year < 2100 ? 5 : 6)) % 7;
        var afterMarch22 = d + e;
        if (afterMarch22 == 35 || (d == 28 && e == 6 && a > 10)) afterMarch22 -= 7;
        return new DateOnly(year, 3, 22).AddDays(afterMarch22);
    }
}
