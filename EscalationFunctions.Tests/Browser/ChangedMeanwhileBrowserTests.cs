using Escalation.Core;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.StillYou;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Browser;

/// <summary>What the board office looked at has become something else before it pressed the button: it is told, sees how it is now, and decides on that.</summary>
[Category("Browser")]
[Order(9)]
public class ChangedMeanwhileBrowserTests
{
    private const string Office = "severnside-office@example.org", Agency = "larkfield-house";

    private LiveService service = null!;

    private BoardRooms Rooms => service.App.Services.GetRequiredService<BoardRooms>();

    [SetUp]
    public async Task Open() => service = await LiveService.OpenAsync();

    [TearDown]
    public async Task Close()
    {
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [TestCaseSource(nameof(Guises))]
    public async Task Changed_meanwhile(object guise)
    {
        await using var office = await Person.ComesAsync(service, Office, (Guise)guise);
        await office.SignInAsync(LiveService.Severnside);
        await TakesOverAsync(office);
        await AnswersAsync(office);
        await FillsPostsAsync(office);
    }

    private static IEnumerable<TestCaseData> Guises() => Guise.Both("What_was_looked_at_has_changed_meanwhile");

    private async Task TakesOverAsync(Person office)
    {
        await office.GoAsync("/severnside/agencies-file");
        await office.Page.GetByLabel("The file, as CSV").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
        {
            Name = "contacts.csv", MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"agency,stage,name,role,email\n{Agency},1,Pip Larkfield,manager,pip.larkfield@example.org\n"),
        });
        await office.PressAsync("See what would change");
        await ChangeAsync(c => c with { Role = "Deputy manager" });
        await office.PressAsync("Make these changes");
        await office.SeesAsync("There is a problem", "The directory has changed since you looked, and nothing was done.", "Deputy manager");
        await office.PressAsync("Make these changes");
        await office.GoAsync($"/severnside/agencies/{Agency}");
        await office.SeesAsync("Pip Larkfield");
    }

    private async Task AnswersAsync(Person office)
    {
        var contact = (await Rooms.OfAsync(LiveService.Severnside, default)).FindAgency(Agency)!.Contacts.Single();
        await SayAsync(contact, "Robin Newcomer");
        await office.GoAsync($"/severnside/agencies/{Agency}/contacts/{contact.Id}");
        await office.SeesAsync("They say that Robin Newcomer");
        await SayAsync(contact, "Uma Later");
        await office.PressAsync("Put it into the directory");
        await office.SeesAsync("There is a problem", "They have said something else since you looked", "They say that Uma Later");
        await office.PressAsync("Put it into the directory");
        await office.GoAsync($"/severnside/agencies/{Agency}");
        await office.SeesAsync("Uma Later");
    }

    private async Task FillsPostsAsync(Person office)
    {
        await PublishAsync();
        await office.GoAsync("/severnside/posts");
        await office.SeesAsync("The procedure in force has no such post; another version of it has.");
        await office.PressAsync("Save");
        await office.GoAsync("/severnside/posts");
        Assert.That(await office.Page.Locator("#name-chair").InputValueAsync(), Is.EqualTo("Delyth Castellane"));
    }

    private async Task ChangeAsync(Func<DirectoryContact, DirectoryContact> change)
    {
        var paper = (await Rooms.PapersAsync(default))[(LiveService.Severnside, Drawers.Agency, Agency)];
        var agency = paper.As<DirectoryAgency>();
        var after = agency with { Contacts = agency.Contacts.Select(change).ToValueList() };
        Assert.That(await Rooms.ChangeAsync([after.ToPaper(LiveService.Severnside, Drawers.Agency, Agency, paper.Edition)], [], default), Is.True);
    }

    private async Task SayAsync(DirectoryContact contact, string name)
    {
        var edition = (await Rooms.PapersAsync(default)).TryGetValue((LiveService.Severnside, Drawers.Proposal, contact.Id), out var paper) ? paper.Edition : 0;
        var said = new ContactProposal(service.Now, Successor: new Successor(name, "manager", $"{name.Replace(' ', '.')}@example.org"));
        Assert.That(await Rooms.ChangeAsync([said.ToPaper(LiveService.Severnside, Drawers.Proposal, contact.Id, edition)], [], default), Is.True);
    }

    /// <summary>A version of the procedure whose chair goes by another id is in force.</summary>
    private async Task PublishAsync()
    {
        const string Version = "2027-01";
        var (papers, before) = (await Rooms.PapersAsync(default), (await Rooms.OfAsync(LiveService.Severnside, default)).Board);
        var text = papers[(LiveService.Severnside, Drawers.Procedure, BoardRoom.NameOf(before.Procedure, before.Version))].Text
            .Replace("\"chair\"", "\"independent-chair\"", StringComparison.Ordinal).Replace($"\"version\": \"{before.Version}\"", $"\"version\": \"{Version}\"", StringComparison.Ordinal);
        var board = (before with { Version = Version }).ToPaper(LiveService.Severnside, Drawers.Board, LiveService.Severnside,
            papers[(LiveService.Severnside, Drawers.Board, LiveService.Severnside)].Edition);
        Assert.That(await Rooms.ChangeAsync([board, new Paper(LiveService.Severnside, Drawers.Procedure, BoardRoom.NameOf(before.Procedure, Version), 0, text)], [], default), Is.True);
    }
}
