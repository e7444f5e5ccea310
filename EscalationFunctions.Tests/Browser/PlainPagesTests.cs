namespace EscalationFunctions.Tests.Browser;

/// <summary>What anybody can read without signing in, and what is said where there is nothing.</summary>
[Category("Browser")]
[Order(8)]
public class PlainPagesTests
{
    private static readonly string[] Pages =
        ["/", "/severnside", "/moorland", "/severnside/procedure", "/severnside/accessibility", "/severnside/privacy", "/severnside/cookies"];

    private LiveService service = null!;

    [OneTimeSetUp]
    public async Task Open() => service = await LiveService.OpenAsync();

    [OneTimeTearDown]
    public async Task Close() => await service.DisposeAsync();

    [TearDown]
    public void Every_page_was_sound() => Assert.That(Visits.TakeFaults(), Is.Empty);

    [TestCase("phone")]
    [TestCase("desktop")]
    public async Task What_is_for_everybody_needs_no_sign_in(string on)
    {
        await using var anybody = await Person.ComesAsync(service, "anybody@example.org", on == Guise.Phone.Name ? Guise.Phone : Guise.Desktop);
        foreach (var page in Pages)
        {
            await anybody.GoAsync(page);
            Assert.That(anybody.Status, Is.EqualTo(200), page);
        }
    }

    [TestCase("phone")]
    [TestCase("desktop")]
    public async Task The_pages_of_the_demonstration_show_the_mail_and_move_the_clock(string on)
    {
        await Raised.InAsync(service);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.PostIsOutAsync(patience.Token);
        await using var newcomer = await Person.ComesAsync(service, "newcomer@example.org", on == Guise.Phone.Name ? Guise.Phone : Guise.Desktop);
        await newcomer.GoAsync("/demo");
        await newcomer.FollowAsync("the mail");
        await newcomer.LoadAsync(() => newcomer.Page.GetByText("Please settle the difference by").First.ClickAsync());
        await newcomer.SeesAsync("@example.org", $"{service.Url}/severnside/link/");
        await newcomer.GoAsync("/demo/clock");
        var before = service.Now;
        await newcomer.PressAsync("Move on by an hour");
        Assert.That(service.Now - before, Is.GreaterThanOrEqualTo(TimeSpan.FromHours(1)));
    }

    [TestCase("/severnside/nothing/here", "Severnside board office", "phone")]
    [TestCase("/nowhere", "your safeguarding board's office", "desktop")]
    public async Task Where_there_is_nothing_the_page_says_what_to_do_about_a_deadline(string address, string whom, string on)
    {
        await using var anybody = await Person.ComesAsync(service, "anybody@example.org", on == Guise.Phone.Name ? Guise.Phone : Guise.Desktop);
        await anybody.GoAsync(address);
        Assert.That(anybody.Status, Is.EqualTo(404));
        await anybody.SeesAsync("If a deadline cannot wait", whom, "999");
    }

    [Test]
    public async Task Somebody_whom_the_board_does_not_know_is_told_whom_to_ask()
    {
        await using var stranger = await Person.ComesAsync(service, "stranger@elsewhere.example", Guise.Phone);
        await stranger.GoAsync("/severnside/sign-in");
        await stranger.FillAsync("What is your work email address?", stranger.Email);
        await stranger.PressAsync("Send me a code");
        await stranger.SeesAsync("If no code arrives, the board may not know the address");
    }
}
