using System.Globalization;
using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>What people do here, in several steps each.</summary>
internal sealed partial class Person
{
    private readonly HashSet<string> read = [];

    /// <summary>The last letter that came to them, read now.</summary>
    public ReadLetter LastLetter => service.Post.To(Email).Last();

    /// <summary>By the code that is mailed to them.</summary>
    public async Task SignInAsync(string board)
    {
        await GoAsync($"/{board}/sign-in");
        await FillAsync("What is your work email address?", Email);
        await EnterCodeAfterAsync(() => PressAsync("Send me a code"));
    }

    /// <summary>By the code that is mailed to them; and says who they are where the board knows no name for the mailbox.</summary>
    public async Task SignInAsync(string board, string name, string role, string? actsFor = null)
    {
        await SignInAsync(board);
        if (Heading != "Who you are") return;
        if (actsFor is not null) await ChooseAsync(actsFor);
        if (await Page.GetByLabel("Your name", new() { Exact = true }).CountAsync() > 0)
        {
            await FillAsync("Your name", name);
            await FillAsync("Your role", role);
        }

        await PressAsync("Continue");
    }

    /// <summary>Reads the code that <paramref name="ask"/> has sent, and enters it.</summary>
    public Task EnterCodeAfterAsync(Func<Task> ask) => EnterCodeByAsync(ask, async code =>
    {
        await FillAsync("Enter the code that we sent you", code);
        await PressAsync("Continue");
    });

    /// <param name="enter">What they do with it.</param>
    public async Task EnterCodeByAsync(Func<Task> ask, Func<string, Task> enter)
    {
        string[] before = [.. service.Post.To(Email).Select(l => l.File)];
        await ask();
        using var patience = new CancellationTokenSource(Patience);
        await enter((await service.Post.ArrivesAsync(Email, before, patience.Token)).Code);
    }

    /// <summary>Opens the link of the latest letter to them, once all the post is out.</summary>
    /// <param name="about">What stands in its subject; any if nothing is said.</param>
    public async Task OpenLatestLetterAsync(string about = "")
    {
        using var patience = new CancellationTokenSource(Patience);
        await service.PostIsOutAsync(patience.Token);
        var letter = service.Post.To(Email).LastOrDefault(l => l.Links.Count > 0 && l.Subject.Contains(about, StringComparison.Ordinal));
        if (letter is null) Assert.Fail($"{Email} has no letter with a link about \"{about}\", but {string.Join("; ", service.Post.To(Email).Select(l => l.Subject))}");
        read.Add(letter!.File);
        await GoAsync(letter.Links[0].ToString());
    }

    /// <summary>Opens the latest letter's link and shows by a code that it is they, if they are asked to.</summary>
    public async Task ComeByLetterAsync(string about = "")
    {
        await OpenLatestLetterAsync(about);
        if (await Button("Send me a code").CountAsync() > 0) await EnterCodeAfterAsync(() => PressAsync("Send me a code"));
        else await FollowAsync("Continue");
    }

    /// <summary>Answers a question in words and goes on.</summary>
    public async Task AnswerAsync(string question, string answer)
    {
        await FillAsync(question, answer);
        await PressAsync("Continue");
    }

    /// <summary>Answers a question by one of what it offers, and goes on.</summary>
    public async Task PickAsync(string question, string option)
    {
        await ChooseAsync(option, question);
        await PressAsync("Continue");
    }

    public Task ChooseAsync(string option, string? question = null) => Within(question).GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }).CheckAsync();

    public Task TickAsync(string option, string? question = null) => Within(question).GetByRole(AriaRole.Checkbox, new() { Name = option, Exact = true }).CheckAsync();

    public Task UntickAsync(string option) => Page.GetByRole(AriaRole.Checkbox, new() { Name = option, Exact = true }).UncheckAsync();

    /// <summary>Ticks whatever can be ticked on the page.</summary>
    public async Task TickAllAsync()
    {
        foreach (var box in await Page.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
    }

    public async Task DayAsync(string question, DateOnly day)
    {
        var boxes = Within(question);
        await boxes.GetByLabel("Day", new() { Exact = true }).FillAsync(day.Day.ToString(CultureInfo.InvariantCulture));
        await boxes.GetByLabel("Month", new() { Exact = true }).FillAsync(day.Month.ToString(CultureInfo.InvariantCulture));
        await boxes.GetByLabel("Year", new() { Exact = true }).FillAsync(day.Year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The page says this, in these words.</summary>
    public async Task SeesAsync(params string[] words)
    {
        var text = Spaced(await TextAsync());
        foreach (var expected in words) Assert.That(text, Does.Contain(expected), $"{Page.Url}, seen by {Email}");
    }

    private ILocator Within(string? question) =>
        question is null ? Page.Locator("main") : Page.GetByRole(AriaRole.Group, new() { Name = question, Exact = true });

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
