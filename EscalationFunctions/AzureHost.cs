using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Escalation.Service;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Escalation.Service.Settings;
using Escalation.Service.StillYou;
using EscalationFunctions.Orchestrations;
using EscalationFunctions.Tables;
using EscalationFunctions.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions;

/// <summary>The service over Table storage and Durable Functions: put together here.</summary>
public static class AzureHost
{
    /// <summary>What the names of our tables begin with, beside those of the Functions host in the same account.</summary>
    public const string TablePrefix = "Escalation";

    /// <summary>
    /// Between problems, which all go on one line: of what a worker says while it fails, the Functions host shows the lines that look like errors.
    /// </summary>
    internal const string AndAlso = " | ";

    private const string Storage = "AzureWebJobsStorage";

    /// <summary>Registers all of it, by what the environment says; docs/azure.md lists the variables.</summary>
    /// <exception cref="InvalidOperationException">Something is missing or wrong; all of it is said, on one line.</exception>
    public static IServiceCollection AddAzureHost(this IServiceCollection services, Func<string, string?> environment)
    {
        var surroundings = new Surroundings(environment);
        var (seal, outgoing, account) = (SecretSetting.Of(surroundings), OutgoingSettings.Of(surroundings), AccountOf(surroundings));
        if (surroundings.Find("ESCALATION_MAIL") == "folder" && surroundings.Find("AZURE_FUNCTIONS_ENVIRONMENT") != "Development")
            surroundings.Wrong("ESCALATION_MAIL", "has to be smtp or notify here, where a folder is thrown away with the machine");
        if (surroundings.Problems.Count > 0) throw new InvalidOperationException(string.Join(AndAlso, surroundings.Problems));
        var mail = Path.Combine(Path.GetTempPath(), "escalation-mail");
        return services.AddSingleton(seal!).AddSingleton(outgoing.Address!).AddSingleton(outgoing.Postbox!(mail, TimeProvider.System))
            .AddSingleton(DeliveryPace.Usual with { Hours = outgoing.Hours })
            .AddAzureHost(account!, TablePrefix, TimeProvider.System);
    }

    /// <summary>The tables alone, for who brings a board.</summary>
    /// <exception cref="InvalidOperationException">The environment does not say where they are.</exception>
    internal static TableStore StoreOf(Func<string, string?> environment)
    {
        var surroundings = new Surroundings(environment);
        var account = AccountOf(surroundings);
        return surroundings.Problems.Count == 0
            ? new TableStore(account!, TablePrefix, TimeProvider.System) : throw new InvalidOperationException(string.Join(AndAlso, surroundings.Problems));
    }

    /// <summary>Registers what does not come from the environment.</summary>
    internal static IServiceCollection AddAzureHost(this IServiceCollection services, TableServiceClient account, string tables, TimeProvider clock)
    {
        services.AddSingleton(s => new TableStore(account, tables, clock, s.GetRequiredService<ILogger<TableStore>>()));
        return services.AddSingleton(s => StoreOf(s).Index).AddSingleton<IJournal>(s => StoreOf(s).Journal).AddSingleton<IPapers>(s => StoreOf(s).Papers)
            .AddSingleton<IPasses>(s => StoreOf(s).Passes)
            .AddSingleton(clock).AddEscalation()
            .AddSingleton<DifferencePost>().AddSingleton<DifferenceActivities>().AddSingleton<Signals>().AddSingleton<Reconciler>()
            .AddSingleton<HttpPipeline>().AddSingleton<StillYouRound>();
    }

    private static TableStore StoreOf(IServiceProvider services) => services.GetRequiredService<TableStore>();

    // As the Functions host itself reads it: a connection string, or the address of the tables and who we are.
    private static TableServiceClient? AccountOf(Surroundings s)
    {
        if (s.Find(Storage) is { } connection) return new TableServiceClient(connection);
        var said = s.Need($"{Storage}__tableServiceUri", $"the address of the account's tables, or {Storage} with a connection string");
        if (said.Length == 0) return null;
        if (Uri.TryCreate(said, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            return new TableServiceClient(address, IdentityOf(s));
        s.Wrong($"{Storage}__tableServiceUri", "has to be an https address");
        return null;
    }

    private static TokenCredential IdentityOf(Surroundings s) => new ManagedIdentityCredential(
        s.Find($"{Storage}__clientId") is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
}
