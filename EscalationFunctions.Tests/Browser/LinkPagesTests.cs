using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Browser;

/// <summary>Links that are over, or in the wrong hands: each page says what happened and what to do.</summary>
[Category("Browser")]
[Order(4)]
public class LinkPagesTests
{
    private const string Leila = "leila.adeyinka@example.org";

    private LiveService service = null!;
    private Raised raised = null!;
    private Person leila = null!;

    [SetUp]
    public async Task Open()
    {
        service = await LiveService.OpenAsync("2026-10-06T10:00");
        raised = await Raised.InAsync(service);
        leila = await Person.ComesAsync(service, Leila, Guise.Phone);
    }

    [TearDown]
    public async Task Close()
    {
        await leila.DisposeAsync();
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [Test]
    public async Task A_newer_link_takes_the_place_of_the_older_which_says_so_and_sends_another()
    {
        var older = await LinkToLeilaAsync();
        await service.UntilNextDueAsync();
        Assert.That((await LinkToLeilaAsync()).AbsolutePath, Is.Not.EqualTo(older.AbsolutePath), "she was reminded");
        await leila.GoAsync(older.ToString());
        await leila.SeesAsync("There is a newer link", "Please use the one in that message", "sign in");
        await leila.PressAsync("Send a new link to the registered address");
        await leila.SeesAsync("a new link is on its way", "It goes to the address that is registered now");
        await leila.ComeByLetterAsync();
        await leila.SeesAsync("What you can do now");
    }

    [Test]
    public async Task A_link_whose_time_is_over_says_until_when_it_was_good()
    {
        var link = await LinkToLeilaAsync();
        await service.PassAsync(Links.Longest + TimeSpan.FromHours(1));
        await leila.GoAsync(link.ToString());
        await leila.SeesAsync("This link has expired", "It was good until", "November 2026", "Send a new link to the registered address");
    }

    [Test]
    public async Task A_link_that_was_taken_back_says_so_and_sends_nothing()
    {
        var link = await LinkToLeilaAsync();
        await service.App.Services.GetRequiredService<Links>().RevokeAllOfAsync(raised.Id, default);
        await leila.GoAsync(link.ToString());
        await leila.SeesAsync("This link was taken back", "nobody can use it any more", "sign in");
        Assert.That(await leila.Button("Send a new link to the registered address").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task In_somebody_elses_hands_a_link_shows_the_least_and_its_code_goes_to_whom_it_was_sent()
    {
        var link = await LinkToLeilaAsync();
        await using var gwen = await Person.ComesAsync(service, "gwen.bramhope@example.org", Guise.Phone);
        await gwen.GoAsync(link.ToString());
        await gwen.SeesAsync("Severnside Council", "Send me a code");
        Assert.That(await gwen.TextAsync(), Does.Not.Contain("niece"));
        await gwen.PressAsync("Send me a code");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.PostIsOutAsync(patience.Token);
        Assert.That(service.Post.To(gwen.Email).Where(l => l.Code.Length > 0), Is.Empty);
        Assert.That(service.Post.To(Leila).Where(l => l.Code.Length > 0), Has.One.Items);
        await gwen.GoAsync($"/severnside/differences/{raised.Id}");
        Assert.That(gwen.Heading, Is.EqualTo("What is your work email address?"));
    }

    [Test]
    public async Task A_link_that_was_altered_is_none()
    {
        var link = (await LinkToLeilaAsync()).ToString();
        await leila.GoAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'));
        await leila.SeesAsync("This link does not work", "check that all of it came over");
    }

    [Test]
    public async Task What_was_done_by_a_link_is_not_done_again_by_it()
    {
        await raised.ProposesAsync();
        var link = await LinkToLeilaAsync("proposed outcome");
        await DisagreeAsync();
        await leila.GoAsync(link.ToString());
        await leila.SeesAsync("It has been done already", "Estuary Hospitals NHS Trust has done what this link asks for", "You can still read how it stands");
    }

    [Test]
    public async Task Where_the_other_side_has_ended_it_meanwhile_the_page_says_when()
    {
        await raised.ProposesAsync();
        await leila.ComeByLetterAsync("proposed outcome");
        await leila.PickAsync("Does your organisation agree to this outcome?", "No, we do not agree");
        await leila.AnswerAsync("Why do you not agree?", "It is not enough.");
        await raised.WithdrawnAsync();
        await leila.PressAsync("Send our answer");
        await leila.SeesAsync("This cannot be done now");
        await leila.GoAsync((await LinkToLeilaAsync("proposed outcome")).ToString());
        await leila.SeesAsync("The difference has ended", "withdrawn at", "nothing left to do by this link");
    }

    [Test]
    public async Task Where_the_difference_has_gone_up_the_page_says_to_which_stage()
    {
        await raised.ProposesAsync();
        var link = await LinkToLeilaAsync("proposed outcome");
        while ((await service.Desk.OpenAsync(raised.Id, default))!.Standing.Stage != "2") await service.UntilNextDueAsync();
        await leila.GoAsync(link.ToString());
        await leila.SeesAsync("The difference has moved on", "stage 2 (Discussing the concern, manager to manager)", "Nothing that was decided or said before is lost");
    }

    [Test]
    public async Task Of_two_managers_who_decide_at_once_one_stands_and_the_other_is_told()
    {
        await raised.ProposesAsync();
        await using var gwen = await Person.ComesAsync(service, "gwen.bramhope@example.org", Guise.Desktop);
        await leila.SignInAsync(LiveService.Severnside);
        await gwen.SignInAsync(LiveService.Severnside);
        foreach (var manager in (Person[])[leila, gwen])
        {
            await manager.GoAsync($"/severnside/differences/{raised.Id}/answer");
            await manager.PickAsync("Does your organisation agree to this outcome?", "No, we do not agree");
            await manager.AnswerAsync("Why do you not agree?", $"The reason of {manager.Email}.");
        }

        await Task.WhenAll(leila.PressAsync("Send our answer"), gwen.PressAsync("Send our answer"));
        Assert.That((await service.FactsAsync(raised.Id)).OfType<Fact.OutcomeDisputed>().Count(), Is.EqualTo(1));
        var told = leila.Heading == "Your answer has gone to the others" ? gwen : leila;
        Assert.That(new[] { leila.Heading, gwen.Heading }, Has.One.EqualTo("Your answer has gone to the others"));
        Assert.That(await told.TextAsync(), Does.Contain("Something has happened since you began").Or.Contain("This cannot be done now"));
    }

    private async Task DisagreeAsync()
    {
        await leila.ComeByLetterAsync("proposed outcome");
        await leila.PickAsync("Does your organisation agree to this outcome?", "No, we do not agree");
        await leila.AnswerAsync("Why do you not agree?", "It is not enough.");
        await leila.SendAsync("Send our answer", "Your answer has gone to the others");
    }

    private async Task<Uri> LinkToLeilaAsync(string about = "")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.PostIsOutAsync(patience.Token);
        return service.Post.To(Leila).Last(l => l.Links.Count > 0 && l.Subject.Contains(about, StringComparison.Ordinal)).Links[0];
    }
}

/// <summary>A difference that the council has raised with the hospital, to begin a story in the middle.</summary>
internal sealed class Raised(LiveService service, string id)
{
    private static readonly Actor.Worker Maya = new("Maya Okonjo-Vale", "social worker", "severnside-council");

    public string Id => id;

    public static async Task<Raised> InAsync(LiveService service)
    {
        var concern = new Escalation.Core.Differences.Concern("SC-1", "Nobody has looked into what her niece told the ward.", "She stays until somebody has.", "not-safe");
        var raise = new Command.Raise("", concern, ["estuary-hospitals"], [], service.Now, new(Maya.Name, Maya.Role, "maya.okonjo-vale@example.org"), []);
        return new Raised(service, Done(await service.Desk.RaiseAsync(LiveService.Severnside, Maya, raise, null, default)));
    }

    public Task ProposesAsync() => AskAsync(new Command.ProposeOutcome(
        "call", "The ward rings her on Saturday.", "None.", [ToRing("ring", "Ring her at ten"), ToRing("ring-again", "Ring her at six")], []));

    public Task WithdrawnAsync() => AskAsync(new Command.Withdraw("It was settled on the ward."));

    private ActionAgreed ToRing(string called, string what) => new(called, what, "estuary-hospitals", "The ward sister", LondonTime.DayOf(service.Now).AddDays(20));

    private async Task AskAsync(Command command) => Done(await service.Desk.AskAsync(new Question(id, Maya, command), default));

    private static string Done(Reply reply) => reply is Reply.Done done ? done.Opened.Head.Id
        : throw new InvalidOperationException(string.Join(" ", ((Reply.Refused)reply).Refusals.Select(r => r.Sentence)));
}
