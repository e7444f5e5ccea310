using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Closures;

/// <summary>
/// Counts the open differences of every board again whose calendar has changed since all of them were counted. Counting twice is counting once:
/// it begins anew after a restart, moves what had not been moved yet, and tells nobody a second time.
/// </summary>
public sealed partial class Recounting(IJournal journal, DifferenceDesk desk, BoardRooms rooms, TimeProvider clock, ILogger<Recounting> log)
{
    /// <summary>In whose name it is counted where the calendar was changed beside the service.</summary>
    public static readonly Actor Itself = new Actor.TheService("calendar");

    /// <summary>Few enough that whoever writes something else hardly notices.</summary>
    private const int AtOnce = 4;

    /// <summary>Something has to be counted now.</summary>
    public event Action? Wanted;

    internal void Ring() => Wanted?.Invoke();

    /// <returns>Whether all is counted; if not, there is more to do soon.</returns>
    public async Task<bool> CountAllAsync(CancellationToken cancel)
    {
        var all = true;
        foreach (var room in await rooms.AllAsync(cancel)) all &= await CountAsync(room.Board.Id, cancel);
        return all;
    }

    private async Task<bool> CountAsync(string board, CancellationToken cancel)
    {
        var papers = await rooms.PapersAsync(cancel);
        var room = await rooms.OfAsync(board, cancel);
        var (mark, edition) = CountingMark.Of(board, papers);
        if (mark?.Holds(room) == true) return true;
        if (mark?.Begun is not { } begun)
        {
            // Marked before the first date moves: a change that is taken back while it is counted has moved some all the same.
            var noticed = (mark ?? CountingMark.Unknown(room)) with { Begun = new CountingBegun(Itself, clock.GetUtcNow()) };
            await rooms.ChangeAsync([noticed.ToPaper(board, edition)], [], cancel);
            return false;
        }

        var reason = ClosureWords.Reason(mark.Closures, room.Board.Closures);
        if (await SweepAsync(board, begun, reason, cancel) is not { } done) return false;
        // If the closure days changed meanwhile, some were counted under others than the rest: then it is not done.
        if (EditionOf(await rooms.PapersAsync(cancel), board) != EditionOf(papers, board)) return false;
        LogCounted(board, done.Open, done.Dates);
        return await rooms.ChangeAsync([CountingMark.Done(room, done).ToPaper(board, edition)], [], cancel);
    }

    private static long EditionOf(IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper> papers, string board) =>
        papers[(board, Drawers.Board, board)].Edition;

    /// <summary>
    /// Goes over all that is open. Done only when nothing moved any more: whoever decided something under the old calendar in the meantime is
    /// counted the next time.
    /// </summary>
    private async Task<CountingDone?> SweepAsync(string board, CountingBegun begun, string reason, CancellationToken cancel)
    {
        var (open, moved, dates, unfinished) = (0, 0, 0, 0);
        await Parallel.ForEachAsync(
            journal.OpenOfAsync(board, cancel), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (head, within) =>
            {
                if (await TryCountAsync(head.Id, begun, reason, within) is not { } count)
                {
                    Interlocked.Increment(ref unfinished);
                    return;
                }

                Interlocked.Increment(ref open);
                Interlocked.Add(ref dates, count);
                if (count > 0) Interlocked.Increment(ref moved);
            });
        return unfinished == 0 ? new CountingDone(begun.At, clock.GetUtcNow(), open, moved, dates) : null;
    }

    /// <returns>How many of its dates the change of calendar has moved, also before a restart; none where that is not over yet.</returns>
    private async Task<int?> TryCountAsync(string id, CountingBegun begun, string reason, CancellationToken cancel)
    {
        try
        {
            var reply = await desk.AskAsync(new Question(id, begun.By, new Command.CountAgain(reason)), cancel);
            if (reply is Reply.Done { Added.Count: > 0 } || await desk.ReadAsync(id, cancel) is not { } full) return null;
            return full.Entries.Count(e => e.At >= begun.At && e.Fact is Fact.DeadlineMoved { Because: Moving.Calendar });
        }
#pragma warning disable CA1031 // Whatever is wrong with this one, the dates of the others are counted; it is tried again.
        catch (Exception problem) when (problem is not (JournalUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
        {
            LogLeft(id, problem.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The calendar of board {Board} has changed: {Open} open differences were counted again, {Dates} dates moved.")]
    private partial void LogCounted(string board, int open, int dates);

    // The kind of problem and not its message, which can quote what is personal.
    [LoggerMessage(Level = LogLevel.Error, Message = "Difference {Difference} could not be counted again ({Problem}); it is tried again.")]
    private partial void LogLeft(string difference, string problem);
}
