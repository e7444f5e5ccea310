using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>
/// Holds pages to WCAG 2.2 AA and axe's best practices. axe is a script, so that a page is looked at in a window of the inspector's own, to
/// which the very bytes are handed that the person got: also those of somebody whose browser runs no script.
/// </summary>
internal sealed partial class Inspector : IDisposable
{
    private static readonly List<string> Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    // Two pages of the same elements, classes and roles have the same faults, so that each shape is looked at once in each width.
    private static readonly ConcurrentDictionary<string, byte> Seen = [];

    private static readonly ConcurrentDictionary<Guise, Lazy<Task<Inspector>>> All = [];

    // Two people can come to a page at once; there is one window in each width, which lives as long as the browser.
    private readonly SemaphoreSlim turn = new(1);
    private readonly IPage page;
    private byte[] html = [];

    private Inspector(IPage page) => this.page = page;

    public static Task<Inspector> OfAsync(Guise guise) => All.GetOrAdd(guise, _ => new(async () =>
    {
        var inspector = new Inspector(await Chromium.Browser.NewPageAsync(new() { ViewportSize = new() { Width = guise.Width, Height = guise.Height } }));
        await inspector.page.RouteAsync("**/*", inspector.HandAsync);
        return inspector;
    })).Value;

    /// <returns>What is wrong; nothing where a page of the same shape was looked at before.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(Uri address, byte[] sent, Guise guise)
    {
        if (!Seen.TryAdd($"{guise.Width} {Shape(System.Text.Encoding.UTF8.GetString(sent))}", 0)) return [];
        await turn.WaitAsync();
        try
        {
            html = sent;
            await page.GotoAsync(address.ToString());
#pragma warning disable CS0618 // The other way opens a window of its own for each look, which is slow; a page of ours has no frames.
            return Faults(await page.Locator("html").RunAxeLegacy(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = Rules } }));
#pragma warning restore CS0618
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static IReadOnlyList<string> Faults(AxeResult found) =>
        [.. found.Violations.Select(v => $"axe {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];

    private Task HandAsync(IRoute route) => route.Request.ResourceType == "document"
        ? route.FulfillAsync(new() { BodyBytes = html, ContentType = "text/html; charset=utf-8" })
        : route.ContinueAsync();

    private static string Shape(string page) => Varying().Replace(Words().Replace(page, "><"), "");

    [GeneratedRegex(">[^<]+<")]
    private static partial Regex Words();

    // What a page says and where it leads; which label belongs to which box stays.
    [GeneratedRegex(""" (value|href|action|content)="[^"]*"|/differences/[0-9a-z]{16,}""")]
    private static partial Regex Varying();
}
