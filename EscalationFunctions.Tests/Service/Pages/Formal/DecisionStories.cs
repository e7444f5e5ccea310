using Escalation.Core.Differences;
using Escalation.Service.Boards;
using EscalationFunctions.Tests.Service.Api;

namespace EscalationFunctions.Tests.Service.Pages.Formal;

/// <summary>From "this stage cannot settle it" to a decision that binds, on the pages.</summary>
public class DecisionStories
{
    private FormalService one = null!;

    [TearDown]
    public ValueTask Stop() => one.DisposeAsync();

    [Test]
    public async Task A_panel_with_a_neutral_agency_hears_both_sides_and_its_decision_settles_and_closes_it()
    {
        one = await FormalService.StartAsync(stage: "4");
        var (nora, office) = (await one.ManagerAsync(TestService.Council, "4"), await one.OfficeAsync());
        var (before, _) = await nora.DoAsync($"{one.Page}/unresolved", "reason: No agreement on the nights.");
        Assert.That(before, Does.Contain("This hands the decision to others").And.Contain("Chair of the Safeguarding Adults Board chooses how it is decided: Mediation, or Resolution panel, for more complex matters.")
            .And.Contain("is final, and binds every organisation"));
        Assert.That(await OfferedAsync(nora), Has.None.AnyOf("unresolved", "choose-route", "panel", "hearing", "decision"));

        Assert.That(await OfferedAsync(office), Has.Member("choose-route").And.None.AnyOf("panel", "hearing", "decision"));
        await office.DoAsync($"{one.Page}/choose-route", "route: panel", "reason: It is complex.");
        Assert.That((await one.EntriesAsync()).Last(e => e.Fact is Fact.RouteChosen).By, Is.EqualTo(new Actor.Officeholder("Board Office", "board-office", "chair")));

        var (surfaced, _) = await office.DoAsync($"{one.Page}/panel", [.. Member(0, TestService.Council), .. Member(1, TestService.Trust), .. Member(2, TestService.Police), "member-3-another: no"]);
        Assert.That(surfaced, Is.Null, "police are not in dispute");
        Assert.That((await one.LastAsync<Fact.PanelFormed>()).Members.Select(m => m.Agency), Is.EqualTo(new[] { TestService.Council, TestService.Trust, TestService.Police }));

        Assert.That(await OfferedAsync(office), Has.None.EqualTo("decision"), "nobody has been heard");
        foreach (var agency in new[] { TestService.Council, TestService.Trust })
            await office.DoAsync($"{one.Page}/hearing", $"agency: {agency}", "summary: What it put forward.");
        var (final, done) = await office.DoAsync($"{one.Page}/decision", Decision());
        Assert.That(final, Does.Contain("This decision is final and binding").And.Contain("Only the board office can open the difference again."));
        Assert.That((await one.LastAsync<Fact.OutcomeSettled>()).By, Is.EqualTo(SettledBy.BindingDecision));
        Assert.That((await one.LastAsync<Fact.DecisionMade>()).Actions.Single() with { Id = "" }, Is.EqualTo(new ActionAgreed("", "Hold the review", TestService.Trust, "Dee", new DateOnly(2026, 5, 1))));
        Assert.That(done.Text, Does.Contain("The decision is recorded").And.Contain("Reference"));
        await CloseAsync(nora, office);
    }

    [Test]
    public async Task A_panel_of_those_in_dispute_alone_is_pointed_out_and_not_forbidden()
    {
        one = await FormalService.StartAsync(TestOffice.Severnside, "4", TestService.Trust, TestService.Care);
        var office = await AtTheRouteAsync("panel");
        var (surfaced, _) = await office.DoAsync($"{one.Page}/panel", [.. Member(0, TestService.Council), .. Member(1, TestService.Trust), .. Member(2, TestService.Care), "member-3-another: no"]);
        Assert.That(surfaced, Does.Contain("Every member comes from an organisation in dispute").And.Contain("You can name this panel all the same."));
        Assert.That((await one.FactsAsync()).OfType<Fact.Flagged>().Select(f => f.For), Has.Member(FlaggedFor.NoNeutralAgency));
    }

    [Test]
    public async Task While_the_panel_could_not_sit_the_pages_ask_for_the_next_member_and_say_who_is_wanting()
    {
        one = await FormalService.StartAsync(stage: "4");
        var office = await AtTheRouteAsync("panel");
        var first = await office.GetAsync($"{one.Page}/panel");
        Assert.That(first.Text, Does.Contain("Members come from at least 3 different organisations.").And.Contain("The organisations in dispute are among them: North Council and County Trust."));
        Assert.That((await office.SendAsync(first)).Errors, Is.EqualTo(new[] { "Enter the member's name", "Select the post that the member holds", "Select the organisation that the member comes from" }));
        var second = await office.SendAsync(first, Member(0, TestService.Police));
        Assert.That(second.Text, Does.Contain("Member 2 of the panel").And.Contain("Somebody from each of these is still needed: North Council and County Trust."));
        var third = await office.SendAsync(second, Member(1, TestService.Council));
        Assert.That(third.Text, Does.Contain("is still needed: County Trust."));
        Assert.That((await office.SendAsync(third, Member(2, TestService.Trust))).Heading, Is.EqualTo("Does anybody else sit on the panel?"));
        Assert.That((await office.GetAsync($"{one.Page}/panel/check")).Path, Does.EndWith("/member-3-another"), "it is not checked before all was asked");
    }

