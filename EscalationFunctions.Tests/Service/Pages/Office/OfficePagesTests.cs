using System.Net;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service.Pages.Formal;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Service.Pages.Office;

/// <summary>What the board office has at the pages, over the real service.</summary>
public class OfficePagesTests
{
    private static readonly string[] OfficesOwn = ["overdue", "undelivered", "keys", "keys/new", "report-settings", "sign-ins"];

    private OfficeService service = null!;
    private Guest office = null!;

    [SetUp]
    public async Task Open()
    {
        service = await OfficeService.StartAsync();
        office = await service.OfficeAsync();
    }

    [TearDown]
    public async Task Close() => await service.DisposeAsync();

    [Test]
    public async Task The_first_page_says_how_much_of_what_and_each_number_leads_to_its_list()
    {
        await service.GiveUpAsync(2);
        var home = await office.GetAsync("/severnside");
        Assert.That(home.Heading, Is.EqualTo("Today"));
        Assert.That(home.Text, Does.Contain("1 overdue").And.Contain("2 due today").And.Contain("1 moved to the next stage automatically")
            .And.Contain("1 stage without a contact").And.Contain("2 messages that could not be delivered"));
        Assert.That((await office.GetAsync("/severnside/differences?show=late")).Text, Does.Contain(service.Late.Card.Reference).And.Not.Contain(service.Due.Card.Reference));
        Assert.That((await office.GetAsync("/severnside/differences?show=due")).Text, Does.Contain(service.Due.Card.Reference));
    }

    [Test]
    public async Task To_everybody_else_the_first_page_is_what_it_was_and_the_offices_own_pages_are_not_there()
    {
        var manager = await service.GuestAsync("county-trust-4@example.org");
        Assert.That((await manager.GetAsync("/severnside")).Heading, Is.EqualTo("When organisations disagree about keeping somebody safe"));
        var none = await manager.GetAsync("/severnside/there-is-none-of-this-name");
        foreach (var page in OfficesOwn.Append($"differences/{service.Late.Id}/links").Append($"keys/{await KeyAsync()}"))
        {
            var shown = await manager.GetAsync($"/severnside/{page}");
            Assert.That((shown.Status, shown.Title, shown.Text), Is.EqualTo((HttpStatusCode.NotFound, none.Title, none.Text)), page);
        }
    }

