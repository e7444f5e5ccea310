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

    private const int Most = 1_000;

    /// <returns>How many orchestrations were started or woken.</returns>
    /// <exception cref="InvalidOperationException">Some could not be put right, which the log names; all others were.</exception>
    public async Task<int> HandleAsync(DurableTaskClient client, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Patience;
        var (mended, left) = await index.MendAsync(before, cancel);
        var forgotten = (await journal.DueAsync(before, Most, cancel))
            .Concat((await journal.OwedAsync(before, Most, cancel)).Select(o => o.Difference)).Distinct().ToList();
        var woken = 0;
        foreach (var id in forgotten)
            if (await TryWakeAsync(client, id, cancel)) woken++;
        await post.TellOfficesAsync(cancel);
        if (mended + woken > 0) LogPutRight(mended, woken);
        left += forgotten.Count - woken;
        // So that the host counts this run as failed, and an alert sees it.
        return left == 0 ? woken : throw new InvalidOperationException($"{left} differences could not be put right; it is tried again in a minute.");
    }

    private async Task<bool> TryWakeAsync(DurableTaskClient client, string id, CancellationToken cancel)
    {
        try
        {
            // One more than there is, so that one that has seen the whole record looks again all the same.
            if (await journal.FindHeadAsync(id, cancel) is { } head) await Signals.WakeAsync(client, id, head.Length + 1, cancel);
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

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Mended} records had an index that was left behind; {Woken} differences were due or owed notices and were woken.")]
    private partial void LogPutRight(int mended, int woken);

    // The kind of problem and not its message, which can quote what is personal.
    [LoggerMessage(Level = LogLevel.Error,
        Message = "Difference {Difference} is due or owes notices and could not be woken ({Problem}); tried again in a minute.")]
    private partial void LogNotWoken(string difference, string problem);
}
