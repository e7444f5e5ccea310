using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>
/// The system's own Chromium, one for all the browser tests. They come one after another: the last of them look at what all before have
/// visited, and two at once are no sooner done.
/// </summary>
[SetUpFixture]
[NonParallelizable]
public sealed class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static IPlaywright? playwright;
    private static IBrowser? browser;

    internal static IBrowser Browser => browser ?? throw new InvalidOperationException("It is started before the first test of this namespace.");

    [OneTimeSetUp]
    public async Task Start()
    {
        // Playwright would fetch a browser of its own if it were asked to install one; it is not, and this says so to whatever it starts.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        PageFiles.Clear();
        playwright = await Playwright.CreateAsync();
        // Without its sandbox and without shared memory, for which build machines and containers have neither rights nor room; it sees nothing
        // but our own pages.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }

    private static string Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("The browser tests need Chromium (on Debian: apt-get install chromium).");
}
