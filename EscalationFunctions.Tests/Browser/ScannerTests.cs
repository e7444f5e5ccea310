using System.Net;

namespace EscalationFunctions.Tests.Browser;

/// <summary>Programs that open every link in a letter, as mail systems do to protect their users, and some that press buttons as well.</summary>
[Category("Browser")]
[Order(5)]
public class ScannerTests
{
    private const int MostPages = 60;

    private LiveService service = null!;
    private IReadOnlyDictionary<string, string> before = null!;
    private List<string> links = null!;

    [SetUp]
    public async Task Open()
    {
        service = await LiveService.OpenAsync("2026-10-06T10:00");
        var raised = await Raised.InAsync(service);
        await raised.ProposesAsync();
        await service.UntilNextDueAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.PostIsOutAsync(patience.Token);
        before = await service.ChainsAsync();
        links = [.. service.Post.All.SelectMany(l => l.Links).Select(l => l.ToString()).Distinct()];
        Assert.That(links, Has.Count.GreaterThanOrEqualTo(3));
    }

    [TearDown]
    public async Task Close()
    {
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [Test]
    public async Task Opening_every_link_of_every_letter_changes_nothing_and_uses_nothing_up()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Get, HttpMethod.Get])
            foreach (var link in links) Assert.That(await FetchAsync(method, link), Is.EqualTo(HttpStatusCode.OK), $"{method} {link}");
        await using var scanner = await Person.ComesAsync(service, "scanner@example.org", Guise.Desktop);
        foreach (var link in links) await scanner.GoAsync(link);
        await NothingHappenedAsync();
        await ThePersonsLinkWorksAsync();
    }

    [Test]
    public async Task Pressing_every_button_that_it_finds_changes_nothing_and_leaves_the_person_their_link()
    {
        await using var scanner = await Person.ComesAsync(service, "scanner@example.org", Guise.Desktop);
        var pressed = 0;
        foreach (var link in links)
        {
            await scanner.GoAsync(link);
            pressed += await PressEverythingAsync(scanner);
        }

        Assert.That(pressed, Is.GreaterThanOrEqualTo(links.Count), "there were buttons to press");
        await NothingHappenedAsync();
        await ThePersonsLinkWorksAsync();
    }

    /// <summary>Sends every form of every page that can be come to from here, as it is found; a page of the same address and heading counts once.</summary>
    private async Task<int> PressEverythingAsync(Person scanner)
    {
        Queue<string> toSee = new([scanner.Page.Url]);
        HashSet<string> seen = [.. toSee];
        var pressed = 0;
        while (toSee.TryDequeue(out var address) && seen.Count < MostPages)
        {
            await scanner.GoAsync(address);
            var hrefs = await scanner.Page.Locator("a[href]").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
            foreach (var href in hrefs.Where(h => h.StartsWith(service.Url, StringComparison.Ordinal)).Select(h => h.Split('#')[0]).Where(seen.Add))
            {
                // A drawing or a table by itself is no page and has no buttons; it is opened all the same.
                if (Path.HasExtension(new Uri(href).AbsolutePath)) Assert.That(await FetchAsync(HttpMethod.Get, href), Is.EqualTo(HttpStatusCode.OK), href);
                else toSee.Enqueue(href);
            }

            var buttons = await scanner.Page.Locator("button, input[type=submit]").CountAsync();
            for (var i = 0; i < buttons; i++)
            {
                await scanner.GoAsync(address);
                await scanner.LoadAsync(() => scanner.Page.Locator("button, input[type=submit]").Nth(i).ClickAsync());
                pressed++;
                if (seen.Add(scanner.Page.Url)) toSee.Enqueue(scanner.Page.Url);
            }
        }

        return pressed;
    }

    private async Task NothingHappenedAsync() => Assert.That(await service.ChainsAsync(), Is.EquivalentTo(before), "no record has grown");

    private async Task ThePersonsLinkWorksAsync()
    {
        await using var leila = await Person.ComesAsync(service, "leila.adeyinka@example.org", Guise.Phone);
        await leila.ComeByLetterAsync();
        await leila.SeesAsync("niece");
    }

    private static async Task<HttpStatusCode> FetchAsync(HttpMethod method, string link)
    {
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        using var answer = await client.SendAsync(new HttpRequestMessage(method, link));
        return answer.StatusCode;
    }
}
