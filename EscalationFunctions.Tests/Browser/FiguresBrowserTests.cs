namespace EscalationFunctions.Tests.Browser;

/// <summary>The monitoring figures in a browser: charts and tables, the days, the mistakes, the spreadsheet.</summary>
[Category("Browser")]
[Order(6)]
public class FiguresBrowserTests
{
    private LiveService service = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        service = await LiveService.OpenAsync("2026-08-06T10:00");
        await (await Raised.InAsync(service)).WithdrawnAsync();
        for (var i = 0; i < 7; i++) await (await Raised.InAsync(service)).ProposesAsync();
        await service.UntilNextDueAsync();
        await service.UntilNextDueAsync();
    }

    [OneTimeTearDown]
    public async Task Close() => await service.DisposeAsync();

    [TearDown]
    public void Every_page_was_sound() => Assert.That(Visits.TakeFaults(), Is.Empty);

    [TestCaseSource(nameof(Guises))]
    public async Task Figures(object guise)
    {
        await using var office = await Person.ComesAsync(service, "severnside-office@example.org", (Guise)guise);
        await office.SignInAsync(LiveService.Severnside, "Ida Office", "board office");
        await office.FollowAsync("Figures");
        Assert.That(office.Heading, Is.EqualTo("Monitoring figures"));
        await office.SeesAsync("Wednesday 1 April 2026 to Tuesday 30 June 2026");
        await office.FollowAsync("July to September 2026 so far");
        await office.SeesAsync("Wednesday 1 July 2026 to Wednesday 30 September 2026", "By organisation", "Severnside Council", "Taken further");
        Assert.That(await office.Page.Locator("svg[role=img]").CountAsync(), Is.GreaterThan(3));

        await office.Page.Locator("#from-day").FillAsync("31");
        await office.Page.Locator("#from-month").FillAsync("2");
        await office.PressAsync("Show");
        await office.SeesAsync("There is a problem", "The first day must be a real date, like 31 3 2026");
        await office.Page.Locator("#from-day").FillAsync("1");
        await office.Page.GetByLabel("Leave out small numbers, for a report that others read").CheckAsync();
        await office.PressAsync("Show");
        await office.SeesAsync("Sunday 1 February 2026 to Wednesday 30 September 2026", "Numbers from 1 to 4 are left out");
        var csv = office.Page.GetByText("All of it for a spreadsheet (CSV)");
        Assert.That(await csv.GetAttributeAsync("href"), Is.EqualTo("?from=2026-02-01&to=2026-09-30&smallest=5&format=csv"));
    }

    private static IEnumerable<TestCaseData> Guises() => Guise.Both("The_board_office_reads_the_figures");
}
