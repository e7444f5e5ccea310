using Escalation.Service.Closures;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Escalation.Service.Reports;
using Escalation.Service.StillYou;
using EscalationFunctions.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace EscalationFunctions.Triggers;

/// <summary>What happens by the clock and not for one difference. A timer trigger runs on one instance at a time.</summary>
public sealed class Rounds(
    Reconciler reconciler, Signals signals, ReportRound reports, Recounting recounting, StillYouRound stillYou, IPasses passes, IJournal journal, TimeProvider clock)
{
    /// <summary>One marks what has to be counted again, one does it, one finds that it is done.</summary>
    private const int MostCountings = 4;

    [Function("Reconcile")]
    public async Task ReconcileAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        try
        {
            await reconciler.HandleAsync(client, cancel);
        }
        finally
        {
            await signals.SendAsync(client, cancel);
        }
    }

    /// <summary>Counts open differences again where a board's calendar has changed.</summary>
    [Function("Recount")]
    public async Task RecountAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        for (var i = 0; i < MostCountings && !await recounting.CountAllAsync(cancel); i++) cancel.ThrowIfCancellationRequested();
        await signals.SendAsync(client, cancel);
    }

    /// <summary>Asks people whom nobody has confirmed for long whether it is still them.</summary>
    [Function("StillYou")]
    public Task AskStillYouAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancel) => stillYou.AskAllAsync(cancel);

    /// <summary>Sends the overdue reports whose time has come; which those are is the round's to know.</summary>
    [Function("Report")]
    public Task ReportAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancel) => reports.HandleAsync(cancel);

    /// <summary>Throws away passes that are over, and answers to idempotency keys that nobody asks for again.</summary>
    [Function("Sweep")]
    public async Task SweepAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        await PassSweeper.SweepAsync(passes, clock.GetUtcNow(), cancel);
        await Forgetting.ForgetAsync(journal, clock.GetUtcNow(), cancel);
    }
}
