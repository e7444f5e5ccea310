namespace EscalationFunctions.Tests.Server.Commands;

/// <summary>When the service does not start, and says why.</summary>
[NonParallelizable]
public class ServeCommandTests
{
    private static readonly (string Name, string Value)[] Settings =
    [
        ("ESCALATION_SECRET", Service.TestOffice.Secret), ("ESCALATION_ADDRESS", "https://differences.example.org"), ("ESCALATION_MAIL", "folder"),
        ("ESCALATION_MAIL_FROM", "no-reply@example.org"),
    ];

    [TestCase(null, "A secret is needed", TestName = "Without_a_secret_it_does_not_start_and_says_how_to_make_one")]
    [TestCase("short", "too easy to guess", TestName = "A_short_secret_protects_nothing")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "too easy to guess", TestName = "Nor_does_a_long_one_of_the_same_letter")]
    public async Task A_secret_is_needed(string? secret, string why)
    {
        using var folder = new Service.TestFolder();
        Environment.SetEnvironmentVariable("ESCALATION_SECRET", secret);
        try
        {
            var (code, _, error) = await CommandLine.Run("serve", "--data", folder.Path);
            Assert.That(code, Is.EqualTo(1));
            Assert.That(error, Does.Contain(why).And.Contain("\nESCALATION_ADDRESS is missing: ").And.Contain("\nESCALATION_MAIL is missing: "), "all at once");
            Assert.That(System.IO.Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty, "nothing was begun");
        }
        finally
        {
            Environment.SetEnvironmentVariable("ESCALATION_SECRET", null);
        }
    }

    [Test]
    public async Task A_second_service_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        using var folder = new Service.TestFolder();
        await using var first = await DemoService.StartAsync("--data", folder.Path);
        var (code, _, error) = await CommandLine.Run("serve", "--demo", "--urls", "http://127.0.0.1:0", "--data", folder.Path);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("another service is running on this folder"));
        using var client = first.Client;
        Assert.That((await client.GetAsync("/health/ready")).IsSuccessStatusCode, Is.True);
    }

    [Test]
    public async Task An_empty_folder_serves_nobody_and_says_what_it_needs()
    {
        using var folder = new Service.TestFolder();
        foreach (var (name, value) in Settings) Environment.SetEnvironmentVariable(name, value);
        try
        {
            using var stop = new CancellationTokenSource();
            using var output = new StoppingWriter("There is no board yet", stop);
            string[] args = ["serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0"];
            Assert.That(await Escalation.Server.Program.RunAsync(args, output, output, stop.Token), Is.Zero);
            Assert.That(output.ToString(), Does.Contain("escalation board set"));
        }
        finally
        {
            foreach (var (name, _) in Settings) Environment.SetEnvironmentVariable(name, null);
        }
    }

    /// <summary>Stops the command when it has said something.</summary>
    private sealed class StoppingWriter(string when, CancellationTokenSource stop) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.Contains(when, StringComparison.Ordinal) == true) await stop.CancelAsync();
        }
    }
}
