using Escalation.Service.Desk;
using EscalationFunctions.Orchestrations;
using EscalationFunctions.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Durable.Tests;

/// <summary>How the host is put together, and what it tells the Functions host of itself.</summary>
public class AzureHostTests
{
    private static readonly Dictionary<string, string> Sound = new()
    {
        ["ESCALATION_ADDRESS"] = "https://differences.example.org", ["ESCALATION_MAIL"] = "smtp", ["ESCALATION_MAIL_FROM"] = "no-reply@example.org",
        ["ESCALATION_SMTP_HOST"] = "mail.example.org", ["ESCALATION_SECRET"] = "4wYyB0dXw1lq2kq8VYB3m5Zl8a1bC9dE",
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
    };

    [Test]
    public void Whoever_has_set_nothing_is_told_of_everything_at_once() =>
        Assert.That(ProblemsOf([]).Select(p => p.Split(' ')[0]), Is.EquivalentTo(new[]
        {
            "ESCALATION_SECRET", "ESCALATION_ADDRESS", "ESCALATION_MAIL", "AzureWebJobsStorage__tableServiceUri",
        }));

    [TestCase("ESCALATION_SECRET", "too short", TestName = "A_secret_that_can_be_guessed_is_refused")]
    [TestCase("ESCALATION_MAIL", "folder", TestName = "Letters_do_not_go_into_a_folder_that_goes_with_the_machine")]
    public void What_is_wrong_is_said(string name, string value) =>
        Assert.That(ProblemsOf(new(Sound) { [name] = value }), Has.Exactly(1).Items.And.All.StartsWith($"{name}:"));

    [Test]
    public void The_address_of_the_tables_has_to_be_encrypted()
    {
        var settings = new Dictionary<string, string>(Sound) { ["AzureWebJobsStorage__tableServiceUri"] = "http://tables.example.org" };
        settings.Remove("AzureWebJobsStorage");
        Assert.That(ProblemsOf(settings), Is.EqualTo(new[] { "AzureWebJobsStorage__tableServiceUri: has to be an https address." }));
        settings["AzureWebJobsStorage__tableServiceUri"] = "https://tables.example.org";
        Assert.That(ProblemsOf(settings), Is.Empty);
    }

    [Test]
    public async Task Everything_that_a_function_needs_is_there()
    {
        await using var azurite = new Azurite(TimeProvider.System);
        await using var services = AzureOffice.Compose(new ServiceCollection().AddLogging(), azurite, TimeProvider.System, "mail").BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true });
        foreach (var function in new[] { typeof(DifferenceActivities), typeof(Rounds) })
            Assert.That(ActivatorUtilities.CreateInstance(services, function), Is.Not.Null);
        Assert.That(services.GetRequiredService<IJournal>(), Is.InstanceOf<EscalationFunctions.Tables.TablesJournal>());
    }

    [Test]
    public async Task The_functions_host_is_told_of_every_function_and_what_triggers_it()
    {
        var functions = await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync("");
        var triggers = functions.ToDictionary(f => f.Name!, f => string.Concat(f.RawBindings!));
        Assert.That(triggers.Keys, Is.EquivalentTo(new[] { "Http", "Difference", "Look", "LetTimePass", "Send", "Reconcile", "Recount", "Report", "StillYou", "Sweep" }));
        Assert.That(triggers["Http"],
            Does.Contain("httpTrigger").And.Contain("{*path}").And.Contain("Anonymous").And.Contain("head").And.Contain("durableClient"));
        Assert.That(triggers["Difference"], Does.Contain("orchestrationTrigger"));
        Assert.That(new[] { "Look", "LetTimePass", "Send" }.Select(n => triggers[n]), Has.All.Contain("activityTrigger"));
        Assert.That(new[] { "Reconcile", "Recount", "Report", "StillYou", "Sweep" }.Select(n => triggers[n]), Has.All.Contain("timerTrigger"));
    }

    private static string[] ProblemsOf(Dictionary<string, string> settings)
    {
        try
        {
            new ServiceCollection().AddAzureHost(name => settings.GetValueOrDefault(name));
            return [];
        }
        catch (InvalidOperationException problems)
        {
            Assert.That(problems.Message, Does.Not.Contain('\n'), "the Functions host would show its first line");
            return problems.Message.Split(AzureHost.AndAlso);
        }
    }
}
