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
    public async Task<int> HandleAsync(DurableTaskClient client, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Patience;
        var mended = await index.MendAsync(before, cancel);
        var forgotten = (await journal.DueAsync(before, Most, cancel))
            .Concat((await journal.OwedAsync(before, Most, cancel)).Select(o => o.Difference)).Distinct().ToList();
        foreach (var id in forgotten)
            if (await journal.FindHeadAsync(id, cancel) is { } head)
                // One more than there is, so that one that has seen the whole record looks again all the same.
                await Signals.WakeAsync(client, id, head.Length + 1, cancel);
        await post.TellOfficesAsync(cancel);
        if (mended + forgotten.Count > 0) LogPutRight(mended, forgotten.Count);
        return forgotten.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Mended} records had an index that was left behind; {Woken} differences were due or owed notices and were woken.")]
    private partial void LogPutRight(int mended, int woken);
}
