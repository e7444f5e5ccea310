using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using EscalationFunctions.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Orchestrations;

/// <summary>
/// Finds what fell between two stools and puts it right: records whose index was left behind, differences that are due and notices that are
/// owed while no orchestration does anything about them. It goes by the journal alone.
/// </summary>
public sealed partial class Reconciler(IJournal journal, TablesIndex index, DifferencePost post, TimeProvider clock, ILogger<Reconciler> log)
{
    /// <summary>What is younger is most likely being done just now.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Who was woken for so long and did nothing waits for something that was lost, and waits for ever. Longer than an orchestration tries by
    /// itself what fails.
    /// </summary>
    public static readonly TimeSpan InVain = TimeSpan.FromMinutes(25);

    private const int Most = 1_000;

    // Since when each is woken, its record being so long. In memory only: whoever begins anew waits that long once more.
    private Dictionary<(string Id, int Length), DateTimeOffset> since = [];

    /// <returns>How many orchestrations were started or woken.</returns>
    /// <exception cref="InvalidOperationException">Some could not be put right, which the log names; all others were.</exception>
    public async Task<int> HandleAsync(DurableTaskClient client, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Patience;
        var (mended, left) = await index.MendAsync(before, cancel);
        var forgotten = (await journal.DueAsync(before, Most, cancel))
            .Concat((await journal.OwedAsync(before, Most, cancel)).Select(o => o.Difference)).Distinct().ToList();
        var (woken, still) = (0, new Dictionary<(string Id, int Length), DateTimeOffset>());
        foreach (var id in forgotten)
            if (await TryWakeAsync(client, id, still, cancel)) woken++;
        since = still;
        await post.TellOfficesAsync(cancel);
        if (mended + woken > 0) LogPutRight(mended, woken);
        left += forgotten.Count - woken;
        // So that the host counts this run as failed, and an alert sees it.
        return left == 0 ? woken : throw new InvalidOperationException($"{left} differences could not be put right; it is tried again in a minute.");
    }

    /// <param name="still">Since when those of this run are woken.</param>
    private async Task<bool> TryWakeAsync(
        DurableTaskClient client, string id, Dictionary<(string Id, int Length), DateTimeOffset> still, CancellationToken cancel)
    {
        try
        {
            if (await journal.FindHeadAsync(id, cancel) is { } head) await WakeOrEndAsync(client, head, still, cancel);
            return true;
        }
#pragma warning disable CA1031 // Whatever is wrong with this one, those behind it are woken.
        catch (Exception problem) when (problem is not JournalUnavailableException && !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotWoken(id, problem.GetType().Name);
            return false;
        }
    }

    private async Task WakeOrEndAsync(
        DurableTaskClient client, Head head, Dictionary<(string Id, int Length), DateTimeOffset> still, CancellationToken cancel)
    {
        var (now, key) = (clock.GetUtcNow(), (head.Id, head.Length));
        var first = since.GetValueOrDefault(key, now);
        if (now - first < InVain)
        {
            still[key] = first;
            // One more than there is, so that one that has seen the whole record looks again all the same.
            await Signals.WakeAsync(client, head.Id, head.Length + 1, cancel);
            return;
        }

        // No event helps one whose activity's answer was lost. Ended, it is started from the record by the next run.
        LogEnded(head.Id, InVain.TotalMinutes);
        await client.TerminateInstanceAsync(head.Id, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Mended} records had an index that was left behind; {Woken} differences were due or owed notices and were woken.")]
    private partial void LogPutRight(int mended, int woken);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Difference {Difference} was woken for {Minutes} minutes in vain; its orchestration is ended, and started again in a minute.")]
    private partial void LogEnded(string difference, double minutes);

    // The kind of problem and not its message, which can quote what is personal.
    [LoggerMessage(Level = LogLevel.Error,
        Message = "Difference {Difference} is due or owes notices and could not be woken ({Problem}); tried again in a minute.")]
    private partial void LogNotWoken(string difference, string problem);
}
