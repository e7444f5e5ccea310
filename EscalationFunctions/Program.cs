using EscalationFunctions;
using EscalationFunctions.Orchestrations;
using EscalationFunctions.Tables;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

if (BoardFiles.IsAskedFor(args))
{
    var store = AzureHost.StoreOf(Environment.GetEnvironmentVariable);
    var count = await BoardFiles.MoveAsync(args, store, CancellationToken.None);
    Console.WriteLine($"{count.Board}: {count.Papers} papers, {count.Differences} differences");
    return;
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAzureHost(Environment.GetEnvironmentVariable);

using var host = builder.Build();
await host.Services.GetRequiredService<TableStore>().PrepareAsync(CancellationToken.None);
// Listens from the first decision on; it is asked for by name nowhere before.
host.Services.GetRequiredService<Signals>();
await host.RunAsync();
