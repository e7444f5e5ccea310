using System.Text.RegularExpressions;
using Escalation.Service;
using Escalation.Service.Directory;
using Escalation.Service.StillYou;
using EscalationFunctions.Tests.Service.Pages.Formal;
using EscalationFunctions.Tests.Service.StillYou;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Service.Pages.Upkeep;

/// <summary>Somebody answers the letter that asks whether they still act.</summary>
public class StillYouPagesTests
{
    private const string Asked = "/severnside/still-you", Council = "/severnside/agencies/north-council/contacts/north-council-2";

    private readonly Pigeonholes post = new();
    private FormalService service = null!;
    private Guest nora = null!;

    [SetUp]
    public async Task Start()
    {
        service = await FormalService.StartAsync();
        await AskAsync();
        nora = service.Stranger();
    }

    [TearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        post.Letters.Clear();
    }

    [Test]
    public async Task They_say_yes_and_it_is_asked_no_more()
    {
        var page = await nora.GetAsync(LinkTo("north-council-2@example.org"));
        Assert.That((page.Path, page.Heading), Is.EqualTo((Asked, "Do you still act for North Council?")), "the secret leaves the address at once");
        Assert.That(page.Text, Does.Contain("Nora North").And.Contain("Opening this page has changed nothing"));
        Assert.That((await ContactAsync()).LastConfirmed, Is.Null, "looking changes nothing");
        var done = await nora.SendAsync(page);
        Assert.That((done.Path, done.Heading), Is.EqualTo(($"{Asked}/done", "Thank you: we have your answer")));
        Assert.That((await ContactAsync()).LastConfirmed, Is.EqualTo(new DateOnly(2026, 4, 8)));
        Assert.That((await nora.GetAsync(LinkTo("north-council-2@example.org"))).Text, Does.Contain("It has been confirmed already. Thank you."));
    }

    [Test]
    public async Task Another_name_or_number_is_taken_at_once_and_another_address_when_the_board_office_agrees()
    {
        await nora.GetAsync(LinkTo("north-council-2@example.org"));
        var wrong = await nora.FillAsync($"{Asked}/correct", "name: ", "email: nowhere", "phone: never");
        Assert.That(wrong.Errors, Is.EqualTo(new[] { "Enter your name", "Enter an email address in the correct format, like name@example.org", "Enter a telephone number, like 01632 960 001" }));
        var done = await nora.SendAsync(wrong, "name: Nora Northcott", "email: nora@example.org", "phone: 01632 960 005");
        Assert.That(done.Path, Is.EqualTo($"{Asked}/done"));
        var contact = await ContactAsync();
        Assert.That((contact.Name, contact.Phone, contact.Email), Is.EqualTo(("Nora Northcott", "01632 960 005", "north-council-2@example.org")));

        var office = await service.OfficeAsync();
        Assert.That((await office.GetAsync("/severnside/agencies")).Text, Does.Contain("Changes that contacts have told us about Nora Northcott, North Council"));
        var page = await office.GetAsync(Council);
        Assert.That(page.Text, Does.Contain("They ask to be written to at nora@example.org."));
        var agreed = await office.SendAsync(page with { Path = $"{Council}?handler=Accept" });
        Assert.That(agreed.Text, Does.Contain("Email nora@example.org").And.Not.Contain("They ask to be written to"));
    }

    [Test]
    public async Task Whoever_has_the_post_now_is_put_there_by_the_board_office()
    {
        await nora.GetAsync(LinkTo("north-council-2@example.org"));
        await nora.FillAsync($"{Asked}/somebody-else", "name: Robin Newcomer", "role: team manager", "email: robin@example.org");
        var office = await service.OfficeAsync();
        var page = await office.GetAsync(Council);
        Assert.That(page.Text, Does.Contain("They say that Robin Newcomer (team manager) has the post now: robin@example.org."));
        Assert.That((await ContactAsync()).Until, Is.Null, "nothing changes by saying so");
        await office.SendAsync(page with { Path = $"{Council}?handler=Accept" });
        Assert.That((await ContactAsync()).Until, Is.EqualTo(new DateOnly(2026, 4, 7)));
        Assert.That((await office.GetAsync("/severnside/agencies/north-council")).Text, Does.Contain("Robin Newcomer, team manager"));
        Assert.That((await nora.GetAsync(Asked)).Heading, Is.EqualTo("Somebody else acts there now"));
    }

    [Test]
    public async Task The_board_office_can_leave_it_as_it_is()
    {
        await nora.GetAsync(LinkTo("north-council-2@example.org"));
        await nora.FillAsync($"{Asked}/somebody-else", "name: Robin Newcomer", "role: team manager", "email: robin@example.org");
        var office = await service.OfficeAsync();
        var page = await office.SendAsync((await office.GetAsync(Council)) with { Path = $"{Council}?handler=Decline" });
        Assert.That(page.Text, Does.Not.Contain("Robin Newcomer"));
        Assert.That((await nora.GetAsync(Asked)).Heading, Is.EqualTo("Do you still act for North Council?"));
    }