    [Test]
    public async Task Mediation_needs_no_panel_and_binds_as_well()
    {
        one = await FormalService.StartAsync(stage: "4");
        var office = await AtTheRouteAsync("mediation");
        Assert.That(await OfferedAsync(office), Has.None.EqualTo("panel").And.Member("decision"));
        var (final, _) = await office.DoAsync($"{one.Page}/decision", "decision: Care goes on.", "reasons: No review.", "action-1: no", "outstanding: None.");
        Assert.That(final, Does.Contain("final and binding"));
        Assert.That((await one.EntriesAsync()).Last(e => e.Fact is Fact.DecisionMade).By, Is.EqualTo(new Actor.Officeholder("Board Office", "board-office", "mediation")));
        Assert.That(await OfferedAsync(office), Has.None.AnyOf("decision", "choose-route", "hearing", "unresolved"), "it is settled");
    }

    [Test]
    public async Task The_chair_chooses_and_does_no_more()
    {
        one = await FormalService.StartAsync(stage: "4");
        await one.FillPostAsync("chair", new Reach("Chris Chair", "chair@example.org"));
        await (await one.ManagerAsync(TestService.Trust, "4")).DoAsync($"{one.Page}/unresolved", "reason: No agreement.");
        var chair = await one.GuestAsync("chair@example.org");
        await chair.DoAsync($"{one.Page}/choose-route", "route: panel", "reason: It is complex.");
        Assert.That((await one.EntriesAsync()).Last(e => e.Fact is Fact.RouteChosen).By, Is.EqualTo(new Actor.Officeholder("Chris Chair", "chair")));
        Assert.That(await OfferedAsync(chair), Has.Member("choose-route").And.None.AnyOf("panel", "hearing", "decision"));
        Assert.That((await chair.GetAsync($"{one.Page}/decision")).Heading, Is.EqualTo("This cannot be done now"));
    }

    [Test]
    public async Task Somersets_last_stage_has_nobody_who_decides_and_says_so()
    {
        one = await FormalService.StartAsync(TestOffice.Moorland);
        var nora = await one.ManagerAsync(TestService.Council);
        var (before, _) = await nora.DoAsync($"{one.Page}/unresolved", "reason: No agreement.");
        Assert.That(before, Does.Contain("the last stage has not settled it").And.Contain("Nothing is decided by it and nothing closes"));
        Assert.That(await OfferedAsync(await one.OfficeAsync()), Has.None.AnyOf("unresolved", "choose-route", "panel", "hearing", "decision"));
    }

    [Test]
    public async Task Who_agrees_to_an_outcome_says_why_and_their_words_against_it_are_not_put_in_their_mouth()
    {
        one = await FormalService.StartAsync();
        await one.AskAsync(OfficeDays.Asha, new Command.ProposeOutcome("p", "Care goes on.", "None.", [], []));
        var tess = await one.ManagerAsync(TestService.Trust);
        await tess.ToCheckAsync($"{one.Page}/answer", "agree: no", "reason: It leaves the nights out.");
        var why = await tess.FillAsync($"{one.Page}/answer/agree", "agree: yes");
        Assert.That((why.Heading, why.Filled.Single(f => f.Name == "why").Value), Is.EqualTo(("Why does this settle it for your organisation?", "")));
        Assert.That((await tess.SendAsync(why)).Errors, Is.EqualTo(new[] { "Enter why this settles it for your organisation" }));
        await tess.DoAsync($"{one.Page}/answer", "agree: yes", "why: The nights are covered.");
        Assert.That((await one.LastAsync<Fact.OutcomeConfirmed>()).Reason, Is.EqualTo("The nights are covered."));
    }

    private async Task<Guest> AtTheRouteAsync(string route)
    {
        await (await one.ManagerAsync(TestService.Council, "4")).DoAsync($"{one.Page}/unresolved", "reason: No agreement.");
        var office = await one.OfficeAsync();
        await office.DoAsync($"{one.Page}/choose-route", $"route: {route}", "reason: It suits it.");
        return office;
    }

    /// <summary>The written outcome reaches everybody, and the form is completed.</summary>
    private async Task CloseAsync(Guest nora, Guest office)
    {
        var form = $"{one.Page}/forms/monitoring";
        foreach (var field in new[] { "service-user", "summary", "outcome" }) await office.FillAsync($"{form}/fields/{field}", $"entries.{field}: As decided.");
        foreach (var (who, signature) in new[] { (nora, "initiating"), (await one.ManagerAsync(TestService.Trust, "4"), "receiving") })
            await who.SendAsync(await who.FillAsync($"{form}/sign/{signature}", "designation: director", "read: yes"));
        await one.AskAsync(new Actor.Officeholder("Board Office", "board-office"), new Command.ConfirmTold([TestService.Council, TestService.Trust, "raiser"]));
        Assert.That(await one.LastAsync<Fact.Closed>(), Is.Not.Null);
        Assert.That((await nora.GetAsync(form)).Text, Does.Contain("is no longer filled in").And.Contain("It was completed at"));
    }

    /// <summary>Journeys that the difference's page offers, by their path.</summary>
    private async Task<IReadOnlyList<string>> OfferedAsync(Guest who) =>
        [.. (await who.GetAsync(one.Page)).Links.Select(l => l[(l.LastIndexOf('/') + 1)..])];

    private static string[] Member(int i, string agency) =>
        [$"members[{i}].name: Person {i + 1}", $"members[{i}].post: Vice chair", $"members[{i}].agency: {agency}"];

    private static string[] Decision() =>
    [
        "decision: Care goes on.", "reasons: There was no review.", "action-1: yes", "actions[0].what: Hold the review", "actions[0].agency: county-trust", "actions[0].owner: Dee",
        "actions[0].due-day: 1", "actions[0].due-month: 5", "actions[0].due-year: 2026", "action-2: no", "outstanding: None.",
    ];
}
