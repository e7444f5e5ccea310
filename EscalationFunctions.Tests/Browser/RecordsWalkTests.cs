using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Browser;

/// <summary>The board office keeps its records over nine years: follows up, holds, answers somebody who asks, and disposes of what has had its time.</summary>
[Category("Browser")]
[Order(7)]
public class RecordsWalkTests
{
    private const string Office = "severnside-office@example.org", Chair = "severnside-chair@example.org";

    private static readonly Actor.Worker Noor = new("Noor Estuary", "ward manager", "estuary-hospitals");

    private LiveService service = null!;

    [SetUp]
    public async Task Open() => service = await LiveService.OpenAsync();

    [TearDown]
    public async Task Close()
    {
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [TestCaseSource(nameof(Guises))]
    public async Task Records_are_kept_and_disposed_of(object on)
    {
        var (id, other) = (await ClosedAsync(), await WithdrawnAsync());
        await using (var office = await ComesAsync(Office, (Guise)on))
        {
            await FollowedUpAsync(office, id);
            await HoldsAsync(office, other);
            await AnswersAsync(office, id);
        }

        foreach (var action in new[] { "ring", "ring-again" }) await AskAsync(id, Noor, new Command.CompleteAction(action, "Rang."));
        await service.PassAsync(TimeSpan.FromDays(9 * 366));
        await DisposesAsync((Guise)on, id);
    }

    private static IEnumerable<TestCaseData> Guises() => Guise.Both("Records_are_kept_and_disposed_of");

    private static async Task FollowedUpAsync(Person office, string id)
    {
        await office.FollowAsync("Records");
        await office.SeesAsync("Closed: 8 years.", "Withdrawn: 2 years.", "None has reached the end of its retention period.");
        await office.FollowAsync("Agreed actions that are still open");
        await office.SeesAsync("2 actions", "Estuary Hospitals NHS Trust", "Past its date");
        await office.GoAsync($"/severnside/differences/{id}/record");
        await office.SeesAsync("Last link of the chain", "Download a copy that can be checked (JSON)");
        await office.GoAsync($"/severnside/differences/{id}");
        await office.FollowAsync("Who has read this record");
        await office.SeesAsync("The whole record, to print", "The board office");
    }

    private static async Task HoldsAsync(Person office, string id)
    {
        var page = $"/severnside/differences/{id}";
        await office.GoAsync(page);
        await office.FollowAsync("Hold this record, so that it is not disposed of");
        await office.PressAsync("Hold this record");
        await office.SeesAsync("Enter why it must be kept");
        await office.FillAsync("Why must it be kept?", "Inquiry 7 of the coroner");
        await office.PressAsync("Hold this record");
        await office.SeesAsync("Keeping it", "Inquiry 7 of the coroner");
        await office.FollowAsync("Records");
        await office.SeesAsync("Kept whatever their time");
        await office.GoAsync($"{page}/hold");
        await office.FillAsync("Why need it not be kept any longer?", "The inquiry is closed");
        await office.PressAsync("Lift the hold");
    }

    private static async Task AnswersAsync(Person office, string id)
    {
        await office.GoAsync("/severnside/records");
        await office.FollowAsync("Answer somebody who asks what is kept about them");
        await office.PressAsync("Look for it");
        await office.SeesAsync("Enter the reference or the name");
        await office.FillAsync("The reference or the name", "sc1");
        await office.PressAsync("Look for it");
        await office.SeesAsync("it is the adult's reference");
        Assert.That(office.Page.Url, Does.Not.Contain("sc1"));
        var found = office.Page.Url;
        await office.PressAsync("Make the export");
        await office.SeesAsync("What is kept", "Nobody has looked into what her niece told the ward.");
        await office.GoAsync(found);
        foreach (var box in await office.Page.GetByRole(Microsoft.Playwright.AriaRole.Checkbox).AllAsync()) await box.UncheckAsync();
        await office.PressAsync("Make the export");
        await office.SeesAsync("Select what goes into the export");
    }

    private async Task DisposesAsync(Guise on, string id)
    {
        await using var office = await ComesAsync(Office, on);
        await office.FollowAsync("Records");
        await office.SeesAsync("Their retention period is over");
        await office.PressAsync("Prepare a list of the 2 that can go");
        await office.PressAsync("Throw this list away");
        await office.PressAsync("Prepare a list of the 2 that can go");
        await office.SeesAsync("2 records", "Somebody other than the person who prepared it has to approve it");
        var list = new Uri(office.Page.Url).AbsolutePath;
        await using (var chair = await ComesAsync(Chair, on))
        {
            await chair.GoAsync(list);
            await chair.PressAsync("Approve, and destroy what is personal");
            await chair.SeesAsync("Tick that you have looked at each of them");
            await chair.TickAsync("I have looked at each of them. None is wanted for a court, an inquiry, a review or a complaint");
            await chair.PressAsync("Approve, and destroy what is personal");
            await chair.SeesAsync("2 were erased", "Approved by Delyth Castellane");
        }

        await office.GoAsync($"/severnside/differences/{id}");
        await office.SeesAsync("was erased", "Proof of disposal", "is intact: no entry was changed, added or taken away");
        await office.GoAsync("/severnside/records");
        await office.SeesAsync("Disposed of", "None has reached the end of its retention period.");
    }

    /// <summary>With two actions whose dates have passed.</summary>
    private async Task<string> ClosedAsync()
    {
        var raised = await Raised.InAsync(service);
        await raised.ProposesAsync();
        await AskAsync(raised.Id, Noor, new Command.ConfirmOutcome("call", []));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.PostIsOutAsync(patience.Token);
        Assert.That((await service.FactsAsync(raised.Id)), Has.Some.InstanceOf<Fact.Closed>());
        await service.PassAsync(TimeSpan.FromDays(22));
        return raised.Id;
    }

    private async Task<string> WithdrawnAsync()
    {
        var raised = await Raised.InAsync(service);
        await raised.WithdrawnAsync();
        return raised.Id;
    }

    private async Task AskAsync(string id, Actor by, Command command) =>
        Assert.That(await service.Desk.AskAsync(new Question(id, by, command), default), Is.InstanceOf<Reply.Done>());

    private async Task<Person> ComesAsync(string email, Guise on)
    {
        var person = await Person.ComesAsync(service, email, on);
        await person.SignInAsync(LiveService.Severnside);
        return person;
    }
}