    [TestCase("Accept")]
    [TestCase("Decline")]
    public async Task What_they_say_is_answered_as_it_was_seen_or_shown_again(string answer)
    {
        await nora.GetAsync(LinkTo("north-council-2@example.org"));
        await nora.FillAsync($"{Asked}/somebody-else", "name: Robin Newcomer", "role: team manager", "email: robin@example.org");
        var office = await service.OfficeAsync();
        var seen = await office.GetAsync(Council);
        await nora.FillAsync($"{Asked}/somebody-else", "name: Uma Later", "role: team manager", "email: uma@example.org");

        var again = await office.SendAsync(seen with { Path = $"{Council}?handler={answer}" });
        Assert.That(again.Errors, Has.One.StartWith("They have said something else since you looked, and nothing was done."));
        Assert.That(again.Text, Does.Contain("They say that Uma Later (team manager) has the post now").And.Not.Contain("Robin"));
        Assert.That((await ContactAsync()).Until, Is.Null);
        Assert.That((await office.GetAsync("/severnside/agencies/north-council")).Text, Does.Not.Contain("Robin").And.Not.Contain("Uma"));

        await office.SendAsync(again with { Path = $"{Council}?handler={answer}" });
        Assert.That((await office.GetAsync("/severnside/agencies/north-council")).Text.Contains("Uma Later", StringComparison.Ordinal), Is.EqualTo(answer == "Accept"));
        Assert.That((await office.SendAsync(again with { Path = $"{Council}?handler={answer}" })).Errors, Has.One.StartWith("What they said has been answered already"));
    }

    [Test]
    public async Task What_somebody_said_goes_with_their_entry()
    {
        await nora.GetAsync(LinkTo("north-council-2@example.org"));
        await nora.FillAsync($"{Asked}/somebody-else", "name: Robin Newcomer", "role: team manager", "email: robin@example.org");
        Assert.That(await PapersWithAsync("robin@example.org"), Has.Count.EqualTo(1));
        var office = await service.OfficeAsync();
        await office.SendAsync((await office.GetAsync(Council)) with { Path = $"{Council}?handler=Remove" });
        Assert.That(await PapersWithAsync("robin@example.org"), Is.Empty);
    }

    [Test]
    public async Task A_link_that_is_over_says_why()
    {
        var older = LinkTo("north-council-2@example.org");
        service.Service.Office.Clock.MoveTo("2026-05-05T10:00");
        await AskAsync();
        Assert.That((await nora.GetAsync(older)).Heading, Is.EqualTo("There is a newer link"));
        Assert.That((await nora.GetAsync(LinkTo("north-council-2@example.org"))).Heading, Is.EqualTo("Do you still act for North Council?"));
        service.Service.Office.Clock.MoveTo("2026-06-20T10:00");
        Assert.That((await nora.GetAsync(LinkTo("north-council-2@example.org"))).Heading, Is.EqualTo("This link has expired"));
        Assert.That((await nora.GetAsync($"{Asked}/by/{new string('0', 64)}")).Heading, Is.EqualTo("This link does not work"));
        Assert.That((await nora.GetAsync(LinkTo("north-council-2@example.org", board: "moorland").Replace("moorland", "severnside", StringComparison.Ordinal))).Heading, Is.EqualTo("This link does not work"));
        Assert.That((await nora.GetAsync($"{Asked}/correct")).Path, Is.EqualTo(Asked), "and leads to no form");
    }

    private string LinkTo(string email, string board = "severnside") =>
        new Uri(Regex.Match(post.Letters.Last(l => l.To == email && l.Board == board).Text, "https://\\S+/by/\\S+").Value).AbsolutePath;

    private async Task<DirectoryContact> ContactAsync() =>
        (await service.Service.Services.GetRequiredService<Escalation.Service.Boards.BoardRooms>().OfAsync("severnside", default)).FindContact("north-council-2")!.Value.Contact;

    private async Task<IReadOnlyList<string>> PapersWithAsync(string text) =>
        [.. (await service.Service.Office.Papers.AllAsync(default)).Where(p => p.Text.Contains(text, StringComparison.Ordinal)).Select(p => $"{p.Drawer} {p.Id}")];

    private Task AskAsync()
    {
        var services = service.Service.Services;
        return new StillYouRound(
            services.GetRequiredService<Escalation.Service.Boards.BoardRooms>(), services.GetRequiredService<StillYouLinks>(), post,
            new PublicAddress(new Uri("https://differences.example.org/")), service.Service.Office.Clock, NullLogger<StillYouRound>.Instance).AskAllAsync(default);
    }
}
