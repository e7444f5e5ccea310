using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>What is kept of every page that a browser test visits: how it looked, and its HTML as it was sent.</summary>
internal static partial class PageFiles
{
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
        var name = $"{Interlocked.Increment(ref count):0000}-{Short().Replace(new Uri(page.Url).AbsolutePath.Trim('/'), "one").Replace('/', '.')}";
        Directory.CreateDirectory(Path.Combine(Screenshots, story, guise.Name));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, story, guise.Name, $"{name}.png"), FullPage = true });
        await File.WriteAllBytesAsync(Path.Combine(Html, $"{name}.html"), html);
        return name;
    }

    /// <summary>What stands for one difference in an address.</summary>
    [GeneratedRegex("(?<=differences/)[0-9a-z]{16,}")]
    private static partial Regex Short();
}
