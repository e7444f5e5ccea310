using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Browser;

/// <summary>Somerset's procedure from the first concern until all are satisfied, as those who act in it see it.</summary>
[Category("Browser")]
[Order(3)]
public class MoorlandWalkTests
{
    private static readonly Concern Nights = new(
        "HL-12", "Support at night was withdrawn by letter, and nights are when he falls.", "Support goes on until the risk was reviewed.",
        "An important agency or service has decided to end its involvement");

    private LiveService service = null!;
    private Guise guise = null!;
    private string id = "";

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
        service = await LiveService.OpenAsync("2027-03-22T10:00");
        await PractitionersTryAsync();
        await ManagersAgreeOnADateAsync();
        while ((await service.Desk.OpenAsync(id, default))!.Standing.Stage != "3") await service.UntilNextDueAsync();
        await ThePartnersAreAskedAsync();
        await TheyMeetAsync();
        await AllAreSatisfiedAsync();
        await Service.Eventually.TrueAsync(async () => (await service.FactsAsync(id)).Any(f => f is Fact.Closed), cancel);
        await AsAsync("imran.fenwright", async imran =>
        {
            await imran.ComeByLetterAsync();
            await imran.GoAsync($"/moorland/differences/{id}");
            await imran.SeesAsync("It was closed at", "Support at night until the review in June.");
        });
    }

    private async Task PractitionersTryAsync()
    {
        await AsAsync("imran.fenwright", async imran =>
        {
            await imran.SignInAsync(LiveService.Moorland);
            await imran.RaiseAsync(6, "Moorland Integrated Care Board", Nights);
            id = (await service.Journal.IdsAsync("", 2, default)).Single();
            await imran.FollowAsync("Go to the difference");
            await imran.DiscussAsync("Oscar Lindqvist");
            await imran.FollowAsync("Go to the difference");
            await imran.TakeUpAsync("Take it to stage 2");
            await imran.AnswerAsync("Why does it have to go further?", "We could not agree.");
            await imran.SendAsync("Take it further", "It is now at stage 2");
        });
    }

    private async Task ManagersAgreeOnADateAsync()
    {
        await AsAsync("jocasta.farringdale", async jocasta =>
        {
            await jocasta.ComeByLetterAsync();
            await jocasta.TakeUpAsync("Ask for more time, or for a date");
            await jocasta.PickAsync("What do you need time for?", "Give the response that was agreed, with reasons");
            // Good Friday: the page says so and names the next working day.
            await jocasta.DayAsync("Until which day?", new DateOnly(2027, 3, 26));
            await jocasta.PressAsync("Continue");
            await jocasta.SeesAsync("Friday 26 March 2027 is not a working day", "Tuesday 30 March 2027");
            await jocasta.DayAsync("Until which day?", new DateOnly(2027, 3, 30));
            await jocasta.PressAsync("Continue");
            await jocasta.AnswerAsync("Why is this time needed?", "The review team meets before then.");
            await jocasta.SendAsync("Ask the other side", "The other side has been asked");
        });
        await AsAsync("philippa.hathersedge", async philippa =>
        {
            await philippa.ComeByLetterAsync();
            if (!philippa.Page.Url.Contains("/answer-time", StringComparison.Ordinal)) await philippa.TakeUpAsync("Agree or decline more time");
            await philippa.PickAsync("Which request do you answer?", "Until Tuesday 30 March 2027");
            await philippa.PickAsync("Does your organisation agree to Tuesday 30 March 2027?", "Yes, we agree");
            await philippa.SendAsync("Send our answer", "Your answer has gone to the other side");
        });
    }

    private Task ThePartnersAreAskedAsync() => AsAsync("kofi.mossgrave", async kofi =>
    {
        await kofi.ComeByLetterAsync();
        await kofi.TakeUpAsync("Fill in the form: Referral to the statutory partners");
        foreach (var (part, text) in ((string, string)[])[
            ("Which organisations are involved?", "Heron Lodge and the Integrated Care Board."), ("What was asked for, when and why?", "One-to-one support at night, in March."),
            ("What has been done so far to settle it?", "Two discussions and an agreed date."), ("What reasons were given for refusing?", "None were given."),
            ("What else should the partners know?", "It is urgent.")])
            await kofi.FillPartAsync(part, text);
        await kofi.FollowAsync("Read it once more and send it");
        await kofi.PressAsync("Send the form");
        await kofi.SeesAsync("It was completed at");
    });

    private Task TheyMeetAsync() => AsAsync("moorland-business-manager", async tomos =>
    {
        await tomos.ComeByLetterAsync();
        await tomos.GoAsync($"/moorland/differences/{id}");
        await tomos.TakeUpAsync("Arrange a meeting");
        await tomos.DayAsync("Date", LondonTime.DayOf(service.Now).AddDays(1));
        await tomos.FillAsync("Time", "10:30am");
        await tomos.PressAsync("Continue");
        await tomos.AnswerAsync("Where is it, or how do people join?", "Town hall, room 2");
        await tomos.AnswerAsync("What is the meeting for?", "To find an outcome that all can live with.");
        await tomos.UntickAsync("Heron Lodge Care Home");
        await tomos.PressAsync("Continue");
        await tomos.SeesAsync("Invite everybody whom the procedure asks for");
        await tomos.TickAsync("Heron Lodge Care Home");
        await tomos.PressAsync("Continue");
        await tomos.SendAsync("Arrange the meeting", "The meeting is arranged");
        await service.PassAsync(TimeSpan.FromDays(1) + TimeSpan.FromHours(2));
        await tomos.SignInAsync(LiveService.Moorland);
        await tomos.GoAsync($"/moorland/differences/{id}");
        await tomos.TakeUpAsync("Record a meeting that was held");
        await tomos.DayAsync("Date", LondonTime.DayOf(service.Now));
        await tomos.FillAsync("Time", "10:30am");
        await tomos.PressAsync("Continue");
        await tomos.TickAllAsync();
        await tomos.PressAsync("Continue");
        foreach (var name in (string[])["Kofi Mossgrave", "Rafiq Oakenshaw", "Edda Partnersby"])
        {
            await tomos.FillAsync("Who was there for them?", name);
            await tomos.ChooseAsync("Yes");
            await tomos.PressAsync("Continue");
        }

        await tomos.AnswerAsync("What was said and decided?", "Both organisations put their evidence.");
        await tomos.SendAsync("Record the meeting", "The meeting is recorded");
    });

    private async Task AllAreSatisfiedAsync()
    {
        await AsAsync("rafiq.oakenshaw", async rafiq =>
        {
            await rafiq.ComeByLetterAsync();
            await rafiq.GoAsync($"/moorland/differences/{id}");
            await rafiq.ProposeAsync("Support at night until the review in June.", affirms: true);
        });
        await AsAsync("kofi.mossgrave", async kofi =>
        {
            await kofi.ComeByLetterAsync();
            if (!kofi.Page.Url.Contains("/answer", StringComparison.Ordinal)) await kofi.TakeUpAsync("Agree or disagree with the proposed outcome");
            await kofi.PickAsync("Does your organisation agree to this outcome?", "Yes, we agree");
            if (kofi.Heading.StartsWith("Why", StringComparison.Ordinal)) await kofi.AnswerAsync(kofi.Heading, "Nights are covered until the risk is known.");
            await kofi.TickAllAsync();
            await kofi.PressAsync("Continue");
            await kofi.PressAsync("Send our answer");
            Assert.That(kofi.Heading, Is.EqualTo("This settles the difference"));
            await kofi.SendAsync("Send our answer", "Your answer has gone to the others");
        });
    }

    private async Task AsAsync(string mailbox, Func<Person, Task> does)
    {
        await using var person = await Person.ComesAsync(service, $"{mailbox}@example.org", guise);
        await does(person);
    }

    private static IEnumerable<TestCaseData> Guises() => Guise.Both("Somerset_from_a_raised_concern_until_all_are_satisfied");
}
