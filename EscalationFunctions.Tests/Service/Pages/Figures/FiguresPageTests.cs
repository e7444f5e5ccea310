using System.Net;
using EscalationFunctions.Tests.Server;
using EscalationFunctions.Tests.Service.Pages.Record;

namespace EscalationFunctions.Tests.Service.Pages.Figures;

/// <summary>The figures as the board office gets them, over the invented boards of the demonstration.</summary>
public class FiguresPageTests
{
    private const string Page = "/severnside/figures", Everything = "?from=2020-01-01&to=2199-12-31";

    private DemoService demo = null!;
    private Reader office = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        demo = await DemoService.StartAsync();
        office = new Reader(demo);
        await office.SignInAsync("severnside", "severnside-office@example.org");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        office.Dispose();
        await demo.DisposeAsync();
    }

    [Test]
    public async Task The_board_office_finds_it_in_the_navigation_and_reads_charts_with_their_tables()
    {
        Assert.That((await office.GetAsync("/severnside/differences")).Text, Does.Contain("href=\"/severnside/figures\""));
        var (status, _, text) = await office.GetAsync(Page + Everything);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        foreach (var words in new[] { "By organisation", "Stage of resolution", "Working days taken", "role=\"img\"", "Wednesday 1 January 2020 to Tuesday 31 December 2199", "so far", "Open Door Severnside" })
            Assert.That(text, Does.Contain(words));
    }

    [TestCase("keziah.foxcombe@example.org", TestName = "To_a_manager_of_an_agency_there_is_no_such_page")]
    public async Task Nobody_else(string email)
    {
        using var manager = new Reader(demo);
        await manager.SignInAsync("severnside", email);
        Assert.That((await manager.GetAsync(Page)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await manager.GetAsync("/severnside/differences")).Text, Does.Not.Contain("/severnside/figures"));
    }

    [Test]
    public async Task Whoever_has_not_signed_in_is_asked_to_and_another_boards_office_finds_nothing()
    {
        using var nobody = new Reader(demo);
        Assert.That((await nobody.GetAsync(Page)).Address, Does.StartWith("/severnside/sign-in"));
        Assert.That((await office.GetAsync("/moorland/figures")).Address, Does.StartWith("/moorland/sign-in"));
    }

    [TestCase("?from-day=31&from-month=2&from-year=2026&to-day=30&to-month=6&to-year=2026", "The first day must be a real date, like 31 3 2026", "value=\"31\"")]
    [TestCase("?from-day=1&from-month=4&from-year=2026&to-day=&to-month=&to-year=", "Enter the last day", "value=\"2026\"")]
    [TestCase("?from-day=1&from-month=7&from-year=2026&to-day=30&to-month=6&to-year=2026", "The last day must not be before the first day", "value=\"7\"")]
    [TestCase("?from=yesterday&to=2026-06-30", "The first day must be a real date, like 31 3 2026", "value=\"yesterday\"")]
    [TestCase("?from=2026-04-01", "Enter the last day", "value=\"4\"")]
    public async Task Days_that_cannot_be_read_are_said_at_their_field_and_what_was_typed_stays(string query, string said, string kept)
    {
        var (status, _, text) = await office.GetAsync(Page + query);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(text, Does.Contain("<title>Error: ").And.Contain("There is a problem").And.Contain($"-day\">{said}</a>").And.Contain($"</span> {said}</p>").And.Contain(kept));
        Assert.That(text, Does.Not.Contain("By organisation"));
    }

    [Test]
    public async Task The_same_numbers_come_as_a_spreadsheet_and_without_small_ones_where_that_is_asked()
    {
        var whole = (await office.GetAsync($"{Page}{Everything}&format=csv")).Text;
        Assert.That(whole, Does.StartWith("board,from,to,complete,table,row,label,column,number,left out\r\nsevernside,2020-01-01,2199-12-31,yes,summary,raised,Differences raised,Number,"));
        var shown = await office.GetAsync($"{Page}{Everything}&smallest=5");
        Assert.That(shown.Text, Does.Contain("Numbers from 1 to 4 are left out").And.Contain("fewer than 5"));
        Assert.That((await office.GetAsync($"{Page}{Everything}&smallest=5&format=csv")).Text, Does.Contain(",fewer than 5\r\n"));
    }
}
