using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EscalationFunctions.Tests.Server;

/// <summary>The page that newcomers copy from is run from top to bottom, so that it says what is true.</summary>
[Category("Walkthrough")]
public partial class WalkthroughTests
{
    [Test]
    [CancelAfter(180_000)]
    public async Task Both_differences_of_the_walkthrough_go_from_the_first_concern_to_the_last_outcome(CancellationToken cancel)
    {
        await using var demo = await DemoService.StartAsync();
        using var folder = new Service.TestFolder();
        var page = File.ReadAllText(Repository.PathTo("docs/walkthrough.md"));
        var script = string.Join("\n", Block().Matches(page).Select(m => m.Groups[1].Value));
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = folder.Path, Environment = { ["URL"] = demo.Url }, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var (said, problems) = (bash.StandardOutput.ReadToEndAsync(cancel), bash.StandardError.ReadToEndAsync(cancel));
        await bash.WaitForExitAsync(cancel);
        Assert.That(bash.ExitCode, Is.Zero, $"{await said}\n{await problems}");
        Assert.That(await said, Does.Contain("escalated-by-clock").And.Contain("decision-made").And.Contain("closed").And.Contain(".eml"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder.Path, "record.json"), cancel), Does.Contain("SC-4471"), "the copy for the file");
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
