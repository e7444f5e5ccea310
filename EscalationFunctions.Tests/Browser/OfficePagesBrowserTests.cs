using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>A morning at the board office: what needs somebody, what did not arrive, keys, links, and when the report goes.</summary>
[Category("Browser")]
[Order(7)]
public class OfficePagesBrowserTests
{
    private const string Office = "severnside-office@example.org";

    private LiveService service = null!;
    private Raised raised = null!;

    [SetUp]
    public async Task Open()
    {
        service = await LiveService.OpenAsync("2026-10-06T10:00");
        raised = await Raised.InAsync(service);
        await Raised.InAsync(service);
        // Something of everything: late at the last stage, due today, a stage without anybody, messages that nobody took.
        for (var dues = 0; dues < 12 && (await service.Journal.FindHeadAsync(raised.Id, default))!.Card.LateSince is null; dues++) await service.UntilNextDueAsync();
        await Raised.InAsync(service);
        await EmptyStageAsync();
        await GiveUpAsync();
    }

    [TearDown]
    public async Task Close()
    {
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [TestCaseSource(nameof(Morning))]
    public async Task A_morning(object guise)
    {
        await using var olwen = await Person.ComesAsync(service, Office, (Guise)guise);
        await olwen.SignInAsync(LiveService.Severnside, "Olwen Officer", "Business manager");
        Assert.That(olwen.Heading, Is.EqualTo("Today"), "the office comes first to what needs somebody");
        await olwen.SeesAsync("overdue", "stage without a contact", "messages that could not be delivered");
        await LooksAroundAsync(olwen);
        await SendsAgainAsync(olwen);
        await GivesOutAKeyAsync(olwen);
        await TakesLinksBackAsync(olwen);
        await ChangesTheReportAsync(olwen);
        await EndsSignInsAsync(olwen);
    }

    private static IEnumerable<TestCaseData> Morning() => Guise.Both("A_morning_at_the_board_office");

    private static async Task LooksAroundAsync(Person olwen)
    {
        await olwen.FollowAsync("What is waiting, on one page, as in the daily email");
        await olwen.SeesAsync("Overdue: ", "Nobody is named", "The next one is made at 8:30am on");
        await olwen.GoAsync("/severnside/differences?show=due");
        await olwen.GoAsync("/severnside/differences?show=late&stage=4&agency=estuary-hospitals");
        await olwen.SeesAsync("Show only some of them", "Any organisation", "Overdue since");
        await olwen.GoAsync("/severnside/differences?stage=2&agency=larkfield-house");
        await olwen.SeesAsync("No differences match.");
    }

    private static async Task SendsAgainAsync(Person olwen)
    {
        await olwen.GoAsync("/severnside/undelivered");
        await olwen.SeesAsync("The mailbox is full.", "the latest first");
        await olwen.LoadAsync(() => olwen.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Mark as dealt with") }).First.ClickAsync());
        await olwen.SeesAsync("The message is marked as dealt with.");
        await olwen.FollowAsync("Show those that were dealt with");
        await olwen.SeesAsync("Dealt with by Severnside board office. That was at", "1 message, the latest first");
        await olwen.FollowAsync("Show what is still to be seen to");
        await olwen.LoadAsync(() => olwen.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send again") }).First.ClickAsync());
        await olwen.SeesAsync("1 message is on its way again.");
        await olwen.LoadAsync(() => olwen.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send (all|it)") }).ClickAsync());
        await olwen.SeesAsync("Every message was delivered");
    }

    private static async Task GivesOutAKeyAsync(Person olwen)
    {
        await olwen.GoAsync("/severnside/keys");
        await olwen.FollowAsync("Give out a key");
        await olwen.PressAsync("Make the key");
        await olwen.SeesAsync("There is a problem", "Select whose system it is", "Enter the last day");
        foreach (var label in new[] { "Larkfield House", "Reading differences" }) await olwen.Page.GetByLabel(label, new() { Exact = true }).CheckAsync();
        foreach (var (part, text) in new[] { ("Day", "1"), ("Month", "6"), ("Year", "2027") }) await olwen.FillAsync(part, text);
        await olwen.PressAsync("Make the key");
        await olwen.SeesAsync("The key was made", "esk_", "Larkfield House");
        await olwen.FollowAsync("I have put it where it belongs: back to the keys");
        await olwen.LoadAsync(() => olwen.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Larkfield House" }).GetByRole(AriaRole.Link).First.ClickAsync());
        await olwen.PressAsync("Revoke this key");
        await olwen.SeesAsync("no longer works", "Revoked at");
    }

    private async Task TakesLinksBackAsync(Person olwen)
    {
        await olwen.GoAsync($"/severnside/differences/{raised.Id}");
        await olwen.FollowAsync("Links in emails: withdraw one");
        await olwen.SeesAsync("Links in emails", "Good until");
        await olwen.LoadAsync(() => olwen.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Withdraw") }).First.ClickAsync());
        await olwen.SeesAsync("What you withdrew no longer opens anything.");
        await olwen.PressAsync("Withdraw all of them");
        await olwen.SeesAsync("No link works at the moment.");
    }

    private static async Task ChangesTheReportAsync(Person olwen)
    {
        await olwen.GoAsync("/severnside/report-settings");
        await olwen.FillAsync("At what time is the report made?", "early");
        await olwen.PressAsync("Save");
        await olwen.SeesAsync("There is a problem", "Enter a time");
        await olwen.FillAsync("At what time is the report made?", "7am");
        await olwen.PressAsync("Save");
        await olwen.SeesAsync("The next report will go out like this.");
        await olwen.GoAsync("/severnside/overdue");
        await olwen.SeesAsync("The next one is made at 7am on");
    }

    private static async Task EndsSignInsAsync(Person olwen)
    {
        await olwen.GoAsync("/severnside/sign-ins");
        await olwen.PressAsync("End all their sign-ins");
        await olwen.SeesAsync("There is a problem", "Enter an email address");
        await olwen.FillAsync("With which email address do they sign in?", Office);
        await olwen.PressAsync("End all their sign-ins");
        Assert.That(olwen.Heading, Is.EqualTo("What is your work email address?"), "it was her own");
    }

    private async Task EmptyStageAsync()
    {
        var rooms = service.App.Services.GetRequiredService<BoardRooms>();
        var paper = (await rooms.PapersAsync(default))[(LiveService.Severnside, Drawers.Agency, "larkfield-house")];
        var agency = paper.As<DirectoryAgency>();
        var emptied = agency with { Contacts = agency.Contacts.Without(c => c.Stage == "2") };
        Assert.That(await rooms.ChangeAsync([emptied.ToPaper(paper.Board, paper.Drawer, paper.Id, paper.Edition)], [], default), Is.True);
    }

    private async Task GiveUpAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.PostIsOutAsync(patience.Token);
        var sent = (await service.Journal.NoticesOfAsync(raised.Id, default)).Where(o => o.State == DeliveryState.Sent).Take(3);
        await service.Journal.NoteAsync(
            [.. sent.Select(o => new Escalation.Service.Desk.Delivery(raised.Id, o.Notice.Id, DeliveryState.Dead, 10, service.Now, "The mailbox is full. The board office was told."))], default);
    }
}
