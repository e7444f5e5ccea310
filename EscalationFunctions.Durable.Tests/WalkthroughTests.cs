using System.Diagnostics;
using System.Text.RegularExpressions;
using EscalationFunctions.Tests;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Durable.Tests;

/// <summary>The walkthrough that newcomers copy from, against the Azure host's pipeline, tables and orchestrations, with its process killed on the
/// way.</summary>
public partial class WalkthroughTests
{
    private const string KillHere = "get \"$COUNCIL\" \"/differences/$ID\" | jq -e '.stage == \"3\"'";

    [Test]
    [CancelAfter(600_000)]
    public async Task Both_differences_go_from_the_first_concern_to_the_last_outcome_though_the_process_dies_in_the_middle_of_a_stage(CancellationToken cancel)
    {
        await using var web = await AzureWeb.StartAsync();
        using var folder = new TestFolder();
        var page = File.ReadAllText(Repository.PathTo("docs/walkthrough.md"));
        var script = string.Join("\n", Block().Matches(page).Select(m => m.Groups[1].Value));
        Assert.That(script, Does.Contain(KillHere));
        // The script waits while the process is away, as somebody would who is told that the service is not there.
        script = script.Replace(KillHere,
            $"{KillHere}\ntouch kill; while [ -e kill ]; do read -r -t 0.2 _ < <(tail -f /dev/null) || true; done\n{KillHere}", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = folder.Path, Environment = { ["URL"] = web.Url }, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var (said, problems) = (bash.StandardOutput.ReadToEndAsync(cancel), bash.StandardError.ReadToEndAsync(cancel));
        var kill = Path.Combine(folder.Path, "kill");
        await Eventually.TrueAsync(() => Task.FromResult(bash.HasExited || File.Exists(kill)), cancel);
        if (!bash.HasExited)
        {
            await web.DieAndBeginAgainAsync();
            File.Delete(kill);
        }

        await bash.WaitForExitAsync(cancel);
        Assert.That(bash.ExitCode, Is.Zero, $"{await said}\n{await problems}");
        Assert.That(web.Deaths, Is.EqualTo(1));
        Assert.That(await said, Does.Contain("escalated-by-clock").And.Contain("decision-made").And.Contain("closed").And.Contain(".eml"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder.Path, "record.json"), cancel), Does.Contain("SC-4471"), "the copy for the file");
        await web.IsWholeAsync();
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
