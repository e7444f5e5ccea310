using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using static EscalationFunctions.Tests.Service.Access.Doorway;

namespace EscalationFunctions.Tests.Service.Access;

/// <summary>A difference between north-council and county-trust at stage 1; the link is in a letter to the trust's contact at that stage.</summary>
public partial class LinksTests
{
    private const string Contact = "county-trust-1@example.org";

    private Doorway door = null!;
    private string id = null!;

    [SetUp]
    public async Task Open()
    {
        door = await OpenAsync();
        id = await door.Office.RaiseAsync("asha@home.example.org");
    }

    [TearDown]
    public async Task Close() => await door.DisposeAsync();

    [Test]
    public async Task A_link_is_live_and_can_be_looked_at_as_often_as_one_likes_which_changes_nothing()
    {
        var token = await Make(Act);
        var before = await door.Office.Passes.AboutAsync(Escalation.Service.Passes.PassKind.Link, id, default);
        for (var i = 0; i < 5; i++) Assert.That(await Look(token), Is.InstanceOf<LinkView.Live>());
        var after = await door.Office.Passes.AboutAsync(Escalation.Service.Passes.PassKind.Link, id, default);
        Assert.That(after.Select(p => (p.Id, p.Edition)), Is.EqualTo(before.Select(p => (p.Id, p.Edition))));
    }

    [Test]
    public async Task It_outlives_a_restart()
    {
        var token = await Make(Act);
        await door.RestartAsync();
        Assert.That(await Look(token), Is.InstanceOf<LinkView.Live>());
    }

    [Test]
    public async Task A_link_alone_shows_reference_stage_organisations_and_due_time_and_needs_a_code_for_more()
    {
        var live = (LinkView.Live)await Look(await Make(Act));
        var shown = LinkMinimum.Of(live.Opened, await Room());
        DateTimeOffset? due = new MovableClock("2026-04-02T17:00").GetUtcNow();
        Assert.That((shown.Stage, shown.Raising, shown.Due), Is.EqualTo(("1", "North Council", due)));
        Assert.That(shown.Others, Is.EqualTo(new[] { "County Trust" }));
        Assert.That(shown.Reference, Does.StartWith("SV-26-"));
        Assert.That(live.NeedsCode, Is.True);
    }

    [TestCase(true, false, TestName = "Where the stage says that its links are enough, no code is needed")]
    [TestCase(false, true, TestName = "Where it does not, one is")]
    public async Task Whether_a_code_is_needed_is_a_setting_of_the_stage(bool linkAlone, bool needed)
    {
        var live = (LinkView.Live)await Look(await Make(Act));
        var terms = live.Opened.Terms;
        var procedure = terms.Procedure with { Stages = terms.Procedure.Stages.Replace(s => s.Id == "1", s => s with { LinkAlone = linkAlone }) };
        var set = live with { Opened = live.Opened with { Terms = new Terms(procedure, new WorkingDays(Nation.EnglandAndWales), terms.Contacts) } };
        Assert.That(set.NeedsCode, Is.EqualTo(needed));
    }

    [Test]
    public async Task The_code_for_a_link_goes_to_the_address_that_the_link_was_sent_to()
    {
        var live = (LinkView.Live)await Look(await Make(Act));
        var asked = (CodeAsked.Asked)await door.Codes.RequestAsync(live, default);
        var letter = (await door.NewLettersAsync()).Single();
        Assert.That(letter, Does.Contain($"To: <{Contact}>").And.Contain($"Subject: [{live.Opened.Standing.Reference}] Your code"));
        var signedIn = (CodeTried.SignedIn)await door.Codes.TryAsync(asked.Challenge, CodeIn(letter), default);
        Assert.That(Admittance.Of((await door.Visitors.InAsync(signedIn.SignIn, live.Opened, default))!, live.Opened, await Room(), new(2026, 4, 1)),
            Is.EqualTo(new Place[] { new Place.Contact("county-trust") }));
    }

    [Test]
    public async Task A_link_lets_whoever_has_it_be_its_person_in_its_difference_and_nothing_else()
    {
        var signIn = ((LinkView.Live)await Look(await Make(Act))).ToSignIn();
        var other = await door.Office.RaiseAsync();
        Assert.That((await door.Visitors.InAsync(signIn, await door.OpenedAsync(id), default))!.Agency, Is.EqualTo("county-trust"));
        Assert.That(await door.Visitors.InAsync(signIn, await door.OpenedAsync(other), default), Is.Null);
        Assert.That(await door.Visitors.OfAsync(signIn, default), Is.Null);
        Assert.That((signIn.Via, signIn.IsFreshAt(door.Clock.GetUtcNow())), Is.EqualTo((Via.Link, false)));
    }

