using System.Text.RegularExpressions;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Browser;

/// <summary>What holds for all the pages that the browser tests before these came to; so they are run with them, and last.</summary>
[Category("Browser")]
[Order(99)]
public partial class EveryPageTests
{
    private const int MostBytes = 50_000;

    // They show nothing of their own: two take the secret out of the address and go on, one is a picture in another page, one a file.
    private static readonly string[] ShowNothing =
        ["{board}/link/{token}", "{board}/still-you/by/{token}", "{board}/procedure.svg", "{board}/differences/{difference}/file-copy"];

    // Neither board of the demonstration has a gate before a stage, and the letters that tell the outcome arrive before anybody has to say so.
    private static readonly string[] NotHere = ["agree-to-stage", "told"];

    // One stands before it only where a panel was named before, the other only where three organisations differ and all sit on the panel.
    private static readonly string[] SeldomInterrupt = ["choose-route", "panel"];

    // The pages of the journeys above, and who agrees to a decision: at neither board somebody has to.
    private static readonly string[] AskedElsewhere = ["told", "agreed-by"];

    private LiveService service = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        service = await LiveService.OpenAsync();
        Assert.That(Visits.All, Has.Count.GreaterThan(100), "these look at what the others visited: run all of the category Browser");
    }

    [OneTimeTearDown]
    public async Task Close() => await service.DisposeAsync();

    [Test]
    public void Every_page_was_visited_on_a_narrow_and_on_a_wide_screen()
    {
        var templates = service.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern.RawText!.Trim('/')).Distinct().ToList();
        Assert.That(templates, Has.Count.GreaterThan(10));
        foreach (var guise in (Guise[])[Guise.Phone, Guise.Desktop])
        {
            var seen = Visits.All.Where(v => v.Guise == guise).Select(v => v.Status >= 400 ? "problem" : TemplateOf(v, templates)).ToHashSet();
            Assert.That(templates.Except(ShowNothing).Except(seen), Is.Empty, guise.Name);
        }
    }

    [Test]
    public void Every_journey_was_gone_through_to_its_confirmation()
    {
        var journeys = service.App.Services.GetServices<Journey>().Where(j => !NotHere.Contains(j.Path)).ToList();
        var paths = Visits.All.Select(v => v.Address.AbsolutePath).ToHashSet();
        Assert.That(journeys.Where(j => !paths.Any(p => p.EndsWith($"/{j.Path}/done", StringComparison.Ordinal))).Select(j => j.Path), Is.Empty);
        Assert.That(journeys.Where(Interrupts).Where(j => !SeldomInterrupt.Contains(j.Path) && !paths.Any(p => p.EndsWith($"/{j.Path}/before-sending", StringComparison.Ordinal))).Select(j => j.Path), Is.Empty);
    }

    // Which pages a journey has hangs on answers, so that they are read off its source.
    [Test]
    public void Every_page_with_questions_was_visited()
    {
        var asked = Repository.Files(".cs").Where(f => f.StartsWith("Escalation.Service/Pages/", StringComparison.Ordinal))
            .SelectMany(f => NewScreen().Matches(File.ReadAllText(Repository.PathTo(f)))).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.That(asked, Has.Count.GreaterThan(20));
        var steps = Visits.All.Select(v => v.Address.AbsolutePath.Split('/')[^1]).ToHashSet();
        Assert.That(asked.Except(AskedElsewhere).Where(id => !steps.Any(s => Regex.IsMatch(s, $"^{Hole().Replace(id, ".+")}$"))), Is.Empty);
    }

    [Test]
    public async Task Every_page_is_valid_HTML()
    {
        var said = await HtmlValidator.CheckAsync(PageFiles.Html);
        Assert.That(said, Is.Empty);
    }

    [Test]
    public async Task Every_page_comes_in_under_fifty_kilobytes_with_all_that_it_needs()
    {
        var heaviest = Visits.All.MaxBy(v => v.Bytes)!;
        await using var anybody = await Person.ComesAsync(service, "anybody@example.org", Guise.Desktop);
        var around = 0;
        List<Task> sizes = [];
        anybody.Page.RequestFinished += (_, request) => sizes.Add(AddAsync(request));
        await anybody.GoAsync("/severnside/sign-in");
        await Task.WhenAll(sizes);
        Assert.That(sizes, Has.Count.GreaterThanOrEqualTo(2), "the page and its style sheet");
        Assert.That(heaviest.Bytes + around, Is.LessThan(MostBytes), heaviest.Name);
        TestContext.Out.WriteLine($"The heaviest page, {heaviest.Name}, has {heaviest.Bytes} bytes; with all that comes with a first page {heaviest.Bytes + around}.");

        async Task AddAsync(Microsoft.Playwright.IRequest request)
        {
            var size = await request.SizesAsync();
            Interlocked.Add(ref around, size.ResponseBodySize + size.ResponseHeadersSize);
        }
    }

    private static bool Interrupts(Journey journey) => journey.GetType().GetMethod(nameof(Journey.Interruption))!.DeclaringType != typeof(Journey);

    /// <summary>Of the templates that fit, the one with the fewest holes.</summary>
    private static string? TemplateOf(Visit visit, IReadOnlyList<string> templates) => templates
        .Where(t => new TemplateMatcher(TemplateParser.Parse(t), []).TryMatch(visit.Address.AbsolutePath, []))
        .MinBy(t => t.Count(c => c == '{'));

    [GeneratedRegex("""new Screen\(\$?"([^"]+)["]""")]
    private static partial Regex NewScreen();

    [GeneratedRegex(@"\{[^}]*(\{[^}]*\})*[^}]*\}")]
    private static partial Regex Hole();
}