    [Test]
    public async Task The_office_of_another_board_sees_nothing_of_this_one()
    {
        var other = await service.GuestAsync("office@moorland.example.org", TestOffice.Moorland);
        foreach (var page in OfficesOwn) Assert.That((await other.GetAsync($"/severnside/{page}")).Heading, Is.EqualTo("What is your work email address?"), page);
        Assert.That((await other.GetAsync("/moorland/overdue")).Text, Does.Contain("Overdue: 0").And.Not.Contain("SV-"));
        Assert.That((await other.GetAsync($"/moorland/keys/{await KeyAsync()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_waits_is_shown_as_it_goes_out_by_mail_and_can_be_had_as_a_table()
    {
        var page = await office.GetAsync("/severnside/overdue");
        Assert.That(page.Text, Does.Contain("Overdue: 1").And.Contain("Moved to the next stage automatically: 1").And.Contain("From stage 1")
            .And.Contain("Nobody is named").And.Contain("Every message was delivered.").And.Contain("The next one is made at 8:30am on Tuesday 14 April 2026."));
        Assert.That(page.Links, Has.Member($"/severnside/differences/{service.Late.Id}"));
        var table = await office.GetAsync("/severnside/overdue?format=csv");
        Assert.That(table.Html, Does.StartWith("Part,About,").And.Contain($"late,{service.Late.Card.Reference},North Council and County Trust"));
    }

    [Test]
    public async Task An_officer_who_gets_the_report_can_open_it_and_nothing_else_of_the_offices()
    {
        await ChangeBoardAsync(b => b with { Officers = [new("strategic-manager", new Reach("Stella Manager", "stella@example.org")), new("chair", new Reach("Chris", "chris@example.org"))] });
        var stella = await service.GuestAsync("stella@example.org");
        Assert.That((await stella.GetAsync("/severnside/overdue")).Text, Does.Contain("Overdue: 1"));
        Assert.That((await stella.GetAsync("/severnside/keys")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await (await service.GuestAsync("chris@example.org")).GetAsync("/severnside/overdue")).Status, Is.EqualTo(HttpStatusCode.NotFound), "the procedure does not send it to the chair");
    }

    [TestCase("stage=4", true, false)]
    [TestCase("stage=2", false, true)]
    [TestCase("agency=county-police", false, true)]
    [TestCase("agency=north-council", true, true)]
    [TestCase("agency=county-trust&stage=2", false, false)]
    [TestCase("show=late&agency=county-trust", true, false)]
    [TestCase("show=closed", false, false)]
    [TestCase("procedure=south-gloucestershire-sab.v2021-06", true, true)]
    [TestCase("stage=nonsense&agency=nobody&procedure=none", true, true)]
    public async Task A_list_is_narrowed_by_its_address(string query, bool late, bool due)
    {
        var page = await office.GetAsync($"/severnside/differences?{query}");
        Assert.That((Lists(page, service.Late), Lists(page, service.Due)), Is.EqualTo((late, due)));
        var table = (await office.GetAsync($"/severnside/differences?{query}&format=csv")).Html;
        Assert.That((table.Contains(service.Late.Card.Reference, StringComparison.Ordinal), table.Contains(service.Due.Card.Reference, StringComparison.Ordinal)), Is.EqualTo((late, due)));
    }

    [Test]
    public async Task Whoever_is_not_the_board_office_cannot_look_into_another_agency_by_the_address()
    {
        var police = await service.GuestAsync("county-police-1@example.org");
        var table = (await police.GetAsync("/severnside/differences?agency=county-trust&show=late&format=csv")).Html;
        Assert.That(table, Is.EqualTo("Reference,Between,Stage,Next,Overdue,Immediate risk\r\n"));
        Assert.That((await police.GetAsync("/severnside/differences")).Text, Does.Not.Contain("Any organisation"));
    }

    [Test]
    public async Task A_message_that_failed_is_sent_again_and_so_are_all()
    {
        var given = await service.GiveUpAsync(3);
        var page = await office.GetAsync("/severnside/undelivered");
        Assert.That(page.Text, Does.Contain("3 messages, the latest first").And.Contain("The mailbox is full.").And.Contain(service.Late.Card.Reference));
        var one = await office.SendAsync(page, $"difference: {service.Late.Id}", $"notice: {given[0].Notice.Id}", "all: ");
        Assert.That((one.Path, one.Text), Is.EqualTo(("/severnside/undelivered?again=1", one.Text)));
        Assert.That(one.Text, Does.Contain("1 message is on its way again.").And.Contain("2 messages, the latest first"));
        Assert.That(await StatesAsync(given), Is.EqualTo(new[] { DeliveryState.Waiting, DeliveryState.Dead, DeliveryState.Dead }));
        var all = await office.SendAsync(one, "difference: ", "notice: ", "all: yes");
        Assert.That(all.Text, Does.Contain("2 messages are on their way again.").And.Contain("Every message was delivered"));
        Assert.That(await StatesAsync(given), Is.All.EqualTo(DeliveryState.Waiting));
    }

    [Test]
    public async Task A_message_that_was_dealt_with_leaves_the_list_and_the_report_and_says_who_and_when()
    {
        var given = await service.GiveUpAsync(2);
        var one = await PressAsync(given[0], "DealtWith");
        Assert.That((one.Path, one.Text), Is.EqualTo(("/severnside/undelivered?dealt=1", one.Text)));
        Assert.That(one.Text, Does.Contain("The message is marked as dealt with.").And.Contain("1 message, the latest first"));
        Assert.That(await StatesAsync(given), Is.EqualTo(new[] { DeliveryState.DealtWith, DeliveryState.Dead }));
        Assert.That((await office.GetAsync("/severnside/overdue")).Text, Does.Contain("Messages that could not be delivered: 1"));

        var dealt = await office.GetAsync("/severnside/undelivered?show=dealt-with");
        Assert.That(dealt.Text, Does.Contain("The mailbox is full. Dealt with by Board Office. That was at 9am on Monday 13 April 2026.").And.Contain("1 message, the latest first"));
        var file = (await office.GetAsync("/severnside/undelivered?format=csv&show=dealt-with")).Html;
        Assert.That(file, Does.Contain("Dealt with at").And.Contain("Dealt with by Board Office.,9am on Monday 13 April 2026"));
        Assert.That((await PressAsync(given[0], "DealtWith")).Text, Does.Contain("It was no longer among these messages."));

        await office.SendAsync(dealt with { Path = "/severnside/undelivered" }, $"difference: {service.Late.Id}", $"notice: {given[0].Notice.Id}");
        Assert.That(await StatesAsync(given), Is.EqualTo(new[] { DeliveryState.Waiting, DeliveryState.Dead }), "it can still be sent after all");
        await PressAsync(given[1], "DealtWith");
        Assert.That((await office.GetAsync("/severnside/undelivered")).Text, Does.Contain("or was dealt with."));
    }

    [Test]
    public async Task Nobody_deals_with_what_is_another_boards_or_is_on_its_way()
    {
        var given = (await service.GiveUpAsync(1))[0];
        var outbox = service.Service.Services.GetRequiredService<Escalation.Service.Delivery.Outbox>();
        Assert.That(await outbox.DealWithAsync(TestOffice.Moorland, service.Late.Id, given.Notice.Id, "Olwen", default), Is.False);
        Assert.That(await StatesAsync([given]), Is.All.EqualTo(DeliveryState.Dead));
        await outbox.ResendAsync(TestOffice.Severnside, service.Late.Id, given.Notice.Id, default);
        Assert.That(await outbox.DealWithAsync(TestOffice.Severnside, service.Late.Id, given.Notice.Id, "Olwen", default), Is.False);
        Assert.That(await StatesAsync([given]), Is.All.EqualTo(DeliveryState.Waiting));
    }

    [Test]
    public async Task To_look_at_a_page_changes_nothing()
    {
        var given = await service.GiveUpAsync(1);
        foreach (var address in new[] { "undelivered?all=yes", $"undelivered?handler=DealtWith&difference={service.Late.Id}&notice={Uri.EscapeDataString(given[0].Notice.Id)}", "keys/new?agency=county-trust", $"differences/{service.Late.Id}/links?all=yes" })
            await office.GetAsync($"/severnside/{address}");
        Assert.That(await StatesAsync(given), Is.All.EqualTo(DeliveryState.Dead));
        Assert.That(await service.Service.Services.GetRequiredService<Keys>().OfBoardAsync(TestOffice.Severnside, default), Is.Empty);
    }

    [Test]
    public async Task A_form_that_is_not_ours_does_nothing()
    {
        var given = await service.GiveUpAsync(1);
        var page = await office.GetAsync("/severnside/undelivered");
        var refused = await office.SendAsync(page, "form: not ours", "all: yes");
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await StatesAsync(given), Is.All.EqualTo(DeliveryState.Dead));
    }

    [Test]
    public async Task A_key_is_shown_once_and_works_until_it_is_revoked()
    {
        var wrong = await office.FillAsync("/severnside/keys/new", "agency: county-trust", "expires-day: 31", "expires-month: 2", "expires-year: 2027");
        Assert.That(wrong.Errors, Is.EqualTo(new[] { "Select what it needs the key for", "Enter a real date with a day, a month and a year, like 8 10 2026" }));
        Assert.That(wrong.Filled, Has.Member(("agency", "county-trust")).And.Member(("expires-day", "31")), "nothing typed is lost");
        var made = await office.SendAsync(wrong, "scopes: differences:read", "expires-day: 1", "expires-month: 6", "expires-year: 2026");
        Assert.That(made.Heading, Is.EqualTo("The key was made"));
        var secret = System.Text.RegularExpressions.Regex.Match(made.Html, "esk_[0-9a-z]{12}_[0-9a-z]{38}").Value;
        Assert.That((await service.Service.Nobody(secret).GetAsync("/differences")).Status, Is.EqualTo(HttpStatusCode.OK));

        var id = KeyText.Read(secret)!.Id;
        var list = await office.GetAsync("/severnside/keys");
        Assert.That(list.Text, Does.Contain(id).And.Contain("County Trust").And.Contain("reading differences").And.Contain("Monday 1 June 2026"));
        Assert.That(list.Html + (await office.GetAsync("/severnside/keys?format=csv")).Html, Does.Not.Contain(secret[^20..]));
        var revoked = await office.FillAsync($"/severnside/keys/{id}");
        Assert.That(revoked.Text, Does.Contain($"The key {id} no longer works."));
        Assert.That((await service.Service.Nobody(secret).GetAsync("/differences")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await office.GetAsync($"/severnside/keys/{id}")).IsForm, Is.False);
    }

    [Test]
    public async Task A_third_key_for_the_same_is_refused_at_its_field()
    {
        string[] said = ["agency: county-trust", "scopes: differences:read", "expires-day: 1", "expires-month: 6", "expires-year: 2026"];
        for (var i = 0; i < 2; i++) Assert.That((await office.FillAsync("/severnside/keys/new", said)).Errors, Is.Empty);
        Assert.That((await office.FillAsync("/severnside/keys/new", said)).Errors, Has.One.Contains("revoke one of them first"));
    }

    [Test]
    public async Task A_link_that_came_into_the_wrong_hands_is_taken_back()
    {
        var (one, other) = (await service.LinkAsync("county-trust"), await service.LinkAsync("north-council"));
        var page = await office.GetAsync($"/severnside/differences/{service.Late.Id}/links");
        Assert.That(page.Text, Does.Contain("2 links work").And.Contain("County Trust (Referring the concern").And.Contain("You are asked to act in a difference"));
        Assert.That(page.Text, Does.Not.Contain("@example.org"));
        var links = service.Service.Services.GetRequiredService<Links>();
        var id = ((LinkView.Live)await links.LookAsync(one, default)).Link.Id;
        var after = await office.SendAsync(page, $"link: {id}", "all: ");
        Assert.That(after.Text, Does.Contain("What you withdrew no longer opens anything.").And.Contain("1 link works").And.Contain("1 more was sent and works no longer."));
        Assert.That(await links.LookAsync(one, default), Is.InstanceOf<LinkView.Revoked>());
        await office.SendAsync(after, "link: ", "all: yes");
        Assert.That(await links.LookAsync(other, default), Is.InstanceOf<LinkView.Revoked>());
        Assert.That((await office.GetAsync($"/severnside/differences/{service.Late.Id}/links")).Text, Does.Contain("No link works at the moment."));
    }

    [Test]
    public async Task Where_a_laptop_is_no_longer_somebodys_their_sign_ins_are_ended_and_no_address_of_theirs_stands_in_ours()
    {
        var manager = await service.GuestAsync("county-trust-4@example.org");
        Assert.That((await manager.GetAsync("/severnside/differences")).Heading, Is.EqualTo("Your differences"));
        Assert.That((await office.FillAsync("/severnside/sign-ins", "email: not an address")).Errors, Has.One.StartsWith("Enter an email address in the correct format"));
        var ended = await office.FillAsync("/severnside/sign-ins", "email: county-trust-4@example.org");
        Assert.That((ended.Path, ended.Text), Is.EqualTo(("/severnside/sign-ins?ended=1", ended.Text)));
        Assert.That(ended.Text, Does.Contain("1 sign-in was ended."));
        Assert.That((await manager.GetAsync("/severnside/differences")).Heading, Is.EqualTo("What is your work email address?"));
        Assert.That((await office.FillAsync("/severnside/sign-ins", "email: nobody@example.org")).Text, Does.Contain("Nobody is signed in with that address."));
    }

    [Test]
    public async Task When_and_to_whom_the_report_goes_is_changed_and_what_is_wrong_is_said()
    {
        var wrong = await office.FillAsync("/severnside/report-settings", "at: when it suits");
        Assert.That(wrong.Errors, Is.EqualTo(new[] { "Enter a time, like 10:30am or 14:00" }));
        var saved = await office.SendAsync(wrong, "at: 7am", "every-day: yes", "to: board", "stage: 2", "csv: yes", "empty: no");
        Assert.That(saved.Text, Does.Contain("The next report will go out like this."));
        var room = await service.Service.Services.GetRequiredService<BoardRooms>().OfAsync(TestOffice.Severnside, default);
        Assert.That(room.Board.OverdueReport, Is.EqualTo(new ReportSettings(new TimeOnly(7, 0), EveryDay: true, Csv: true, Stage: "2", To: ReportTo.Board)));
        Assert.That((await office.GetAsync("/severnside/overdue")).Text, Does.Contain("The next one is made at 7am on Tuesday 14 April 2026."));
    }

    [Test]
    public async Task Whoever_came_only_to_sign_in_comes_to_what_is_theirs()
    {
        Assert.That((await office.GetAsync("/severnside")).Links, Has.Member("/severnside/differences"));
        using var nobody = new HttpClient { BaseAddress = service.Service.Address };
        Assert.That(await nobody.GetStringAsync("/severnside"), Does.Contain("href=\"/severnside/sign-in\""));
    }

    private async Task<Shown> PressAsync(Owed message, string handler) => await office.SendAsync(
        await office.GetAsync("/severnside/undelivered") with { Path = $"/severnside/undelivered?handler={handler}" },
        $"difference: {message.Difference}", $"notice: {message.Notice.Id}", "all: ");

    private static bool Lists(Shown page, Head head) => page.Links.Contains($"/severnside/differences/{head.Id}");

    private async Task<IEnumerable<DeliveryState>> StatesAsync(IReadOnlyList<Owed> given)
    {
        var now = await service.Service.Office.Journal.NoticesOfAsync(service.Late.Id, default);
        return given.Select(g => now.Single(o => o.Notice.Id == g.Notice.Id).State);
    }

    private async Task<string> KeyAsync() => KeyText.Read(await service.Service.NewKeyAsync(TestOffice.Severnside, "county-trust", new DateOnly(2026, 6, 1), Scope.DifferencesRead))!.Id;

    /// <summary>By the service's own rooms: what another process changes it sees only after a while.</summary>
    private async Task ChangeBoardAsync(Func<Board, Board> change)
    {
        var rooms = service.Service.Services.GetRequiredService<BoardRooms>();
        var paper = (await rooms.PapersAsync(default))[(TestOffice.Severnside, Drawers.Board, TestOffice.Severnside)];
        Assert.That(await rooms.ChangeAsync([change(paper.As<Board>()).ToPaper(paper.Board, paper.Drawer, paper.Id, paper.Edition)], [], default), Is.True);
    }
}
