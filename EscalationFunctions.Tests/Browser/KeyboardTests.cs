
namespace EscalationFunctions.Tests.Browser;

/// <summary>The decision from the letter to the confirmation by somebody who uses no mouse: Tab, Shift+Tab, Space, Enter, arrows and letters.</summary>
[Category("Browser")]
[Order(6)]
public class KeyboardTests
{
    private const int MostStops = 60;

    // Where the focus is, whether it can be seen, and whether it is after where it was before.
    private const string Look = """
        () => {
            const at = document.activeElement, last = window.lastStop, style = getComputedStyle(at), box = at.getBoundingClientRect();
            const forward = !last || !last.isConnected || !!(last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
            window.lastStop = at;
            const near = at.parentElement ? getComputedStyle(at, null) : style;
            const before = at.matches('input[type=radio], input[type=checkbox]') ? getComputedStyle(at.nextElementSibling, '::before') : near;
            const marked = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
            return [ at.tagName, (at.labels?.[0]?.innerText || at.innerText || '').trim(), marked(style) || marked(before), forward,
                box.width > 0 && box.top >= -1 && box.bottom <= innerHeight + 1 ].map(String);
        }
        """;

    private LiveService service = null!;
    private Person leila = null!;

    [SetUp]
    public async Task Open()
    {
        service = await LiveService.OpenAsync("2026-10-06T10:00");
        await (await Raised.InAsync(service)).ProposesAsync();
        leila = await Person.ComesAsync(service, "leila.adeyinka@example.org", Guise.Desktop);
    }

    [TearDown]
    public async Task Close()
    {
        await leila.DisposeAsync();
        await service.DisposeAsync();
        Assert.That(Visits.TakeFaults(), Is.Empty);
    }

    [Test]
    public async Task An_outcome_is_disputed_from_the_letter_to_the_confirmation_without_a_mouse()
    {
        await leila.OpenLatestLetterAsync("proposed outcome");
        await SkipLinkLeadsToTheContentAsync();
        await leila.EnterCodeByAsync(() => OnAsync("Send me a code"), async code =>
        {
            await ToAsync("Enter the code that we sent you");
            await leila.Page.Keyboard.TypeAsync(code);
            await OnAsync("Continue");
        });
        await AfterAnErrorTheSummaryLeadsToTheFieldAsync();
        await leila.Page.Keyboard.PressAsync("ArrowDown");
        Assert.That(await leila.Page.GetByLabel("No, we do not agree", new() { Exact = true }).IsCheckedAsync());
        await OnAsync("Continue");
        await ToAsync("Why do you not agree?");
        await leila.Page.Keyboard.TypeAsync("Her niece would answer the telephone.");
        await OnAsync("Continue");
        await BackAndForthAsync();
        await OnAsync("Send our answer");
        Assert.That(leila.Heading, Is.EqualTo("Your answer has gone to the others"));
    }

    /// <summary>The first stop on every page, seen only when it has the focus.</summary>
    private async Task SkipLinkLeadsToTheContentAsync()
    {
        await leila.Page.Keyboard.PressAsync("Tab");
        Assert.That((await LookAsync())[1], Is.EqualTo("Skip to main content"));
        await leila.Page.Keyboard.PressAsync("Enter");
        Assert.That(leila.Page.Url, Does.EndWith("#main"));
        await leila.Page.Keyboard.PressAsync("Tab");
        Assert.That(await leila.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"), "the next stop is in the content");
    }

    private async Task AfterAnErrorTheSummaryLeadsToTheFieldAsync()
    {
        await OnAsync("Continue");
        await leila.SeesAsync("There is a problem");
        Assert.That(await leila.Page.TitleAsync(), Does.StartWith("Error: "));
        await ToAsync("Select whether your organisation agrees");
        await leila.Page.Keyboard.PressAsync("Enter");
        Assert.That(await leila.Page.EvaluateAsync<string>("document.activeElement.labels[0].innerText"), Is.EqualTo("Yes, we agree"), "the first of the answers");
        await leila.Page.Keyboard.PressAsync("Space");
    }

    private async Task BackAndForthAsync()
    {
        await ToAsync("Send our answer");
        await leila.Page.Keyboard.PressAsync("Shift+Tab");
        Assert.That((await LookAsync())[1], Does.StartWith("Change"));
        await leila.Page.EvaluateAsync("() => { window.lastStop = undefined; }");
    }

    /// <summary>Goes there by Tab and presses Enter, which leads to another page.</summary>
    private async Task OnAsync(string words)
    {
        await ToAsync(words);
        await leila.LoadAsync(() => leila.Page.Keyboard.PressAsync("Enter"));
    }

    private async Task ToAsync(string words)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if ((await LookAsync())[1] == words) return;
            await leila.Page.Keyboard.PressAsync("Tab");
            if (await LookAsync() is not ["BODY", ..] and var at)
            {
                Assert.That(at[2], Is.EqualTo("true"), $"{leila.Page.Url}: the focus can be seen on \"{at[1]}\"");
                Assert.That(at[3], Is.EqualTo("true"), $"{leila.Page.Url}: \"{at[1]}\" comes after what came before");
                Assert.That(at[4], Is.EqualTo("true"), $"{leila.Page.Url}: \"{at[1]}\" is in view");
            }
        }

        Assert.Fail($"{leila.Page.Url}: no way to \"{words}\" by Tab.");
    }

    private Task<string[]> LookAsync() => leila.Page.EvaluateAsync<string[]>(Look);
}
