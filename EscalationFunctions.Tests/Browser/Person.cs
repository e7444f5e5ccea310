using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>
/// Somebody at a browser of their own. They go by what they see: headings, labels, and the words on buttons and links. Every page that they
/// come to is looked at and kept.
/// </summary>
internal sealed partial class Person : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly LiveService service;
    private readonly IBrowserContext context;
    private readonly Inspector inspector;
    private readonly Guise guise;
    private readonly List<string> faults = [];
    private IResponse? document;

    private Person(LiveService service, IBrowserContext context, IPage page, Inspector inspector, string email, Guise guise)
    {
        (this.service, this.context, this.inspector, this.guise, Page, Email) = (service, context, inspector, guise, page, email);
        page.Response += Hear;
        page.Request += (_, request) =>
        {
            Asked.Add(request.Url);
            if (!request.Url.StartsWith(service.Url, StringComparison.Ordinal)) faults.Add($"asks elsewhere: {request.Url}");
        };
        // A page that is not there is told on the console too; whether it should be is for the story to say.
        page.Console += (_, said) =>
        {
            if (said.Type == "error" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) faults.Add($"console: {said.Text}");
        };
    }

    public IPage Page { get; }

    public string Email { get; }

    /// <summary>Every address that the browser asked for.</summary>
    public List<string> Asked { get; } = [];

    public string Heading { get; private set; } = "";

    /// <summary>What the page says, as a reader sees it.</summary>
    public Task<string> TextAsync() => Page.Locator("body").InnerTextAsync();

    public int Status => document?.Status ?? 0;

    public static async Task<Person> ComesAsync(LiveService service, string email, Guise guise)
    {
        var context = await Chromium.Browser.NewContextAsync(new()
        {
            BaseURL = service.Url, JavaScriptEnabled = guise.Script, Locale = "en-GB", ViewportSize = new() { Width = guise.Width, Height = guise.Height },
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return new Person(service, context, await context.NewPageAsync(), await Inspector.OfAsync(guise), email, guise);
    }

    /// <summary>Types an address, or follows it from a letter.</summary>
    public Task GoAsync(string address) => LoadAsync(() => Page.GotoAsync(address));

    public Task PressAsync(string button) => LoadAsync(() => Button(button).ClickAsync());

    /// <summary>A link, also one that looks like a button and says that it is one.</summary>
    public Task FollowAsync(string link) => LoadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).Or(Button(link)).First.ClickAsync());

    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private void Hear(object? sender, IResponse response)
    {
        if (response.Request.IsNavigationRequest && response.Frame == Page.MainFrame && response.Status is < 300 or >= 400) document = response;
    }

    /// <summary>Does what leads to another page and waits until that has come.</summary>
    public async Task LoadAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.Load -= Loaded;
        }

        await LookAsync();
    }

    private async Task LookAsync()
    {
        var (address, html) = (new Uri(Page.Url), await document!.BodyAsync());
        var headings = await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).AllInnerTextsAsync();
        Heading = headings.Count > 0 ? headings[0] : "";
        if (headings.Count != 1) faults.Add($"{headings.Count} first headings");
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > guise.Width) faults.Add($"is {width} wide in a window of {guise.Width}");
        if (document.Status >= 500) faults.Add($"answers {document.Status}");
        faults.AddRange(await inspector.LookAsync(address, html, guise));
        var name = await PageFiles.KeepAsync(Page, html, TestContext.CurrentContext.Test.ClassName!.Split('.')[^1], guise);
        var sizes = await document.Request.SizesAsync();
        Visits.Note(new Visit(name, guise, address, await Page.TitleAsync(), Heading, document.Status, sizes.ResponseBodySize), faults);
        faults.Clear();
    }
}
