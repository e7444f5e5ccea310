using System.Net;
using System.Text.RegularExpressions;
using Escalation.Service.Pages.Plain;
using EscalationFunctions.Tests.Server;

namespace EscalationFunctions.Tests.Service.Pages.Record;

/// <summary>The pages as a browser gets them, over the invented boards of the demonstration.</summary>
public partial class PagesTests
{
    private readonly Dictionary<string, Reader> signedIn = [];

    private DemoService demo = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => demo = await DemoService.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var reader in signedIn.Values) reader.Dispose();
        await demo.DisposeAsync();
    }

    [TestCase("/", "Choose your board", "Severnside Safeguarding Adults Board")]
    [TestCase("/severnside", "How it works", "Stage 2: Discussing the concern, manager to manager", "Within 2 working days of the outset: settle the difference; then it goes to stage 3 by itself.", "call 999")]
    [TestCase("/moorland", "How it works", "Raise a difference")]
    [TestCase("/severnside/procedure", "Flowchart", "/severnside/procedure.svg", "In words")]
    [TestCase("/severnside/accessibility", "Accessibility statement", "severnside-office@example.org", "What we have not tested")]
    [TestCase("/severnside/privacy", "Privacy notice", "For how long")]
    [TestCase("/severnside/cookies", "__Host-sign-in", "__Host-code", "__Host-link", "__Host-form")]
    public async Task Anybody_can_read_what_the_board_says_of_itself(string address, params string[] words)
    {
        using var reader = new Reader(demo);
        var (status, at, text) = await reader.GetAsync(address);
        Assert.That((status, at), Is.EqualTo((HttpStatusCode.OK, address)));
        Assert.That(words.Where(w => !text.Contains(w, StringComparison.Ordinal)), Is.Empty);
        Assert.That(H1().Count(text), Is.EqualTo(1));
    }

    [TestCase("/nowhere", TestName = "A_board_that_is_not_here_has_no_home")]
    [TestCase("/nowhere/procedure.svg", TestName = "Nor_a_drawing")]
    [TestCase("/nowhere/privacy", TestName = "Nor_a_privacy_notice")]
    public async Task Missing(string address)
    {
        using var reader = new Reader(demo);
        Assert.That((await reader.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_procedure_is_served_as_a_drawing()
    {
        using var client = demo.Client;
        using var answer = await client.GetAsync("/severnside/procedure.svg");
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("<svg").And.Contain("Discussing the concern"));
    }

    [Test]
    public async Task A_manager_finds_what_waits_for_them_reads_it_and_takes_a_copy_for_the_file()
    {
        var reader = await SignedInAsync("keziah.foxcombe@example.org");
        var list = await reader.GetAsync("/severnside/differences");
        Assert.That(list.Text, Does.Contain("1 is waiting for you").And.Contain("Open Door Severnside with Tideway Community Health"));
        var address = Link().Match(list.Text).Groups[1].Value;

        var page = await reader.GetAsync(address);
        string[] expected =
        [
            "What you can do now", "Who needs to act next", "Why then", "Progress so far", "The outcome on the table", "Proposed it", "Not answered yet",
            "A nurse and Open Door visit together on Thursdays.", "Who is involved", "The record", "proposed an outcome.",
        ];
        Assert.That(expected.Where(w => !page.Text.Contains(w, StringComparison.Ordinal)), Is.Empty);
        Assert.That(TitleOf(page.Text), Does.Match("^SV-[^ ]+ – "), "the tab says the reference and nobody's name");

        var copy = await reader.GetAsync($"{address}/record");
        Assert.That(copy.Text, Does.Contain("Copy made by").And.Contain("Keziah Foxcombe (Line manager and safeguarding lead), ").And.Contain("version 2021-06"));
        Assert.That(copy.Text.IndexOf("raised it with", StringComparison.Ordinal), Is.LessThan(copy.Text.IndexOf("proposed an outcome.", StringComparison.Ordinal)), "oldest first");
    }

    [Test]
    public async Task Who_has_a_proposal_to_answer_sees_that_as_the_one_thing_to_do_first()
    {
        var reader = await SignedInAsync("quentin.pellworthy@example.org");
        var address = Link().Match((await reader.GetAsync("/severnside/differences")).Text).Groups[1].Value;
        Assert.That(Primary().Matches((await reader.GetAsync(address)).Text).Select(m => m.Groups[1].Value), Is.EqualTo(new[] { $"{address}/answer" }));
    }

    [Test]
    public async Task Somebody_of_another_agency_gets_neither_the_page_nor_the_record_and_does_not_find_it()
    {
        var office = await SignedInAsync("severnside-office@example.org");
        var all = await office.GetAsync("/severnside/differences");
        var address = Link().Matches(all.Text).Select(m => m.Groups[1].Value).First();
        var reference = Reference().Match(all.Text).Value;
        var other = await SignedInAsync("zara.oakenshaw@example.org");
        Assert.That((await other.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await other.GetAsync($"{address}/record")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await other.GetAsync("/severnside/differences")).Text, Does.Contain("There is nothing here for you."));
        Assert.That((await other.GetAsync($"/severnside/differences?reference={reference}")).Text, Does.Contain($"There is none with the reference {reference} that you can see"));
        Assert.That((await office.GetAsync($"/severnside/differences?reference=+{reference.ToLowerInvariant()}")).Address, Is.EqualTo(address));
    }

    [TestCase("late", "Overdue")]
    [TestCase("closed", "Closed")]
    [TestCase("withdrawn", "Withdrawn")]
    [TestCase("redirected", "Sent elsewhere")]
    [TestCase("nonsense", "Open")]
    public async Task A_list_shows_which_it_is(string show, string words)
    {
        var office = await SignedInAsync("severnside-office@example.org");
        var (status, _, text) = await office.GetAsync($"/severnside/differences?show={show}");
        Assert.That((status, Current().Match(text).Groups[1].Value), Is.EqualTo((HttpStatusCode.OK, words)));
    }

    [TestCase("%2F")]
    [TestCase("AAAA")]
    [TestCase("OTk5OTk5OTk5OTk5OTk5OTk5OTkuMQ")]
    public async Task A_place_in_the_list_that_is_none_begins_the_list_anew(string after)
    {
        var office = await SignedInAsync("severnside-office@example.org");
        var (status, at, _) = await office.GetAsync($"/severnside/differences?after={after}");
        Assert.That((status, at), Is.EqualTo((HttpStatusCode.OK, "/severnside/differences")));
    }

    [Test]
    public async Task Every_cookie_that_is_set_on_the_way_in_is_on_the_page_about_cookies()
    {
        var reader = await SignedInAsync("keziah.foxcombe@example.org");
        Assert.That(reader.EverSet, Is.SupersetOf(new[] { "__Host-sign-in", "__Host-code", "__Host-form" }).And.SubsetOf(CookiesPage.All.Select(c => c.Name)));
    }

    /// <summary>Each person signs in once for all tests: an address is sent five codes an hour.</summary>
    private async Task<Reader> SignedInAsync(string email)
    {
        if (signedIn.TryGetValue(email, out var before)) return before;
        var reader = new Reader(demo);
        await reader.SignInAsync("severnside", email);
        return signedIn[email] = reader;
    }

    private static string TitleOf(string page) => Tab().Match(page).Groups[1].Value;

    [GeneratedRegex("<h1")]
    private static partial Regex H1();

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Tab();

    [GeneratedRegex("govuk-link esc-reference\" href=\"(/severnside/differences/[^\"?/]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("SV-[0-9]+-[A-Z0-9]+")]
    private static partial Regex Reference();

    [GeneratedRegex("<a href=\"([^\"]+)\" class=\"govuk-button\"")]
    private static partial Regex Primary();

    [GeneratedRegex("aria-current=\"page\">([^<]*)</a></li>\\s*(?:<li><a class=\"govuk-link\" href=\"\\?|</ul>\\s*</nav>\\s*<(?:table|h2))")]
    private static partial Regex Current();
}
