using System.Collections.Concurrent;
using Escalation.Service.Desk;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Orchestrations;

/// <summary>
/// Tells orchestrations of what was kept, after it was kept. A signal that is lost costs lateness: the reconciler, or the orchestration's own
/// timer, finds the same record later.
/// </summary>
public sealed partial class Signals : IDisposable
{
    private readonly ConcurrentDictionary<string, int> heard = new();
    private readonly DeskBell bell;
    private readonly ILogger<Signals> log;

    public Signals(DeskBell bell, ILogger<Signals> log)
    {
        (this.bell, this.log) = (bell, log);
        bell.Rang += Hear;
    }

    /// <summary>Sends what was heard since the last time. It throws nothing: whoever was answered has been answered rightly.</summary>
    public async Task SendAsync(DurableTaskClient client, CancellationToken cancel)
    {
        foreach (var id in heard.Keys)
            if (heard.TryRemove(id, out var length)) await SendAsync(client, id, length, cancel);
    }

    /// <summary>Wakes the orchestration of a difference, starting it if it does not run. Done twice, it is done once.</summary>
    /// <param name="length">The length of the record by now.</param>
    public static async Task WakeAsync(DurableTaskClient client, string id, int length, CancellationToken cancel)
    {
        if (await client.GetInstanceAsync(id, cancel) is { IsCompleted: false })
        {
            await client.RaiseEventAsync(id, DifferenceOrchestration.Kept, length, cancel);
            return;
        }

        try
        {
            var one = new StartOrchestrationOptions(id).WithDedupeStatuses(
                OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
            await client.ScheduleNewOrchestrationInstanceAsync(DifferenceOrchestration.Name, null, one, cancel);
        }
        catch (DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException)
        {
            // Somebody else started it in between, and it may have looked before what we heard of.
            await client.RaiseEventAsync(id, DifferenceOrchestration.Kept, length, cancel);
        }
    }

    public void Dispose() => bell.Rang -= Hear;

    private void Hear(Append append) => heard.AddOrUpdate(append.Head.Id, append.Head.Length, (_, before) => Math.Max(before, append.Head.Length));

    private async Task SendAsync(DurableTaskClient client, string id, int length, CancellationToken cancel)
    {
        try
        {
            await WakeAsync(client, id, length, cancel);
        }
        catch (Exception problem) when (problem is RpcException or OperationCanceledException)
        {
            LogLost(id, problem.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The orchestration of difference {Difference} could not be told ({Problem}); the reconciler finds it.")]
    private partial void LogLost(string difference, string problem);
}
