using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>
/// What is kept of every page that a browser test visits: its HTML as it was sent, and how it looked, the first time in each width, for a picture
/// of a long page takes longer than everything else about it.
/// </summary>
internal static partial class PageFiles
{
    private static readonly ConcurrentDictionary<string, byte> Pictured = [];

    // Milliseconds: on a machine that has much to do, a picture of a long page can take longer than anybody would wait for the page.
    private const int Patience = 90_000;

    private static int count;

    private static string Root { get; } = Repository.PathTo("TestResults");

    public static string Html { get; } = Path.Combine(Root, "html");

    private static string Screenshots { get; } = Path.Combine(Root, "screenshots");

    /// <summary>Throws away those of the run before.</summary>
    public static void Clear()
    {
        foreach (var folder in new[] { Html, Screenshots })
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
        }
    }

    /// <returns>The name under which it is kept.</returns>
    public static async Task<string> KeepAsync(IPage page, byte[] html, string story, Guise guise)
    {
        var what = Short().Replace(new Uri(page.Url).AbsolutePath.Trim('/'), "one").Replace('/', '.');
        var name = $"{Interlocked.Increment(ref count):0000}-{what}";
        if (Pictured.TryAdd($"{guise.Name} {what} {await page.TitleAsync()}", 0))
        {
            Directory.CreateDirectory(Path.Combine(Screenshots, story, guise.Name));
            await page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, story, guise.Name, $"{name}.png"), FullPage = true, Timeout = Patience });
        }

        await File.WriteAllBytesAsync(Path.Combine(Html, $"{name}.html"), html);
        return name;
    }

    /// <summary>What stands for one difference in an address.</summary>
    [GeneratedRegex("(?<=differences/)[0-9a-z]{16,}")]
    private static partial Regex Short();
}
