using System.Text.RegularExpressions;
using Escalation.Service.Pages.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Browser;

/// <summary>Whatever a page offers is taken up once by somebody to whom it is offered, to the confirmation.</summary>
[Category("Browser")]
[Order(7)]
public partial class EveryActTests
{
    // They end a difference, or have everything wait for the board office, and so come last.
    private static readonly string[] Last = ["unresolved", "not-mine", "withdraw", "send-elsewhere", "reopen"];

    // They take it from the stage at which others are offered.
    private static readonly string[] Late = ["take-further", "mark-risk", "answer", .. Last];

    private readonly HashSet<string> done = [];
    private HashSet<string> acts = [];
    private LiveService service = null!;

    [SetUp]
    public async Task Open()
    {
        done.Clear();
        service = await LiveService.OpenAsync("2026-10-06T10:00");
        // A difference's page leads to others as well, such as its record.
        acts = [.. service.App.Services.GetServices<Journey>().Select(j => j.Path)];
    }

    [TearDown]
    public async Task Close()
    {
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [TestCase("phone")]
    [TestCase("desktop")]
    public async Task Whatever_is_offered_can_be_done_to_the_end(string on)
    {
        var guise = on == Guise.Phone.Name ? Guise.Phone : Guise.Desktop;
        var raised = await Raised.InAsync(service);
        await EverybodyAsync(raised, guise, Late);
        await raised.ProposesAsync();
        await EverybodyAsync(raised, guise, Last);
        await EverybodyAsync(raised, guise, ["withdraw", "send-elsewhere"]);
        await EverybodyAsync(raised, guise, ["withdraw"]);
        Assert.That(done, Is.SupersetOf(new[] { "answer", "count-again", "find-out", "lift-risk", "not-mine", "propose", "send-elsewhere", "take-further" }));
    }

    [TestCase("phone")]
    [TestCase("desktop")]
    public async Task What_comes_after_the_end_can_be_done_too(string on)
    {
        var guise = on == Guise.Phone.Name ? Guise.Phone : Guise.Desktop;
        var raised = await Raised.InAsync(service);
        await raised.ProposesAsync();
        await using (var leila = await Person.ComesAsync(service, "leila.adeyinka@example.org", guise))
        {
            await leila.SignInAsync(LiveService.Severnside);
            await leila.WalkAsync($"/severnside/differences/{raised.Id}/answer", "Yes, we agree");
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.PostIsOutAsync(patience.Token);
        await EverybodyAsync(raised, guise, Last);
        await EverybodyAsync(raised, guise, ["withdraw", "send-elsewhere", "not-mine"]);
        Assert.That(done, Is.SupersetOf(new[] { "change-action", "complete-action", "debrief", "feedback", "learning", "reopen" }));
    }

    [TestCase("phone")]
    [TestCase("desktop")]
    public async Task Where_the_adult_is_at_risk_it_can_go_to_any_stage_and_what_was_raised_can_be_withdrawn(string on)
    {
        var address = $"/severnside/differences/{(await Raised.InAsync(service)).Id}";
        await using var maya = await Person.ComesAsync(service, "maya.okonjo-vale@example.org", on == Guise.Phone.Name ? Guise.Phone : Guise.Desktop);
        await maya.SignInAsync(LiveService.Severnside);
        await maya.WalkAsync($"{address}/mark-risk");
        await maya.WalkAsync($"{address}/take-further");
        await maya.WalkAsync($"{address}/arrange-meeting");
        await maya.WalkAsync($"{address}/arrange-meeting");
        await maya.WalkAsync($"{address}/record-meeting");
        await maya.WalkAsync($"{address}/withdraw");
        Assert.That(maya.Heading, Is.EqualTo("It has been withdrawn"));
    }

    [Test]
    public async Task What_is_raised_can_start_higher_for_a_colleague_or_belong_elsewhere()
    {
        await using var maya = await Person.ComesAsync(service, "maya.okonjo-vale@example.org", Guise.Phone);
        await maya.SignInAsync(LiveService.Severnside);
        await maya.WalkAsync("/severnside/raise", "Is the adult at immediate risk?", "Earlier", "A colleague: I am entering it for them", "Stage 3: Raising the concern, senior manager to senior manager");
        Assert.That(maya.Heading, Is.EqualTo("The difference has been raised"));
        await maya.WalkAsync("/severnside/raise", "Is this a complaint", "Yes, record that it was sent elsewhere");
        Assert.That(maya.Heading, Is.EqualTo("It is on the record that it belongs elsewhere"));
        await maya.GoAsync("/severnside/raise");
        await maya.PressAsync("Continue");
        await maya.PickAsync(maya.Heading, "Yes");
        await maya.PickAsync("Should the board have a record of it?", "No, stop here");
        await maya.SeesAsync("Nothing was recorded", "Where to go instead");
    }

    [Test]
    public async Task A_complaint_beside_it_stops_nothing_at_the_other_board()
    {
        await using var imran = await Person.ComesAsync(service, "imran.fenwright@example.org", Guise.Phone);
        await imran.SignInAsync(LiveService.Moorland);
        await imran.WalkAsync("/moorland/raise", "Is somebody making a formal complaint as well?");
        Assert.That(imran.Heading, Is.EqualTo("The difference has been raised"));
    }

    private async Task EverybodyAsync(Raised raised, Guise guise, string[] notYet)
    {
        foreach (var mailbox in (string[])["maya.okonjo-vale", "leila.adeyinka", "severnside-office"])
        {
            await using var person = await Person.ComesAsync(service, $"{mailbox}@example.org", guise);
            await person.SignInAsync(LiveService.Severnside, "Oona Office", "board officer");
            await EverythingOfferedAsync(person, $"/severnside/differences/{raised.Id}", notYet);
        }
    }

    private async Task EverythingOfferedAsync(Person person, string address, string[] notYet)
    {
        while (true)
        {
            await person.GoAsync(address);
            var offers = await person.Page.Locator("main a[href]").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
            var next = offers.Select(href => Offer().Match(href)).Where(m => m.Success).Select(m => m.Groups[1].Value)
                .FirstOrDefault(path => acts.Contains(path) && !notYet.Contains(path) && !done.Contains(path));
            if (next is null) return;
            await person.WalkAsync($"{address}/{next}", "No, we do not agree");
            done.Add(next);
            // What it brought about is due, or has to be told, before the next is looked for.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await service.PostIsOutAsync(patience.Token);
        }
    }

    [GeneratedRegex("^/severnside/differences/[0-9a-z]+/([a-z-]+)$")]
    private static partial Regex Offer();
}
