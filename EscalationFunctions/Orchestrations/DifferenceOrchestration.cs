using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace EscalationFunctions.Orchestrations;

/// <summary>
/// Wakes one difference, whose id is the instance's. It decides nothing: it asks where the difference stands, waits until something is due or
/// somebody has acted, has the desk told that time has passed, has notices sent, and starts again with no history.
/// </summary>
public static class DifferenceOrchestration
{
    public const string Name = "Difference";

    /// <summary>That something was kept; its payload is the length of the record by then.</summary>
    public const string Kept = "kept";

    // The store may be away for a while. After these some twenty minutes it fails where it can be seen, and the reconciler starts it again.
    private static readonly TaskOptions Patiently = new(new TaskRetryOptions(new RetryPolicy(
        maxNumberOfAttempts: 8, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2.5, maxRetryInterval: TimeSpan.FromMinutes(5))));

    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var outlook = await context.CallActivityAsync<Outlook>(DifferenceActivities.Look, context.InstanceId, Patiently);
        context.SetCustomStatus(outlook.Standing);
        switch (outlook.Next)
        {
            case Step.Nothing:
                return;
            case Step.LetTimePass:
                await context.CallActivityAsync(DifferenceActivities.LetTimePass, context.InstanceId, Patiently);
                break;
            case Step.Send:
                await context.CallActivityAsync(DifferenceActivities.Send, context.InstanceId, Patiently);
                break;
            default:
                await WaitAsync(context, outlook);
                break;
        }

        // What happened meanwhile is seen by the next look. An event that came too early is carried over; one that came to nobody, because the
        // timer had won, is no loss, for whatever it told of is in the record.
        context.ContinueAsNew();
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, Outlook outlook)
    {
        using var over = new CancellationTokenSource();
        var due = context.CreateTimer(context.CurrentUtcDateTime + outlook.For, over.Token);
        await Task.WhenAny(due, NewsAsync(context, outlook.Length, over.Token));
        // A pending timer would keep the instance from starting again. Not CancelAsync: an orchestrator stays on its one thread.
        over.Cancel();
    }

    /// <summary>Passes over what the look has seen already.</summary>
    private static async Task NewsAsync(TaskOrchestrationContext context, int seen, CancellationToken cancel)
    {
        while (await context.WaitForExternalEvent<int>(Kept, cancel) <= seen)
        {
            // The look came after it.
        }
    }
}
