using Azure.Data.Tables;
using EscalationFunctions.Tables;

namespace EscalationFunctions.Durable.Tests;

/// <summary>
/// Tables of a test's own in a storage account: Azurite's on this machine (<c>npx azurite-table</c>), or the one that ESCALATION_TEST_STORAGE
/// names by a connection string. Without either the tests fail, for they would show nothing.
/// </summary>
internal sealed class Azurite(TimeProvider clock) : IAsyncDisposable
{
    public TableServiceClient Account { get; } = new(Environment.GetEnvironmentVariable("ESCALATION_TEST_STORAGE") ?? "UseDevelopmentStorage=true");

    public string Prefix { get; } = $"Test{Guid.NewGuid():N}";

    public TableStore Store => new(Account, Prefix, clock);

    public TableClient Table(string name) => Account.GetTableClient(Prefix + name);

    public static async Task<Azurite> OpenAsync(TimeProvider clock)
    {
        var azurite = new Azurite(clock);
        await azurite.Store.PrepareAsync(default);
        return azurite;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in TableStore.Names) await Account.DeleteTableAsync(Prefix + name);
    }
}
