using System.Net;
using Escalation.Service.Boards;
using EscalationFunctions.Tests.Service.Pages.Formal;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Service.Pages.Upkeep;

/// <summary>The board office keeps its directory right.</summary>
public class AgencyPagesTests
{
    private const string Agencies = "/severnside/agencies", Trust = $"{Agencies}/county-trust", Tess = $"{Trust}/contacts/county-trust-3";

    private FormalService service = null!;
    private Guest office = null!;

    [SetUp]
    public async Task Start()
    {
        service = await FormalService.StartAsync();
        office = await service.OfficeAsync();
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task The_list_says_of_each_agency_what_is_to_be_looked_at()
    {
        var page = await office.GetAsync(Agencies);
        Assert.That(page.Text, Does.Contain("Contacts not confirmed for more than 92 days: 16").And.Contain("County Trust").And.Contain("4 contacts not confirmed for more than 92 days"));
        var file = (await office.GetAsync($"{Agencies}?format=csv")).Html;
        Assert.That(file, Does.StartWith("Agency,Kind,Contacts,To look at\r\n"));
        await office.SendAsync(await office.GetAsync($"{Tess}/change"), "until-day: 1", "until-month: 3", "until-year: 2026");
        Assert.That((await office.GetAsync(Trust)).Text, Does.Contain("Nobody is named at stage 3"));
    }

    [Test]
    public async Task A_contact_is_confirmed_and_then_no_longer_flagged()
    {
        var page = await office.GetAsync(Tess);
        Assert.That(page.Text, Does.Contain("Not confirmed for more than 92 days").And.Contain("Last confirmed Never"));
        var done = await office.SendAsync(page with { Path = $"{Tess}?handler=Confirm" });
        Assert.That(done.Path, Is.EqualTo(Tess));
        Assert.That(done.Text, Does.Contain("Last confirmed Wednesday 8 April 2026").And.Not.Contain("Not confirmed for more"));
    }

    [Test]
    public async Task Somebody_is_away_and_there_after_all()
    {
        var away = await PressAsync(await office.GetAsync(Tess), "Away", "away-from-day: 7", "away-from-month: 4", "away-from-year: 2026", "away-to-day: 17", "away-to-month: 4", "away-to-year: 2026");
        Assert.That(away.Text, Does.Contain("Away until Friday 17 April 2026").And.Contain("Tuesday 7 April 2026 to Friday 17 April 2026"));
        var wrong = await PressAsync(away, "Away", "away-from-day: 7", "away-from-month: 5", "away-from-year: 2026", "away-to-day: 1", "away-to-month: 5", "away-to-year: 2026");
        Assert.That(wrong.Errors, Is.EqualTo(new[] { "The last day away must be the same as or after the first" }));
        var back = await PressAsync(away, "Back");
        Assert.That(back.Text, Does.Not.Contain("17 April"));
    }

    [Test]
    public async Task A_new_contact_is_added_and_every_mistake_is_said_at_once_with_nothing_lost()
    {
        var wrong = await office.SendAsync(await office.GetAsync($"{Trust}/add-contact"), "name: Robin Newcomer", "email: nowhere", "from-day: 31", "from-month: 2");
        Assert.That(wrong.Errors, Is.EqualTo(new[]
        {
            "Enter the role", "Enter an email address in the correct format, like name@example.org", "Select the stage",
            "Enter a real date with a day, a month and a year, like 8 10 2026", "Select who stands in",
        }));
        Assert.That(wrong.Filled, Does.Contain(("name", "Robin Newcomer")).And.Contain(("email", "nowhere")).And.Contain(("from-day", "31")));
        var done = await office.SendAsync(wrong, "role: matron", "email: robin@example.org", "stage: 3", "deputy: county-trust-3", "from-day: 1", "from-month: 5", "phone: none");
        Assert.That(done.Errors, Has.One.StartWith("Work telephone: "), "what only the directory knows is wrong is said there too");
        done = await office.SendAsync(done, "phone: 01632 960 001");
        Assert.That((done.Heading, done.Text), Is.EqualTo(("Robin Newcomer", done.Text)));
        Assert.That(done.Text, Does.Contain("Since Friday 1 May 2026").And.Contain("Deputy Tess Trust").And.Contain("Begins on Friday 1 May 2026"));
        Assert.That(done.Path, Does.Not.Contain("robin"), "the address names nobody");
        Assert.That((await office.SendAsync(await office.GetAsync($"{Trust}/add-contact"), "name: Robin", "role: matron", "email: robin@example.org", "stage: 3", "deputy: nobody")).Errors,
            Has.One.StartWith("Robin Newcomer is at that stage with this address already"));
    }

    [Test]
    public async Task Whoever_leaves_is_replaced_from_a_day_on_and_who_they_stood_in_for_goes_over()
    {
        await office.SendAsync(await office.GetAsync($"{Trust}/contacts/county-trust-4/change"), "deputy: county-trust-3");
        var done = await office.SendAsync(await office.GetAsync($"{Tess}/replace"), "name: Robin Newcomer", "email: robin@example.org", "deputy: nobody", "from-day: 1", "from-month: 5", "from-year: 2026");
        Assert.That(done.Heading, Is.EqualTo("Robin Newcomer"));
        Assert.That((await office.GetAsync(Tess)).Text, Does.Contain("Wednesday 1 January 2020 to Thursday 30 April 2026"));
        Assert.That((await office.GetAsync($"{Trust}/contacts/county-trust-4")).Text, Does.Contain("Deputy Robin Newcomer"));
        var early = await office.SendAsync(await office.GetAsync($"{Trust}/contacts/county-trust-1/replace"), "name: R N", "email: rn@example.org", "deputy: nobody", "from-year: 2019");
        Assert.That(early.Errors, Has.One.StartWith("First day in post: it has to be after"));
    }

    [Test]
    public async Task Other_particulars_of_the_same_person_leave_what_was_confirmed_and_of_another_do_not()
    {
        await PressAsync(await office.GetAsync(Tess), "Confirm");
        var same = await office.SendAsync(await office.GetAsync($"{Tess}/change"), "phone: 01632 960 002");
        Assert.That(same.Text, Does.Contain("01632 960 002").And.Contain("Last confirmed Wednesday 8 April 2026"));
        var other = await office.SendAsync(await office.GetAsync($"{Tess}/change"), "email: elsewhere@example.org");
        Assert.That(other.Text, Does.Contain("elsewhere@example.org").And.Contain("Last confirmed Never"));
    }

    [Test]
    public async Task Of_two_who_change_the_same_the_second_is_told_and_loses_nothing()
    {
        var (first, second) = (await office.GetAsync($"{Tess}/change"), await office.GetAsync($"{Tess}/change"));
        await office.SendAsync(first, "role: matron");
        var late = await office.SendAsync(second, "role: ward sister");
        Assert.That(late.Errors, Has.One.StartWith("Somebody else has changed this since you looked"));
        Assert.That(late.Filled, Does.Contain(("role", "ward sister")));
        Assert.That((await office.SendAsync(late)).Text, Does.Contain("Role ward sister"));
    }

    [Test]
    public async Task Nobody_is_removed_who_stands_in_for_somebody()
    {
        await office.SendAsync(await office.GetAsync($"{Trust}/contacts/county-trust-4/change"), "deputy: county-trust-3");
        Assert.That((await PressAsync(await office.GetAsync(Tess), "Remove")).Errors, Has.One.Contains("is the deputy of"));
        await office.SendAsync(await office.GetAsync($"{Trust}/contacts/county-trust-4/change"), "deputy: nobody");
        Assert.That((await PressAsync(await office.GetAsync(Tess), "Remove")).Path, Is.EqualTo(Trust));
        Assert.That((await office.GetAsync(Tess)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_agency_is_added_under_an_id_made_of_its_name_and_changed()
    {
        var wrong = await office.SendAsync(await office.GetAsync("/severnside/add-agency"), "domains: not a domain");
        Assert.That(wrong.Errors, Is.EqualTo(new[] { "Enter the name of the agency", "Select what kind of agency it is" }));
        var added = await office.SendAsync(wrong, "name: St Éloi’s Hospice & Care", "sector: voluntary", "domains: eloi.example.org");
        Assert.That((added.Path, added.Heading), Is.EqualTo(($"{Agencies}/st-elois-hospice-care", "St Éloi’s Hospice & Care")).Or.EqualTo(($"{Agencies}/st-eloi-s-hospice-care", "St Éloi’s Hospice & Care")));
        Assert.That(added.Text, Does.Contain("eloi.example.org").And.Contain("No contact is known").And.Contain("Nobody is named at stage 1"));
        var changed = await office.SendAsync(await office.GetAsync($"{added.Path}/change"), "name: St Éloi’s");
        Assert.That((changed.Path, changed.Heading), Is.EqualTo((added.Path, "St Éloi’s")));
        Assert.That((await office.SendAsync(await office.GetAsync("/severnside/add-agency"), "name: County Trust", "sector: police")).Errors,
            Has.One.StartWith("Somebody else has changed this"), "an id is not given twice");
    }

    [Test]
    public async Task The_posts_of_the_board_are_filled_all_at_once()
    {
        var wrong = await office.FillAsync("/severnside/posts", "name-chair: Delyth Castellane", "phone-chair: never", "email-panel: panel@example.org");
        Assert.That(wrong.Errors, Is.EqualTo(new[] { "Enter the work email, or leave the whole post empty", "Enter a telephone number, like 01632 960 001", "Enter the name, or leave the whole post empty" }));
        var done = await office.SendAsync(wrong, "email-chair: chair@example.org", "phone-chair: 01632 960 138", "email-panel: ");
        Assert.That(done.Path, Is.EqualTo(Agencies));
        Assert.That(done.Text, Does.Contain("Posts of the board that nobody holds").And.Not.Contain("Chair of the Safeguarding"));
        Assert.That((await office.GetAsync("/severnside/posts")).Filled, Does.Contain(("name-chair", "Delyth Castellane")));
    }

    [Test]
    public async Task Whoever_holds_a_post_of_another_version_keeps_it_when_the_posts_are_saved()
    {
        await service.FillPostAsync("chair", new Reach("Delyth Castellane", "chair@example.org"));
        await PutInForceAsync("2027-01", text => text.Replace("\"chair\"", "\"independent-chair\"", StringComparison.Ordinal));
        var page = await office.GetAsync("/severnside/posts");
        Assert.That(page.Asked, Does.Contain("name-chair").And.Contain("name-independent-chair"));
        Assert.That(page.Text, Does.Contain("The procedure in force has no such post; another version of it has."));
        Assert.That((await office.SendAsync(page, "name-independent-chair: Uma Later", "email-independent-chair: uma@example.org")).Path, Is.EqualTo(Agencies));
        var board = (await Rooms.OfAsync("severnside", default)).Board;
        Assert.That(board.Officers.Select(o => $"{o.Officer} {o.Reach.Email}"), Is.EquivalentTo(new[] { "chair chair@example.org", "independent-chair uma@example.org" }));
    }

    [Test]
    public async Task A_spreadsheet_is_taken_over_as_it_was_shown_or_shown_again()
    {
        var shown = await office.UploadAsync(await office.GetAsync("/severnside/agencies-file"), "file", "agency,stage,name,role,email\ncounty-police,1,Pip Police,sergeant,pip@example.org\n");
        await office.FillAsync($"{Agencies}/county-police/add-contact", "name: Robin Newcomer", "role: inspector", "email: robin@example.org", "stage: 2", "deputy: nobody");
        var again = await office.SendAsync(shown with { Path = "/severnside/agencies-file?handler=Take" });
        Assert.That(again.Errors, Has.One.StartWith("The directory has changed since you looked, and nothing was done."));
        Assert.That((again.Heading, again.Text), Is.EqualTo(("Check what would change", again.Text)));
        Assert.That(again.Text, Does.Contain("Robin Newcomer").And.Contain("5 removed"));
        Assert.That((await office.GetAsync($"{Agencies}/county-police")).Text, Does.Contain("Robin Newcomer").And.Not.Contain("Pip Police"));
        Assert.That((await office.SendAsync(shown with { Path = "/severnside/agencies-file?handler=Take" }, "seen: ")).Errors, Has.Count.EqualTo(1), "who has seen nothing");
        Assert.That((await office.SendAsync(again with { Path = "/severnside/agencies-file?handler=Take" })).Path, Is.EqualTo(Agencies));
        Assert.That((await office.GetAsync($"{Agencies}/county-police")).Text, Does.Contain("Pip Police").And.Not.Contain("Robin Newcomer"));
    }

    [Test]
    public async Task A_spreadsheet_is_shown_before_it_is_taken_over()
    {
        var asked = await office.GetAsync("/severnside/agencies-file");
        Assert.That((await office.UploadAsync(asked, "file", "")).Errors, Is.EqualTo(new[] { "Select a file" }));
        Assert.That((await office.UploadAsync(asked, "file", new string('x', 200_001))).Errors, Has.One.StartWith("The file must be smaller than 200 KB"));
        var wrong = await office.UploadAsync(asked, "file", "agency,stage,name,role,email\ncounty-police,9,Pip Police,sergeant,nowhere\n");
        Assert.That(wrong.Text, Does.Contain("What is wrong, and where").And.Contain("line 2, stage").And.Contain("line 2, email"));
        var shown = await office.UploadAsync(asked, "file", "\uFEFFagency,stage,name,role,email\r\ncounty-police,1,\"Pip, Police\",sergeant,pip@example.org\r\n");
        Assert.That((shown.Heading, shown.Errors), Is.EqualTo(("Check what would change", Array.Empty<string>())));
        Assert.That(shown.Text, Does.Contain("Pip, Police").And.Contain("4 removed"));
        Assert.That((await office.GetAsync($"{Agencies}/county-police")).Text, Does.Not.Contain("Pip"), "looking changes nothing");
        Assert.That((await office.SendAsync(shown with { Path = "/severnside/agencies-file?handler=Take" })).Path, Is.EqualTo(Agencies));
        Assert.That((await office.GetAsync($"{Agencies}/county-police")).Text, Does.Contain("Pip, Police, sergeant"));
    }

    [TestCase(Agencies)]
    [TestCase(Trust)]
    [TestCase(Tess)]
    [TestCase($"{Tess}/change")]
    [TestCase($"{Tess}/replace")]
    [TestCase($"{Trust}/add-contact")]
    [TestCase($"{Trust}/change")]
    [TestCase("/severnside/add-agency")]
    [TestCase("/severnside/posts")]
    [TestCase("/severnside/agencies-file")]
    public async Task For_everybody_else_there_is_no_such_page(string address)
    {
        var manager = await service.ManagerAsync("county-trust");
        Assert.That((await manager.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await office.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/severnside/agencies/nobody")]
    [TestCase("/severnside/agencies/county-trust/contacts/north-council-3")]
    public async Task Where_there_is_none_there_is_no_page(string address) =>
        Assert.That((await office.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));

    private BoardRooms Rooms => service.Service.Services.GetRequiredService<BoardRooms>();

    /// <summary>Publishes the board's procedure under another version, with other words.</summary>
    private async Task PutInForceAsync(string version, Func<string, string> change)
    {
        var papers = await Rooms.PapersAsync(default);
        var (paper, before) = (papers[("severnside", Drawers.Board, "severnside")], (await Rooms.OfAsync("severnside", default)).Board);
        var text = papers[("severnside", Drawers.Procedure, BoardRoom.NameOf(before.Procedure, before.Version))].Text;
        var procedure = change(text).Replace($"\"version\": \"{before.Version}\"", $"\"version\": \"{version}\"", StringComparison.Ordinal);
        var board = (before with { Version = version }).ToPaper("severnside", Drawers.Board, "severnside", paper.Edition);
        Assert.That(await Rooms.ChangeAsync([board, new Paper("severnside", Drawers.Procedure, BoardRoom.NameOf(before.Procedure, version), 0, procedure)], [], default), Is.True);
    }

    [Test]
    public async Task An_agency_that_was_entered_by_mistake_is_removed_and_one_that_a_record_names_is_not()
    {
        await office.SendAsync(await office.GetAsync("/severnside/add-agency"), "name: Hospice", "sector: voluntary", "domains: ");
        var hospice = await office.GetAsync($"{Agencies}/hospice");
        await office.SendAsync(await office.GetAsync($"{Agencies}/hospice/change"), "name: Hospice of St Éloi");
        Assert.That((await office.SendAsync(hospice with { Path = $"{Agencies}/hospice?handler=Remove" })).Errors, Has.One.StartWith("Somebody else has changed this"));
        var gone = await office.SendAsync((await office.GetAsync($"{Agencies}/hospice")) with { Path = $"{Agencies}/hospice?handler=Remove" });
        Assert.That((gone.Path, gone.Text.Contains("Éloi", StringComparison.Ordinal)), Is.EqualTo((Agencies, false)));
        Assert.That((await office.GetAsync($"{Agencies}/hospice")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        await service.Service.Office.RaiseAsync();
        var refused = await office.SendAsync((await office.GetAsync(Trust)) with { Path = $"{Trust}?handler=Remove" });
        Assert.That(refused.Errors, Has.One.Contains("is a party to differences"));
    }

    private Task<Shown> PressAsync(Shown page, string handler, params string[] said) => office.SendAsync(page with { Path = $"{Tess}?handler={handler}" }, said);
}
