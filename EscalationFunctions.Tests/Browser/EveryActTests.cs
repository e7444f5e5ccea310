using System.Text.RegularExpressions;

namespace EscalationFunctions.Tests.Browser;

/// <summary>Whatever a page offers is taken up once by somebody to whom it is offered, to the confirmation.</summary>
[Category("Browser")]
[Order(7)]
public partial class EveryActTests
{
    // They end a difference, or take it from the stage at which others are offered, and so come last.
    private static readonly string[] Late = ["take-further", "risk", "unresolved", "withdraw", "redirect", "answer"];

    private readonly HashSet<string> done = [];
    private LiveService service = null!;

    [SetUp]
    public async Task Open() => service = await LiveService.OpenAsync("2026-10-06T10:00");

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
        done.Clear();
        var raised = await Raised.InAsync(service);
        await EverybodyAsync(raised, guise, Late);
        await raised.ProposesAsync();
        await EverybodyAsync(raised, guise, ["unresolved", "withdraw", "redirect"]);
        await EverybodyAsync(raised, guise, []);
        Assert.That(done, Has.Count.GreaterThanOrEqualTo(15), string.Join(" ", done));
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
                .FirstOrDefault(path => path != "record" && !notYet.Contains(path) && !done.Contains(path));
            if (next is null) return;
            await person.WalkAsync($"{address}/{next}");
            done.Add(next);
            // What it brought about is due, or has to be told, before the next is looked for.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await service.PostIsOutAsync(patience.Token);
        }
    }

    [GeneratedRegex("^/severnside/differences/[0-9a-z]+/([a-z-]+)$")]
    private static partial Regex Offer();
}
