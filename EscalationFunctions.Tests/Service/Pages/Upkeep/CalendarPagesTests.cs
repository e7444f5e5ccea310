using System.Net;
using Escalation.Core.Differences;
using Escalation.Service.Closures;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service.Pages.Formal;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Service.Pages.Upkeep;

/// <summary>The board office looks at the calendar, sees what a closure day would move, and moves it.</summary>
public class CalendarPagesTests
{
    private const string Calendar = "/severnside/calendar", Friday = $"{Calendar}/preview?date-day=10&date-month=4&date-year=2026&name=Founders%27+day";

    private FormalService service = null!;
    private Guest office = null!;

    [SetUp]
    public async Task Start()
    {
        service = await FormalService.StartAsync(stage: "4");
        office = await service.OfficeAsync();
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task The_calendar_shows_this_year_and_the_next_with_the_reason_for_each_day()
    {
        var page = await office.GetAsync(Calendar);
        Assert.That(page.Text, Does.Contain("Monday 6 April 2026 Easter Monday Bank holiday").And.Contain("bank holidays of England and Wales").And.Contain("2027"));
        Assert.That((await office.GetAsync($"{Calendar}?format=csv")).Html, Does.StartWith("Day,Why,Kind,Change\r\nThursday 1 January 2026,New Year’s Day,Bank holiday,None\r\n"));
    }

    [Test]
    public async Task A_closure_day_is_shown_with_all_that_it_moves_then_added_and_told_and_counted()
    {
        var preview = await office.GetAsync(Friday);
        Assert.That(preview.Text, Does.Contain("Friday 10 April 2026 would not count: Founders' day.").And.Contain("Of 1 open difference, dates move in 1.")
            .And.Contain("5pm on Friday 10 April 2026 5pm on Monday 13 April 2026").And.Contain("North Council"));
        var file = (await office.GetAsync($"{Friday}&format=moves")).Html;
        Assert.That(file, Does.StartWith("Reference,What,Whose,From,To\r\n").And.Contain(",5pm on Friday 10 April 2026,5pm on Monday 13 April 2026\r\n"));
        Assert.That(await service.FactsAsync(), Has.None.InstanceOf<Fact.DeadlineMoved>(), "looking changes nothing");

        var done = await office.SendAsync(preview);
        Assert.That((done.Path, done.Heading), Is.EqualTo(($"{Calendar}/done", "The closure days have changed")));
        Assert.That(done.Text, Does.Contain("are being counted again just now"));
        await CountAsync();
        Assert.That((await office.GetAsync($"{Calendar}/done")).Text, Does.Contain("The dates of 1 open difference were last counted again at").And.Contain("those concerned were told"));
        Assert.That((await service.LastAsync<Fact.DeadlineMoved>()).Reason, Is.EqualTo("Friday 10 April 2026 (Founders' day) is no working day for the board."));
        Assert.That((await office.GetAsync(Calendar)).Text, Does.Contain("Friday 10 April 2026 Founders' day Closure day Remove Friday 10 April 2026"));

        var back = await office.SendAsync(await office.GetAsync($"{Calendar}/preview?remove=2026-04-10"));
        Assert.That(back.Path, Is.EqualTo($"{Calendar}/done"));
        await CountAsync();
        Assert.That((await service.LastAsync<Fact.DeadlineMoved>()).Reason, Does.Contain("is a working day for the board after all"));
    }

    [Test]
    public async Task What_cannot_be_read_is_left_out_and_said()
    {
        service.Service.Office.DoDirectly("update lines set open = x'7b7d' where difference = (select place from differences where id = ?1)", service.Id);
        service.Service.Services.GetRequiredService<RecentRecords>().Forget(service.Id);
        var preview = await office.GetAsync(Friday);
        Assert.That(preview.Text, Does.Contain(
            "What would move in 1 open difference more cannot be worked out, because something is wrong with how its record is kept."));
        await office.SendAsync(preview);
        await CountAsync();
        Assert.That((await office.GetAsync($"{Calendar}/done")).Text, Does.Contain(
            "The dates of 1 open difference could not be counted again, because something is wrong with how its record is kept. The service tries again automatically"));
    }

    [TestCase("date-day=&date-month=&date-year=&name=", "Enter the day", "Enter why the offices are closed")]
    [TestCase("date-day=31&date-month=2&date-year=2026&name=Snow", "Enter a real date with a day, a month and a year, like 8 10 2026")]
    [TestCase("date-day=11&date-month=4&date-year=2026&name=Snow", "Saturday 11 April 2026 is not a working day already")]
    [TestCase("date-day=6&date-month=4&date-year=2026&name=Snow", "Monday 6 April 2026 is not a working day already (Easter Monday)")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(string query, params string[] errors)
    {
        var page = await office.GetAsync($"{Calendar}/preview?{query}");
        Assert.That(page.Errors, Is.EqualTo(errors));
        Assert.That(page.Title, Does.StartWith("Error: "));
        if (query.Contains("Snow", StringComparison.Ordinal)) Assert.That(page.Filled, Does.Contain(("name", "Snow")));
    }

    [Test]
    public async Task Who_looked_before_something_else_changed_is_shown_what_would_move_now()
    {
        var seen = await office.GetAsync(Friday);
        await office.SendAsync(await office.GetAsync($"{Calendar}/preview?date-day=13&date-month=4&date-year=2026&name=Snow"));
        var again = await office.SendAsync(seen);
        Assert.That(again.Errors, Is.EqualTo(new[] { "The board's settings have changed since you looked. This is what would move now" }));
        Assert.That((await office.SendAsync(again)).Path, Is.EqualTo($"{Calendar}/done"));
    }

    [TestCase(Calendar)]
    [TestCase(Friday)]
    [TestCase($"{Calendar}/done")]
    public async Task For_everybody_else_there_is_no_such_page(string address)
    {
        var manager = await service.ManagerAsync("county-trust", "4");
        Assert.That((await manager.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task CountAsync()
    {
        var recounting = service.Service.Services.GetRequiredService<Recounting>();
        while (!await recounting.CountAllAsync(default))
        {
            // One round marks, one counts, one finds that all is counted.
        }
    }
}
