using EscalationFunctions;
using EscalationFunctions.Orchestrations;
using EscalationFunctions.Tables;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

if (BoardFiles.IsAskedFor(args))
    return await BoardFiles.RunAsync(args, () => AzureHost.StoreOf(Environment.GetEnvironmentVariable), Console.Out, Console.Error, CancellationToken.None);

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAzureHost(Environment.GetEnvironmentVariable);

using var host = builder.Build();
await host.Services.GetRequiredService<TableStore>().PrepareAsync(CancellationToken.None);
// Listens from the first decision on; it is asked for by name nowhere before.
host.Services.GetRequiredService<Signals>();
await host.RunAsync();
return 0;
