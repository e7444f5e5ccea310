using System.Diagnostics;

namespace EscalationFunctions.Tests.Browser;

/// <summary>
/// Holds HTML to the standard by html-validate, which npm brings at the version of the lock file and the Node.js that Playwright carries runs.
/// A parser alone would not do: what browsers put right in silence, such as a heading in a label's place, no parser reports.
/// Of its recommended rules five are off. How a box that is ticked says so, how long a title is (it ends with the board's name), spaces at the
/// ends of lines and how an element without content is closed are a matter of taste; and a table whose rows stand under each other on a narrow
/// screen has to say its roles, which browsers forget then. Three are as wide as the standard: boxes that belong together have one name, an id
/// may have any letters but spaces (ours are the fields of the API), and what looks like a button or a banner says so, as in the GOV.UK Design
/// System.
/// </summary>
internal static class HtmlValidator
{
    private static readonly string Source = Repository.PathTo("EscalationFunctions.Tests/Browser/Html");

    private static readonly string Tools = Path.Combine(AppContext.BaseDirectory, "html-tools");

    /// <returns>What is wrong: file, place and rule, a line each; nothing where all is well.</returns>
    public static async Task<string> CheckAsync(string folder)
    {
        await RestoreAsync();
        var (status, said) = await RunAsync(Node(), Tools,
            [Path.Combine(Tools, "node_modules/html-validate/bin/html-validate.mjs"), "--config", Path.Combine(Source, "htmlvalidate.json"), "--formatter", "text", Path.Combine(folder, "*.html")]);
        return status == 0 ? "" : string.Join('\n', said.Split('\n').Select(line => line[(line.LastIndexOf('/') + 1)..]).Take(40));
    }

    /// <summary>Once for each lock file.</summary>
    private static async Task RestoreAsync()
    {
        var restored = Path.Combine(Tools, "restored");
        var wanted = await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"));
        if (File.Exists(restored) && await File.ReadAllTextAsync(restored) == wanted) return;
        Directory.CreateDirectory(Tools);
        foreach (var file in (string[])["package.json", "package-lock.json"]) File.Copy(Path.Combine(Source, file), Path.Combine(Tools, file), overwrite: true);
        var (status, said) = await RunAsync("npm", Tools, ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]);
        Assert.That(status, Is.Zero, $"npm could not restore html-validate (on Debian: apt-get install npm): {said}");
        await File.WriteAllTextAsync(restored, wanted);
    }

    private static string Node() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, ".playwright", "node"), "node*", SearchOption.AllDirectories)
        .First(f => Path.GetFileNameWithoutExtension(f) == "node");

    private static async Task<(int Status, string Said)> RunAsync(string program, string folder, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, problems) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await problems);
    }
}
