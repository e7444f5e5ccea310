using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

public sealed class LondonTimeTests
{
    [TestCase("2026-01-15", "17:00", "2026-01-15T17:00:00+00:00", TestName = "In winter London keeps Greenwich time")]
    [TestCase("2026-07-15", "17:00", "2026-07-15T17:00:00+01:00", TestName = "In summer it is an hour ahead")]
    [TestCase("2026-03-29", "00:59", "2026-03-29T00:59:00+00:00",
        TestName = "A minute before the clocks go forward it is still winter time")]
    [TestCase("2026-03-29", "01:00", "2026-03-29T02:00:00+01:00", TestName = "The first skipped minute becomes two o'clock")]
    [TestCase("2026-03-29", "01:30:30", "2026-03-29T02:00:00+01:00", TestName = "Half past one is skipped and becomes two o'clock")]
    [TestCase("2026-03-29", "01:59:59.9999999", "2026-03-29T02:00:00+01:00", TestName = "The last skipped instant becomes two o'clock")]
    [TestCase("2026-03-29", "02:00", "2026-03-29T02:00:00+01:00", TestName = "Two o'clock is summer time already")]
    [TestCase("2026-03-29", "17:00", "2026-03-29T17:00:00+01:00",
        TestName = "The close of the day on which clocks go forward is in summer time")]
    [TestCase("2026-10-25", "00:59", "2026-10-25T00:59:00+01:00", TestName = "Before the hour that comes twice it is summer time")]
    [TestCase("2026-10-25", "01:00", "2026-10-25T01:00:00+01:00", TestName = "One o'clock comes twice and means the first")]
    [TestCase("2026-10-25", "01:59", "2026-10-25T01:59:00+01:00", TestName = "A minute to two comes twice and means the first")]
    [TestCase("2026-10-25", "02:00", "2026-10-25T02:00:00+00:00", TestName = "Two o'clock comes once, in winter time")]
    [TestCase("2026-10-25", "17:00", "2026-10-25T17:00:00+00:00",
        TestName = "The close of the day on which clocks go back is in winter time")]
    public void A_close_of_day_is_the_instant_at_which_the_wall_clock_shows_it(string day, string time, string instant)
    {
        var at = LondonTime.At(DateOnly.Parse(day), TimeOnly.Parse(time));
        Assert.That(at.ToString("yyyy-MM-ddTHH:mm:sszzz"), Is.EqualTo(instant));
        Assert.That(at.EqualsExact(DateTimeOffset.Parse(instant)) || at.Second != 0, Is.True, "to the tick");
    }

    [TestCase("2026-01-15T23:59:59Z", "2026-01-15", "23:59:59", TestName = "In winter the day ends with Greenwich's")]
    [TestCase("2026-07-15T22:59:59Z", "2026-07-15", "23:59:59",
        TestName = "In summer the day's last second is an hour before Greenwich's midnight")]
    [TestCase("2026-07-15T23:00:00Z", "2026-07-16", "00:00:00", TestName = "In summer the next day has begun at 23:00 Greenwich time")]
    [TestCase("2026-10-25T00:30:00Z", "2026-10-25", "01:30:00", TestName = "The first half past one of the autumn night")]
    [TestCase("2026-10-25T01:30:00Z", "2026-10-25", "01:30:00", TestName = "The second half past one of the autumn night")]
    [TestCase("2026-12-31T20:00:00-05:00", "2027-01-01", "01:00:00", TestName = "An instant written in New York is a London day")]
    public void An_instant_is_a_day_and_a_time_in_London(string instant, string day, string time)
    {
        var when = DateTimeOffset.Parse(instant);
        Assert.That(LondonTime.DayOf(when), Is.EqualTo(DateOnly.Parse(day)));
        Assert.That(LondonTime.TimeOf(when), Is.EqualTo(TimeOnly.Parse(time)));
    }

    [TestCase("2026-07-15T12:00:00Z", "2026-07-15T13:00:00+01:00")]
    [TestCase("2026-01-15T12:00:00+03:00", "2026-01-15T09:00:00+00:00")]
    public void The_same_instant_can_be_written_with_Londons_offset(string instant, string inLondon) =>
        Assert.That(LondonTime.In(DateTimeOffset.Parse(instant)).EqualsExact(DateTimeOffset.Parse(inLondon)), Is.True);

    [Test]
    public void From_1996_to_2100_noon_is_summer_time_between_the_last_Sundays_of_March_and_October()
    {
        for (var day = new DateOnly(1996, 1, 1); day <= new DateOnly(2100, 12, 31); day = day.AddDays(1))
        {
            var summer = day >= LastSunday(day.Year, 3) && day < LastSunday(day.Year, 10);
            var noon = LondonTime.At(day, new(12, 0));
            if (noon.Offset != TimeSpan.FromHours(summer ? 1 : 0)) Assert.Fail($"{noon:O}");
            if (LondonTime.DayOf(noon) != day || LondonTime.TimeOf(noon) != new TimeOnly(12, 0))
                Assert.Fail($"{noon:O} does not come back");
        }
    }

    private static DateOnly LastSunday(int year, int month)
    {
        var day = new DateOnly(year, month, 31);
        return day.AddDays(-(int)day.DayOfWeek);
    }
}
