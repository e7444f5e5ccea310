using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Browser;

/// <summary>The board office keeps its calendar and its directory right, and contacts answer for themselves, seen from a browser.</summary>
[Category("Browser")]
[Order(9)]
public class UpkeepBrowserTests
{
    private const string Office = "severnside-office@example.org", Leila = "leila.adeyinka@example.org";

    private LiveService service = null!;

    [SetUp]
    public async Task Open()
    {
        service = await LiveService.OpenAsync();
        await Raised.InAsync(service);
    }

    [TearDown]
    public async Task Close()
    {
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [TestCaseSource(nameof(Calendars))]
    public async Task Calendar(object guise)
    {
        await using var office = await SignedInAsync((Guise)guise);
        await office.FollowAsync("Calendar");
        await office.PressAsync("See what would move");
        await office.SeesAsync("There is a problem", "Enter the day", "Enter why the offices are closed");
        await DayAsync(office, "7", "10", "2026");
        await office.FillAsync("Why are they closed?", "Founders’ day");
        await office.PressAsync("See what would move");
        await office.SeesAsync("Wednesday 7 October 2026 would not count: Founders’ day.", "dates move in 1", "5pm on Thursday 8 October 2026");
        await office.PressAsync("Add the closure day");
        Assert.That(office.Heading, Is.EqualTo("The closure days have changed"));
        await office.GoAsync("/severnside/calendar");
        await office.SeesAsync("Founders’ day", "Closure day");
        await office.FollowAsync("Remove Wednesday 7 October 2026");
        await office.PressAsync("Make it a working day");
        Assert.That(office.Heading, Is.EqualTo("The closure days have changed"));
    }

    [TestCaseSource(nameof(Directories))]
    public async Task Directory(object guise)
    {
        await using var office = await SignedInAsync((Guise)guise);
        await office.FollowAsync("Agencies");
        await office.FollowAsync("Who holds the board’s posts");
        await office.PressAsync("Save");
        await office.FollowAsync("Import agencies and contacts from a spreadsheet");
        await office.PressAsync("See what would change");
        await office.SeesAsync("There is a problem", "Select a file");
        await office.Page.GetByLabel("The file, as CSV").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
        {
            Name = "contacts.csv", MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("agency,agency-name,sector,stage,name,role,email\nlow-lea-farm-trust,Low Lea Trust,voluntary,1,Ursula Fenwick,manager,ursula.fenwick@example.org\n"),
        });
        await office.PressAsync("See what would change");
        await office.SeesAsync("Check what would change", "Low Lea Trust");
        await office.PressAsync("Make these changes");
        await office.FollowAsync("Low Lea Trust");
        await office.SeesAsync("Nobody is named at stage 2");
        await office.FollowAsync("Change the name, kind or mail domains");
        await office.FillAsync("Name of the agency", "");
        await office.PressAsync("Save");
        await office.SeesAsync("There is a problem", "Enter the name of the agency");
        await office.FillAsync("Name of the agency", "Low Lea Farm Trust");
        await office.PressAsync("Save");
        await office.FollowAsync("Add a contact");
        await office.PressAsync("Save");
        await office.SeesAsync("There is a problem", "Enter the role", "Select the stage");
        await FillContactAsync(office, "Robin Newcomer", "robin.newcomer@example.org");
        await office.Page.GetByLabel("2: ", new() { Exact = false }).First.CheckAsync();
        await office.PressAsync("Save");
        await office.PressAsync("Confirm that this is still right");
        await office.FollowAsync("Change this contact");
        await office.FillAsync("Role", "Deputy manager");
        await office.PressAsync("Save");
        await office.SeesAsync("Deputy manager");
        await office.PressAsync("Add these days away");
        await office.SeesAsync("There is a problem", "Enter the first day away");
        await DayAsync(office, "12", "10", "2026", "away-from");
        await DayAsync(office, "16", "10", "2026", "away-to");
        await office.PressAsync("Add these days away");
        await office.SeesAsync("Away from Monday 12 October 2026");
        await office.PressAsync("Take it out Monday 12 October 2026 to Friday 16 October 2026");
        await office.FollowAsync("Name somebody else in their place");
        await FillContactAsync(office, "Uma Later", "uma.later@example.org");
        await DayAsync(office, "1", "11", "2026", "from");
        await office.PressAsync("Save");
        await office.SeesAsync("Uma Later", "Begins on Sunday 1 November 2026");
        await office.PressAsync("Remove this contact");
        await office.SeesAsync("Low Lea Farm Trust");
        await office.GoAsync("/severnside/add-agency");
        await office.PressAsync("Save");
        await office.SeesAsync("There is a problem", "Enter the name of the agency");
    }

