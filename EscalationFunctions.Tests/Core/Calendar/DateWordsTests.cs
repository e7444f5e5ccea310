using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

public sealed class DateWordsTests
{
    [TestCase("00:00", "midnight")]
    [TestCase("00:01", "12:01am", TestName = "The minute after midnight is in the morning")]
    [TestCase("09:00", "9am", TestName = "A full hour needs no minutes")]
    [TestCase("11:59", "11:59am")]
    [TestCase("12:00", "midday", TestName = "12pm is what people misread")]
    [TestCase("12:01", "12:01pm", TestName = "The minute after midday is in the afternoon")]
    [TestCase("17:00", "5pm")]
    [TestCase("23:30", "11:30pm")]
    public void A_time_is_said_as_people_say_it(string time, string words) =>
        Assert.That(DateWords.Of(TimeOnly.Parse(time)), Is.EqualTo(words));

    [TestCase("2026-10-08T16:00:00Z", "5pm on Thursday 8 October 2026", TestName = "In summer London is an hour ahead of the instant")]
    [TestCase("2026-07-15T23:00:00Z", "midnight on Thursday 16 July 2026", TestName = "Midnight is said with the day that it begins")]
    [TestCase("2026-12-01T09:30:00Z", "9:30am on Tuesday 1 December 2026", TestName = "A day below ten has no nought before it")]
    public void An_instant_is_said_as_the_wall_clock_and_the_calendar_show_it(string instant, string words) =>
        Assert.That(DateWords.Of(DateTimeOffset.Parse(instant)), Is.EqualTo(words));
}