    [TestCase("", TestName = "Nothing")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", TestName = "Another secret")]
    public async Task What_is_no_link_of_ours_is_unknown(string token) => Assert.That(await Look(token), Is.InstanceOf<LinkView.Unknown>());

    [Test]
    public async Task Its_id_does_not_open_it()
    {
        await Make(Act);
        Assert.That(await Look((await door.Links.OfDifferenceAsync(id, default)).Single().Id), Is.InstanceOf<LinkView.Unknown>());
    }

    [Test]
    public async Task A_new_link_goes_to_whoever_is_registered_now_and_the_old_one_says_nothing_of_them()
    {
        await Make(Act);
        await door.Office.ChangeAgencyAsync("county-trust", all => all.Replace(c => c.Id == "county-trust-1", c => c with { Email = "new@example.org" }));
        await SendNew();
        var letter = (await door.NewLettersAsync()).Single();
        Assert.That(letter, Does.Contain("To: <new@example.org>").And.Not.Contain(Contact));
        var live = (LinkView.Live)await Look(TokenIn(letter));
        Assert.That((live.Link.For.Task, live.Link.For.Email), Is.EqualTo((Act.Task, "new@example.org")));
    }

    [Test]
    public async Task Where_the_task_is_over_the_new_link_is_to_read()
    {
        await Make(Act);
        await Done(OfficeDays.Asha, new Command.Escalate("1", "Nobody answers."));
        await SendNew();
        Assert.That(((LinkView.Live)await Look(TokenIn((await door.NewLettersAsync()).Single()))).Link.For.Task, Is.InstanceOf<LinkTask.Read>());
    }

    [Test]
    public async Task Nobodys_mailbox_is_flooded_with_new_links()
    {
        await Make(Act);
        var link = (await door.Links.OfDifferenceAsync(id, default)).Single().Id;
        for (var i = 0; i < 8; i++) await door.Links.SendNewAsync(link, Address, default);
        Assert.That(await door.NewLettersAsync(), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_browser_keeps_which_link_it_was_sealed_and_for_some_hours()
    {
        var token = await Make(Act);
        var (value, until) = door.Cookies.Make(token);
        Assert.That(await door.Links.LookByIdAsync(door.Cookies.Read(value)!, default), Is.InstanceOf<LinkView.Live>());
        Assert.That(value, Does.Not.Contain(token).And.Match("^[A-Za-z0-9_-]+$"));
        Assert.That(door.Cookies.Read(value[..^3] + (value[^3] == 'A' ? "B" : "A") + value[^2..]), Is.Null, "somebody changed it");
        foreach (var wrong in new[] { "", "x", "a b", new string('A', 2000) }) Assert.That(door.Cookies.Read(wrong), Is.Null, wrong);
        door.Clock.MoveTo(until);
        Assert.That(door.Cookies.Read(value), Is.Null);
    }

    [Test]
    public async Task The_link_of_a_notice_is_for_what_it_asks_and_whom_it_goes_to()
    {
        var opened = await door.OpenedAsync(id);
        var owed = (await door.Office.Journal.NoticesOfAsync(id, default))
            .First(o => o.Notice is { Kind: NoticeKind.StageEntered, To: Recipient.Rung { Agency: "county-trust" } });
        Assert.That(LinkFor.Of(owed, opened, Contact), Is.EqualTo(Act with { Contact = "county-trust-1" }));
    }

    private LinkFor Act => new(BoardId, id, "1", new LinkTask.Act("1"), new Recipient.Rung("county-trust", "1"), Contact);

    private Task<string> Make(LinkFor made) => door.Links.MakeAsync(made, default);

    private Task<LinkView> Look(string token) => door.Links.LookAsync(token, default);

    private async Task SendNew() => await door.Links.SendNewAsync((await door.Links.OfDifferenceAsync(id, default)).Single().Id, Address, default);

    private Task<Reply.Done> Done(Actor by, Command command) => door.Office.DoneAsync(id, by, command);

    private async Task<BoardRoom> Room() => await door.Office.Rooms.OfAsync(BoardId, default);

    private static Uri Address(string token) => new($"https://differences.example.org/severnside/link/{token}");

    private static string TokenIn(string letter) => letter.Split("/link/")[1].Split('\r', '\n')[0];
}
