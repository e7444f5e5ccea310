using System.Net;
using EscalationFunctions.Tests.Service.Closures;
using EscalationFunctions.Tests.Service.Pages.Formal;

namespace EscalationFunctions.Tests.Service.Pages.Upkeep;

/// <summary>Anybody tries a board's procedure, and looks at its earlier ones.</summary>
public class ProcedurePagesTests
{
    private const string Procedure = "/severnside/procedure", Christmas = $"{Procedure}/dates?outset-day=23&outset-month=12&outset-year=2026&time=10am";

    private FormalService service = null!;
    private Guest anybody = null!;

    [SetUp]
    public async Task Start()
    {
        service = await FormalService.StartAsync();
        anybody = service.Stranger();
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Over_Christmas_each_date_says_which_days_it_passed_over()
    {
        var page = await anybody.GetAsync(Christmas);
        string[] expected =
        [
            "First considered and raised at 10am on Wednesday 23 December 2026", "To settle the difference by 5pm on Thursday 24 December 2026",
            "To settle the difference by 5pm on Tuesday 29 December 2026", "To settle the difference by 5pm on Wednesday 30 December 2026",
            "To settle the difference by 5pm on Monday 4 January 2027", "Not counted: Friday 25 December 2026 (Christmas Day)", "Stage 4 begins",
            "Reminders go on like this until somebody acts.",
        ];
        Assert.That(expected.Where(w => !page.Text.Contains(w, StringComparison.Ordinal)), Is.Empty, page.Text);
        Assert.That((await anybody.GetAsync($"{Christmas}&format=csv")).Html, Does.StartWith("When,What happens,Why\r\n10am on Wednesday 23 December 2026,\"Stage 1 begins: "));
    }

    [Test]
    public async Task Without_a_day_it_begins_now_and_what_is_wrong_is_said()
    {
        Assert.That((await anybody.GetAsync($"{Procedure}/dates")).Text, Does.Contain("First considered and raised at 10am on Wednesday 8 April 2026"));
        var wrong = await anybody.GetAsync($"{Procedure}/dates?outset-day=1&outset-month=1&outset-year=2099&time=later");
        Assert.That(wrong.Errors, Is.EqualTo(new[] { "The year must be between 1995 and 2095", "Enter a time, like 10:30am or 14:00" }));
        Assert.That(wrong.Filled, Does.Contain(("time", "later")));
    }

    [Test]
    public async Task The_page_says_what_the_check_says_and_earlier_procedures_are_there_with_their_own_drawing()
    {
        Assert.That((await anybody.GetAsync(Procedure)).Text, Does.Contain("Nothing is wrong").And.Not.Contain("All procedures of the board"));
        await service.Service.Office.RaiseManyAsync(2);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Eventually.TrueAsync(async () => (await anybody.GetAsync(Procedure)).Text.Contains("All procedures of the board", StringComparison.Ordinal), patience.Token);
        var page = await anybody.GetAsync(Procedure);
        var earlier = page.Links.Single(l => l.Contains("version=south-gloucestershire-sab.v2021-06", StringComparison.Ordinal));
        var before = await anybody.GetAsync(WebUtility.HtmlDecode(earlier));
        Assert.That(before.Text, Does.Contain("This version is not in force").And.Contain("Discussing the concern, manager to manager"));
        Assert.That((await anybody.GetAsync($"{Procedure}.svg?version=south-gloucestershire-sab.v2021-06")).Html, Does.StartWith("<svg").And.Contain("Discussing the concern"));
        Assert.That((await anybody.GetAsync($"{Procedure}/dates?version=south-gloucestershire-sab.v2021-06")).Text, Does.Contain("version 2021-06"));
        Assert.That((await anybody.GetAsync($"{Procedure}?version=nothing")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