    [TestCaseSource(nameof(Letters))]
    public async Task Letter(object guise)
    {
        await ForgetAsync();
        await service.PassAsync(TimeSpan.FromMinutes(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var letter = await LetterAsync(patience.Token);
        await using var leila = await Person.ComesAsync(service, Leila, (Guise)guise);
        await leila.GoAsync(letter.Links[0].ToString());
        await leila.SeesAsync("Do you still act for Estuary Hospitals NHS Trust?", "Opening this page has changed nothing");
        await leila.FollowAsync("It is me, but my name, telephone number or address has changed");
        await leila.FillAsync("Your name", "");
        await leila.PressAsync("Send it");
        await leila.SeesAsync("There is a problem", "Enter your name");
        await leila.FollowAsync("Back");
        await leila.FollowAsync("Somebody else has the post now");
        await leila.PressAsync("Send it");
        await leila.SeesAsync("There is a problem", "Enter their name");
        await leila.FillAsync("Their name", "Robin Newcomer");
        await leila.FillAsync("Their role", "Ward manager");
        await leila.FillAsync("Their work email", "robin.newcomer@example.org");
        await leila.PressAsync("Send it");
        Assert.That(leila.Heading, Is.EqualTo("Thank you: we have your answer"));
        await using var office = await SignedInAsync((Guise)guise);
        await office.FollowAsync("Agencies");
        await office.FollowAsync("Leila Adeyinka, Estuary Hospitals NHS Trust");
        await office.SeesAsync("They say that Robin Newcomer (Ward manager) has the post now");
        await office.PressAsync("Leave the directory as it is");
        await leila.GoAsync(letter.Links[0].ToString());
        await leila.PressAsync("Yes, all of it is right");
        await leila.GoAsync(letter.Links[0].ToString());
        await leila.SeesAsync("It has been done already");
    }

    [TestCaseSource(nameof(Procedures))]
    public async Task Procedure(object guise)
    {
        await using var anybody = await Person.ComesAsync(service, "anybody@example.org", (Guise)guise);
        await anybody.GoAsync("/severnside/procedure");
        await anybody.FollowAsync("Try it: what happens, and when, if nobody acts");
        await DayAsync(anybody, "23", "12", "2026", "outset");
        await anybody.FillAsync("At what time?", "later");
        await anybody.PressAsync("Show what happens");
        await anybody.SeesAsync("There is a problem", "Enter a time, like 10:30am or 14:00");
        await anybody.FillAsync("At what time?", "10am");
        await anybody.PressAsync("Show what happens");
        await anybody.SeesAsync("5pm on Monday 4 January 2027", "Christmas Day");
    }

    private static IEnumerable<TestCaseData> Calendars() => Guise.Both("A_closure_day_is_shown_added_and_taken_back");

    private static IEnumerable<TestCaseData> Directories() => Guise.Both("The_directory_is_kept_right");

    private static IEnumerable<TestCaseData> Letters() => Guise.Both("A_contact_answers_whether_they_still_act");

    private static IEnumerable<TestCaseData> Procedures() => Guise.Both("Anybody_tries_the_procedure");

    private async Task<Person> SignedInAsync(Guise guise)
    {
        var office = await Person.ComesAsync(service, Office, guise);
        await office.SignInAsync(LiveService.Severnside);
        return office;
    }

    private static async Task DayAsync(Person person, string day, string month, string year, string question = "date")
    {
        await person.Page.Locator($"#{question}-day").FillAsync(day);
        await person.Page.Locator($"#{question}-month").FillAsync(month);
        await person.Page.Locator($"#{question}-year").FillAsync(year);
    }

    private static async Task FillContactAsync(Person office, string name, string email)
    {
        await office.FillAsync("Name", name);
        await office.FillAsync("Role", "Manager");
        await office.FillAsync("Work email", email);
        await office.Page.GetByLabel("Nobody", new() { Exact = true }).CheckAsync();
    }

    /// <summary>Nobody has confirmed her for long.</summary>
    private async Task ForgetAsync()
    {
        var rooms = service.App.Services.GetRequiredService<BoardRooms>();
        var paper = (await rooms.PapersAsync(default))[(LiveService.Severnside, Drawers.Agency, "estuary-hospitals")];
        var agency = paper.As<DirectoryAgency>();
        var after = agency with { Contacts = agency.Contacts.Replace(c => c.Email == Leila, c => c with { LastConfirmed = null }) };
        Assert.That(await rooms.ChangeAsync([after.ToPaper(LiveService.Severnside, Drawers.Agency, agency.Id, paper.Edition)], [], default), Is.True);
    }

    private async Task<ReadLetter> LetterAsync(CancellationToken cancel)
    {
        ReadLetter? letter = null;
        await Service.Eventually.TrueAsync(() => Task.FromResult((letter = service.Post.To(Leila).FirstOrDefault(l => l.Subject.Contains("do you still act", StringComparison.Ordinal))) is not null), cancel);
        return letter!;
    }
}
