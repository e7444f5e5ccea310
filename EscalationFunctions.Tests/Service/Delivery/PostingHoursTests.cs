using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Service.Delivery;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>What can wait until people are at work, and what cannot.</summary>
public class PostingHoursTests
{
    private static readonly WorkingDays England = new(Nation.EnglandAndWales, [new ClosureDay(new DateOnly(2026, 4, 7), "Offices closed")]);

    [TestCase("2026-04-01T07:00", null, TestName = "On_a_working_day_from_seven_it_goes_out")]
    [TestCase("2026-04-01T18:59", null, TestName = "And_until_a_minute_to_seven")]
    [TestCase("2026-04-01T06:59", "2026-04-01T07:00", TestName = "Before_seven_it_waits_for_seven")]
    [TestCase("2026-04-01T19:00", "2026-04-02T07:00", TestName = "From_seven_in_the_evening_it_waits_for_the_morning")]
    [TestCase("2026-04-02T20:00", "2026-04-08T07:00", TestName = "Over_Easter_it_waits_for_the_first_day_that_is_neither_a_holiday_nor_closed")]
    [TestCase("2026-04-11T03:00", "2026-04-13T07:00", TestName = "In_the_small_hours_of_a_Saturday_it_waits_for_Monday")]
    [TestCase("2026-03-28T12:00", "2026-03-30T07:00", TestName = "Seven_is_seven_by_the_clock_on_the_wall_when_summer_time_has_begun")]
    public void Held(string at, string? until) => Assert.That(Until(at), Is.EqualTo(until is null ? null : Instant(until)));

    [Test]
    public void What_is_urgent_goes_out_at_any_hour() =>
        Assert.That(PostingHours.Usual.HeldUntil(Instant("2026-04-11T03:00"), England, urgent: true, nearest: null), Is.Null);

    [TestCase("2026-04-13T06:00", true, "it would be over before anybody read of it")]
    [TestCase("2026-04-13T17:00", true, "one day, and that not whole, is too little")]
    [TestCase("2026-04-14T17:00", false, "a whole day is left on Monday")]
    public void What_would_leave_less_than_a_whole_day_until_a_deadline_goes_out_on_Saturday(string nearest, bool atOnce, string why) =>
        Assert.That(Until("2026-04-11T12:00", nearest) is null, Is.EqualTo(atOnce), why);

    private static DateTimeOffset? Until(string at, string? nearest = null) =>
        PostingHours.Usual.HeldUntil(Instant(at), England, urgent: false, nearest is null ? null : Instant(nearest));

    private static DateTimeOffset Instant(string at) => LondonTime.At(
        DateOnly.Parse(at[..10], CultureInfo.InvariantCulture), TimeOnly.Parse(at[11..], CultureInfo.InvariantCulture));
}
