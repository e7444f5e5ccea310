using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Service.Reports;

namespace EscalationFunctions.Tests.Service.Reports;

/// <summary>On which days a report goes out, and at which instant.</summary>
public class ReportTimesTests
{
    private static readonly ReportTimes England = At("08:30");

    [TestCase("2026-04-02T08:30", "2026-04-02", TestName = "At_its_time_it_is_due")]
    [TestCase("2026-04-02T08:29", null, TestName = "A_minute_before_it_is_not")]
    [TestCase("2026-04-03T12:00", "2026-04-02", TestName = "On_Good_Friday_it_is_still_that_of_Thursday")]
    [TestCase("2026-04-05T12:00", "2026-04-02", TestName = "On_Easter_Sunday_too")]
    [TestCase("2026-04-07T08:30", "2026-04-07", TestName = "After_Easter_Monday_it_is_that_of_Tuesday_and_none_of_those_between")]
    [TestCase("2026-12-29T09:00", "2026-12-29", TestName = "Boxing_Day_is_made_up_for_on_Monday_so_that_Tuesday_is_the_first_day")]
    public void From_the_first_of_April(string now, string? due) => Assert.That(England.DueAt(Local(now), new DateOnly(2026, 4, 1)), Is.EqualTo(Day(due)));

    [Test]
    public void A_day_that_has_had_its_report_has_no_second_one_when_the_time_is_changed_at_noon()
    {
        var (noon, today) = (Local("2026-04-01T12:00"), new DateOnly(2026, 4, 1));
        Assert.That(At("14:00").DueAt(Local("2026-04-01T14:00"), last: today), Is.Null, "it was sent at half past eight; two in the afternoon is another day's time");
        Assert.That(At("14:00").NextAfter(noon), Is.EqualTo(Local("2026-04-01T14:00")), "it is looked at then, and nothing is due");
        Assert.That(At("08:30").DueAt(noon, last: today.AddDays(-1)), Is.EqualTo(today), "and one that would have gone out at two goes out at once");
    }

    [TestCase("2026-03-27T08:30+00:00", "2026-03-30T08:30+01:00", TestName = "Over_the_weekend_in_spring_it_stays_half_past_eight")]
    [TestCase("2026-10-23T08:30+01:00", "2026-10-26T08:30+00:00", TestName = "And_over_the_weekend_in_autumn")]
    public void Clocks_change(string one, string next) =>
        Assert.That(England.NextAfter(DateTimeOffset.Parse(one, CultureInfo.InvariantCulture)), Is.EqualTo(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture)));

    [Test]
    public void In_the_night_in_which_clocks_go_back_a_time_that_is_shown_twice_brings_one_report()
    {
        var nightly = At("01:30") with { EveryDay = true };
        var first = LondonTime.At(new DateOnly(2026, 10, 25), new TimeOnly(1, 30));
        Assert.That(nightly.DueAt(first, new DateOnly(2026, 10, 24)), Is.EqualTo(new DateOnly(2026, 10, 25)));
        Assert.That(nightly.DueAt(first.AddHours(1), new DateOnly(2026, 10, 25)), Is.Null, "the clock shows half past one again");
        Assert.That(nightly.NextAfter(first), Is.EqualTo(Local("2026-10-26T01:30")));
    }

    [Test]
    public void In_the_night_in_which_clocks_go_forward_a_time_that_is_never_shown_is_the_first_after_it()
    {
        var nightly = At("01:30") with { EveryDay = true };
        Assert.That(nightly.NextAfter(Local("2026-03-28T12:00")), Is.EqualTo(DateTimeOffset.Parse("2026-03-29T02:00+01:00", CultureInfo.InvariantCulture)));
        Assert.That(nightly.DueAt(Local("2026-03-29T02:00"), new DateOnly(2026, 3, 28)), Is.EqualTo(new DateOnly(2026, 3, 29)));
    }

    [Test]
    public void On_a_day_on_which_the_board_is_closed_there_is_none_unless_it_wants_one_every_day()
    {
        var closed = At("08:30", new ClosureDay(new DateOnly(2026, 4, 2), "Office move"));
        Assert.That(closed.DueAt(Local("2026-04-02T09:00"), new DateOnly(2026, 4, 1)), Is.Null);
        Assert.That((closed with { EveryDay = true }).DueAt(Local("2026-04-02T09:00"), new DateOnly(2026, 4, 1)), Is.EqualTo(new DateOnly(2026, 4, 2)));
        Assert.That((closed with { EveryDay = true }).NextAfter(Local("2026-04-03T09:00")), Is.EqualTo(Local("2026-04-04T08:30")), "a Saturday");
    }

    [TestCase(Nation.Scotland, "2026-04-06", TestName = "In_Scotland_Easter_Monday_has_one")]
    [TestCase(Nation.NorthernIreland, "2026-04-07", TestName = "In_Northern_Ireland_it_has_none")]
    public void Each_nation_has_its_own_days(Nation nation, string first) =>
        Assert.That(new ReportTimes(new TimeOnly(8, 30), false, new WorkingDays(nation)).NextAfter(Local("2026-04-04T12:00")), Is.EqualTo(Local($"{first}T08:30")));

    [Test]
    public void What_is_new_today_is_so_since_the_last_report_before_today()
    {
        Assert.That(England.BeforeToday(Local("2026-04-07T23:00")), Is.EqualTo(Local("2026-04-02T08:30")), "over Easter");
        Assert.That(England.BeforeToday(Local("2026-04-02T08:00")), Is.EqualTo(Local("2026-04-01T08:30")), "also before today's");
    }

    private static ReportTimes At(string time, params ClosureDay[] closures) =>
        new(TimeOnly.Parse(time, CultureInfo.InvariantCulture), false, new WorkingDays(Nation.EnglandAndWales, closures));

    private static DateTimeOffset Local(string at) => LondonTime.At(
        DateOnly.Parse(at[..10], CultureInfo.InvariantCulture), TimeOnly.Parse(at[11..], CultureInfo.InvariantCulture));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
