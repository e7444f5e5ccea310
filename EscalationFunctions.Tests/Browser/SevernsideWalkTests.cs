using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Browser;

/// <summary>South Gloucestershire's procedure from the first concern to the last word, as those who act in it see it.</summary>
[Category("Browser")]
[Order(2)]
public class SevernsideWalkTests
{
    private static readonly Concern Discharge = new(
        "SC-4471-Marked", "She is to go home on Friday, marked-summary. Nobody has looked into what her niece told the ward.",
        "She stays until the concern was looked into, marked-wanted.", "A decision or action seems unsafe for the adult");

    private LiveService service = null!;
    private Guise guise = null!;
    private string id = "";
    private readonly List<string> addresses = [];

    [TearDown]
    public async Task Close()
    {
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [TestCaseSource(nameof(Guises))]
    [CancelAfter(600_000)]
    public async Task Whole(object seenWith, CancellationToken cancel)
    {
        guise = (Guise)seenWith;
        service = await LiveService.OpenAsync("2026-12-22T10:00");
        await PractitionersTryAsync();
        await UntilStageAsync("2");
        await ManagersTryAsync();
        await UntilStageAsync("3");
        await SeniorManagersFillTheFormAsync();
        await UntilStageAsync("4");
        await RepresentativesHandItOnAsync();
        await ThePanelDecidesAsync();
        await TheFormSaysWhatCameOfItAsync();
        await service.PostIsOutAsync(cancel);
        await Service.Eventually.TrueAsync(async () => (await service.FactsAsync(id)).Any(f => f is Fact.Closed), cancel);
        await EverybodyLooksBackAsync();
        await service.PostIsOutAsync(cancel);
        NobodyElseLearntOfHer();
    }

    private async Task PractitionersTryAsync()
    {
        await AsAsync("maya.okonjo-vale", async maya =>
        {
            await maya.SignInAsync(LiveService.Severnside);
            await maya.RaiseAsync(2, "Estuary Hospitals NHS Trust", Discharge);
            id = (await service.Journal.IdsAsync("", 2, default)).Single();
            await maya.FollowAsync("Go to the difference");
            await maya.SeesAsync("What you can do now", "Who needs to act next", "5pm on Wednesday 23 December 2026");
        });
        await AsAsync("leila.adeyinka", async leila =>
        {
            await leila.OpenLatestLetterAsync();
            await leila.SeesAsync("Severnside Council", "Estuary Hospitals NHS Trust", "Opening this page has decided nothing");
            Assert.That(await leila.TextAsync(), Does.Not.Contain("niece"), "a link alone shows the least");
            Assert.That(leila.Page.Url, Does.EndWith("/severnside/link"), "the secret has left the address");
            await leila.ComeByLetterAsync();
            await leila.SeesAsync(Discharge.Summary);
            await leila.TakeUpAsync("Say that you have received it");
            await leila.SendAsync("We have received it", "You have said that you received it");
        });
        await AsAsync("maya.okonjo-vale", async maya =>
        {
            await maya.ComeByLetterAsync();
            await maya.DiscussAsync("Leila Adeyinka", "Discuss it with the other practitioner");
        });
    }

    private async Task ManagersTryAsync()
    {
        await AsAsync("gwen.bramhope", async gwen =>
        {
            await gwen.ComeByLetterAsync();
            await gwen.ProposeAsync("The ward rings her on Saturday.", ("Ring her at ten", "Estuary Hospitals NHS Trust", "The ward sister", new DateOnly(2027, 1, 9)));
        });
        await AsAsync("tomos.quarrell", async tomos =>
        {
            await tomos.ComeByLetterAsync();
            if (!tomos.Page.Url.Contains("/answer", StringComparison.Ordinal)) await tomos.TakeUpAsync("Agree or disagree with the proposed outcome");
            await tomos.SeesAsync("The ward rings her on Saturday.");
            await tomos.PressAsync("Continue");
            await tomos.SeesAsync("There is a problem", "Select whether your organisation agrees");
            await tomos.PickAsync("Does your organisation agree to this outcome?", "No, we do not agree");
            await tomos.AnswerAsync("Why do you not agree?", "Her niece would answer the telephone.");
            await tomos.SendAsync("Send our answer", "Your answer has gone to the others");
        });
    }

    private async Task SeniorManagersFillTheFormAsync()
    {
        await AsAsync("priya.eastwater", async priya =>
        {
            await priya.ComeByLetterAsync();
            await priya.TakeUpAsync("Fill in the form: Monitoring form");
            await priya.SeesAsync("0 of 3 parts that are needed have been filled in");
            await priya.FillPartAsync("Name of the person who uses the service", Discharge.Reference);
            await priya.FillPartAsync("What the difference is about, in summary", "The hospital thinks that she can go home with a call a day; the council does not.");
            await priya.FillPartAsync("Outcomes or actions that were agreed", "Not settled. It goes to stage 4.");
            await priya.SignAsync("Manager who brings it", "Service manager");
        });
        await AsAsync("hamza.inglemere", async hamza =>
        {
            await hamza.ComeByLetterAsync();
            if (!hamza.Page.Url.Contains("/forms/", StringComparison.Ordinal)) await hamza.TakeUpAsync("Fill in the form: Monitoring form");
            await hamza.SignAsync("Manager who receives it", "Safeguarding lead");
            await hamza.FollowAsync("The whole form, to read or print for your file");
            await hamza.SeesAsync("Service manager", "Safeguarding lead");
        });
    }

    private async Task RepresentativesHandItOnAsync()
    {
        await AsAsync("callum.lorimond", async callum =>
        {
            await callum.ComeByLetterAsync();
            await callum.TakeUpAsync("Say that this stage cannot settle it");
            await callum.AnswerAsync("What is still unresolved?", "The representatives met and could not agree.");
            await callum.SendAsync("This stage cannot settle it", "It is recorded that this stage cannot settle it");
            // The form went there at the stage before; it is enough to say so.
            await callum.WalkAsync($"/severnside/differences/{id}/duty");
        });
        await AsAsync("severnside-chair", async chair =>
        {
            await chair.ComeByLetterAsync();
            if (!chair.Page.Url.Contains("choose-route", StringComparison.Ordinal)) await chair.TakeUpAsync("Choose how it is decided");
            await chair.PickAsync("How is it decided?", "Resolution panel, for more complex matters");
            await chair.AnswerAsync("Why in this way?", "It is complex.");
            await chair.SendAsync("Choose this way", "The way to a decision has been chosen");
        });
    }

    private Task ThePanelDecidesAsync() => AsAsync("severnside-panel", async panel =>
    {
        await panel.ComeByLetterAsync();
        await panel.TakeUpAsync("Name the panel");
        foreach (var (name, post, agency) in ((string, string, string)[])[
            ("Callum Lorimond", "Vice chair", "Severnside Council"), ("Isolde Prendervale", "Sub-group chair", "Estuary Hospitals NHS Trust"),
            ("Xanthe Lindqvist", "Independent chair", "Severn Vale Police")])
        {
            await panel.FillAsync("Name", name);
            await panel.ChooseAsync(post, "Post");
            await panel.ChooseAsync(agency, "Which organisation do they come from?");
            await panel.PressAsync("Continue");
        }

        await panel.PickAsync("Does anybody else sit on the panel?", "No");
        await panel.SendAsync("Name this panel", "The panel is named");
        foreach (var agency in (string[])["Severnside Council", "Estuary Hospitals NHS Trust"])
        {
            await panel.FollowAsync("Go to the difference");
            await panel.TakeUpAsync("Record that an organisation was heard");
            await panel.PickAsync("Which organisation was heard?", agency);
            await panel.AnswerAsync("What did it put forward?", "Its views, at length.");
            await panel.SendAsync("Record it", "It is recorded that the organisation was heard");
        }

        await panel.FollowAsync("Go to the difference");
        await panel.TakeUpAsync("Record the decision");
        await panel.AnswerAsync("What is decided?", "She stays until a social worker has spoken with her alone.");
        await panel.AnswerAsync("What are the reasons?", "The risk was not assessed.");
        await panel.ActionAsync(null);
        await panel.AnswerAsync("How will anything that stays open be pursued?", "Nothing stays open.");
        await panel.PressAsync("Record the decision");
        Assert.That(panel.Heading, Is.EqualTo("This decision is final and binding"));
        await panel.SendAsync("Record the decision", "The decision is recorded");
    });

    private async Task TheFormSaysWhatCameOfItAsync()
    {
        await AsAsync("callum.lorimond", async callum =>
        {
            await callum.ComeByLetterAsync();
            await callum.GoAsync($"/severnside/differences/{id}/forms/monitoring");
            await callum.FillPartAsync("Outcomes or actions that were agreed", "A panel decided: she stays.");
            await callum.SignAsync("Manager who brings it", "Director of Adult Services");
        });
        await AsAsync("isolde.prendervale", async isolde =>
        {
            await isolde.ComeByLetterAsync();
            await isolde.GoAsync($"/severnside/differences/{id}/forms/monitoring");
            await isolde.SignAsync("Manager who receives it", "Named professional");
        });
    }

    private async Task EverybodyLooksBackAsync()
    {
        await AsAsync("callum.lorimond", async callum =>
        {
            await callum.ComeByLetterAsync("How well did the procedure work?");
            if (!callum.Page.Url.Contains("/feedback", StringComparison.Ordinal)) await callum.TakeUpAsync("Say how well the procedure worked");
            await callum.PickAsync("How well did the procedure work?", "Well");
            await callum.AnswerAsync("What would make it better? (optional)", "Less waiting at the second stage.");
            await callum.SendAsync("Send", "Thank you for saying so");
        });
        await AsAsync("maya.okonjo-vale", async maya =>
        {
            await maya.ComeByLetterAsync();
            await maya.SeesAsync("It was closed at");
            await maya.GoAsync($"/severnside/differences/{id}/record");
            await maya.SeesAsync("She stays until a social worker has spoken with her alone.", "Less waiting at the second stage.");
        });
    }

    /// <summary>Neither her reference nor what was told of her is in a letter, an address or the log.</summary>
    private void NobodyElseLearntOfHer()
    {
        string[] marks = [Discharge.Reference, "marked-summary", "marked-wanted", "niece"];
        var letters = service.Post.All;
        Assert.That(letters.Select(l => l.To).Distinct().Count(), Is.GreaterThanOrEqualTo(10), "everybody was written to");
        foreach (var letter in letters)
        {
            Assert.That(letter.Text, Is.Not.Empty, letter.Subject);
            Assert.That(letter.Links, Has.Count.LessThanOrEqualTo(1), letter.Subject);
            foreach (var mark in marks) Assert.That($"{letter.Subject}\n{letter.Everything}", Does.Not.Contain(mark), letter.Subject);
        }

        Assert.That(addresses, Is.Not.Empty);
        Assert.That(service.Log.Lines, Is.Not.Empty);
        foreach (var mark in marks.Append("Quarrell").Append("@example.org"))
        {
            Assert.That(addresses.Where(a => Uri.UnescapeDataString(a).Contains(mark, StringComparison.OrdinalIgnoreCase)), Is.Empty, mark);
            Assert.That(service.Log.Lines.Where(l => l.Contains(mark, StringComparison.OrdinalIgnoreCase)), Is.Empty, mark);
        }
    }

    /// <summary>Somebody comes, does something and goes again.</summary>
    private async Task AsAsync(string mailbox, Func<Person, Task> does)
    {
        await using var person = await Person.ComesAsync(service, $"{mailbox}@example.org", guise);
        await does(person);
        addresses.AddRange(person.Asked.Where(a => !a.Contains("/link/", StringComparison.Ordinal)));
    }

    private async Task UntilStageAsync(string stage)
    {
        while ((await service.Desk.OpenAsync(id, default))!.Standing.Stage != stage) await service.UntilNextDueAsync();
    }

    private static IEnumerable<TestCaseData> Guises() => Guise.Both("South_Gloucestershire_from_a_raised_concern_to_a_binding_decision");
}
