using System.Globalization;
using Escalation.Core.Calendar;
using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>Goes through any journey with answers that are good enough for it, so that every page of every journey is seen, also with its errors.</summary>
internal sealed partial class Person
{
    private const int MostScreens = 40, MostTries = 4;

    /// <summary>From a journey's first page to its confirmation, by the first answer that each page takes.</summary>
    /// <param name="prefers">How questions begin that are answered yes (others that can be are answered no), and what is chosen where it is offered.</param>
    public async Task WalkAsync(string address, params string[] prefers)
    {
        await GoAsync(address);
        for (var screens = 0; screens < MostScreens; screens++)
        {
            if (Page.Url.EndsWith("/done", StringComparison.Ordinal)) return;
            if (await Button("Continue").CountAsync() > 0) await GetPastAsync(prefers);
            else await SendAnythingAsync(address);
        }

        Assert.Fail($"{address} comes to no end; it is at {Page.Url}.");
    }

    private async Task SendAnythingAsync(string address)
    {
        var before = Page.Url;
        var button = Page.Locator("main button[type=submit]");
        Assert.That(await button.CountAsync(), Is.EqualTo(1), $"{Page.Url}: {await TextAsync()}");
        await LoadAsync(() => button.ClickAsync());
        if (Heading == "What is your work email address?")
        {
            await FillAsync(Heading, Email);
            await EnterCodeAfterAsync(() => PressAsync("Send me a code"));
        }
        else
        {
            Assert.That(Page.Url, Is.Not.EqualTo(before), $"{address} is refused: {await TextAsync()}");
        }
    }

    /// <summary>First as somebody who overlooks what is asked, then with answers.</summary>
    private async Task GetPastAsync(string[] prefers)
    {
        var before = Page.Url;
        await PressAsync("Continue");
        for (var tries = 0; tries < MostTries && Page.Url == before && await Button("Continue").CountAsync() > 0; tries++)
        {
            await SeesAsync("There is a problem");
            await FillAnythingAsync(tries, prefers);
            await PressAsync("Continue");
        }

        Assert.That(Page.Url, Is.Not.EqualTo(before), await TextAsync());
    }

    private async Task FillAnythingAsync(int tries, string[] prefers)
    {
        var day = LondonTime.DayOf(service.Now).AddDays(tries switch { 0 => 14, 1 => 15, 2 => 17, _ => 0 });
        foreach (var box in await Page.Locator("main form input.govuk-input, main form textarea").AllAsync()) await box.FillAsync(await AnythingForAsync(box, day));
        foreach (var group in await Page.GetByRole(AriaRole.Group).AllAsync())
        {
            var radios = group.GetByRole(AriaRole.Radio);
            if (await radios.CountAsync() > 0) await (await ChosenAsync(group, radios, prefers)).CheckAsync();
            var boxes = await group.GetByRole(AriaRole.Checkbox).AllAsync();
            foreach (var box in tries == 0 ? boxes.Take(1) : boxes) await box.CheckAsync();
        }
    }

    private static async Task<ILocator> ChosenAsync(ILocator group, ILocator radios, string[] prefers)
    {
        foreach (var label in prefers)
            if (group.GetByRole(AriaRole.Radio, new() { Name = label, Exact = true }) is var preferred && await preferred.CountAsync() > 0) return preferred;
        var no = group.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true });
        var asked = await group.InnerTextAsync();
        return await no.CountAsync() > 0 && !prefers.Any(q => asked.StartsWith(q, StringComparison.Ordinal)) ? no : radios.First;
    }

    private static async Task<string> AnythingForAsync(ILocator box, DateOnly day)
    {
        var name = await box.GetAttributeAsync("name") ?? "";
        if (name.EndsWith("-day", StringComparison.Ordinal)) return day.Day.ToString(CultureInfo.InvariantCulture);
        if (name.EndsWith("-month", StringComparison.Ordinal)) return day.Month.ToString(CultureInfo.InvariantCulture);
        if (name.EndsWith("-year", StringComparison.Ordinal)) return day.Year.ToString(CultureInfo.InvariantCulture);
        if (await box.GetAttributeAsync("type") == "email") return "robin.newcomer@example.org";
        return name.Contains("time", StringComparison.OrdinalIgnoreCase) ? "9:05am" : "Robin Newcomer";
    }
}
