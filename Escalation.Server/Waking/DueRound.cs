using System.Collections.Concurrent;
using Escalation.Core.Differences;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace Escalation.Server.Waking;

/// <summary>
/// Handles what is due now, those due first in front and many at once, so that they share syncs. One that goes wrong is set aside.
/// </summary>
internal sealed partial class DueRound(IJournal journal, DifferenceDesk desk, TimeProvider clock, WakingPace pace, ILogger log)
{
    private readonly SetAside aside = new(pace.Retry, clock);
    private long handled;

    public long Handled => Interlocked.Read(ref handled);

    public int SetAside => aside.Count;

    /// <returns>Whether anything was due; then more may be.</returns>
    /// <exception cref="JournalUnavailableException">Nothing at all could be handled, for the store cannot be used.</exception>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        var limit = pace.Batch + aside.Count;
        var due = await journal.DueAsync(clock.GetUtcNow(), limit, cancel);
        if (due.Count < limit) aside.ReleaseAllBut(due);
        var ids = due.Where(id => !aside.Holds(id)).ToList();
        if (ids.Count == 0) return false;
        var refused = new ConcurrentQueue<(string Id, JournalUnavailableException Problem)>();
        var before = Handled;
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = pace.AtOnce, CancellationToken = cancel }, async (id, _) =>
        {
            if (await TryHandleAsync(id, cancel) is { } problem) refused.Enqueue((id, problem));
        });

        // A store that lets some through has a fault in one place; one that lets none through is waited for as a whole.
        if (refused.TryPeek(out var first) && Handled == before) throw first.Problem;
        foreach (var (id, problem) in refused) PutAside(id, problem);
        return true;
    }

    /// <summary>When there is something to do next: now for what was set aside long enough, else the earliest due time of the others.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancel)
    {
        if (aside.UntilNext() is not { } wait) return await journal.NextDueAsync(cancel);
        var now = clock.GetUtcNow();
        var soon = (await journal.DueAsync(now + Alarm.LongestNap, aside.Count + 1, cancel)).FirstOrDefault(id => !aside.Holds(id));
        var due = soon is null ? null : (await journal.FindHeadAsync(soon, cancel))?.Due;
        return due < now + wait ? due : now + wait;
    }

    /// <returns>That the store could not be used for it, if so.</returns>
    private async Task<JournalUnavailableException?> TryHandleAsync(string id, CancellationToken cancel)
    {
        try
        {
            await LetTimePassAsync(id, cancel);
        }
        catch (JournalUnavailableException unavailable)
        {
            return unavailable;
        }
#pragma warning disable CA1031 // Whatever is wrong with this one, the deadlines of the others go on.
        catch (Exception problem) when (problem is not OperationCanceledException || !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            PutAside(id, problem);
        }

        return null;
    }

    private async Task LetTimePassAsync(string id, CancellationToken cancel)
    {
        if (await desk.RecallAsync(id, cancel) is not { } opened) return;
        var reply = await desk.AskAsync(new Question(id, Actor.Clock, new Command.LetTimePass()), cancel);
        var now = clock.GetUtcNow();
        if (reply is not Reply.Done done || done.Opened.State.NextDueAt <= now) throw new InvalidOperationException("It stays due.");
        aside.Release(id);
        Interlocked.Increment(ref handled);
        WakingMeters.Handled.Add(1);
        if (opened.State.NextDueAt is { } due) WakingMeters.Lateness.Record(Math.Max(0, (now - due).TotalSeconds));
    }

    private void PutAside(string id, Exception problem)
    {
        WakingMeters.Failed.Add(1);
        LogSetAside(id, (int)aside.Put(id).TotalMilliseconds, problem.GetType().Name);
    }

    // The kind of problem and not its message, which can quote what is personal.
    [LoggerMessage(Level = LogLevel.Error, Message = "What is due in difference {Difference} could not be handled ({Problem}); tried again in {Milliseconds} ms.")]
    private partial void LogSetAside(string difference, int milliseconds, string problem);
}
