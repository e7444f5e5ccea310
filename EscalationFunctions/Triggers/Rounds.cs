using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Escalation.Service.Reports;
using EscalationFunctions.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace EscalationFunctions.Triggers;

/// <summary>What happens by the clock and not for one difference. A timer trigger runs on one instance at a time.</summary>
public sealed class Rounds(Reconciler reconciler, Signals signals, ReportRound reports, IPasses passes, IJournal journal, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>As long as the embedded host: <c>Escalation.Server/Waking/Forgetting.cs</c>.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    [Function("Reconcile")]
    public async Task ReconcileAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        await reconciler.HandleAsync(client, cancel);
        await signals.SendAsync(client, cancel);
    }

    /// <summary>Sends the overdue reports whose time has come; which those are is the round's to know.</summary>
    [Function("Report")]
    public Task ReportAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancel) => reports.HandleAsync(cancel);

    /// <summary>Throws away passes that are over, and answers to idempotency keys that nobody asks for again.</summary>
    [Function("Sweep")]
    public async Task SweepAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        while (await passes.SweepAsync(clock.GetUtcNow(), Batch, cancel) == Batch) cancel.ThrowIfCancellationRequested();
        while (await journal.ForgetAnswersAsync(clock.GetUtcNow() - Remembered, Batch, cancel) == Batch) cancel.ThrowIfCancellationRequested();
    }
}
