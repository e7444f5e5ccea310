using System.Collections.Concurrent;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Closures;

/// <summary>
/// Counts the open differences of every board again whose calendar has changed since all of them were counted. Counting twice is counting once:
/// it begins anew after a restart, moves what had not been moved yet, and tells nobody a second time. A difference that cannot be counted keeps
/// nothing from being done: it is tried by itself after that.
/// </summary>
public sealed partial class Recounting(IJournal journal, DifferenceDesk desk, BoardRooms rooms, TimeProvider clock, ILogger<Recounting> log)
{
    /// <summary>In whose name it is counted where the calendar was changed beside the service.</summary>
    public static readonly Actor Itself = new Actor.TheService("calendar");

    /// <summary>Few enough that whoever writes something else hardly notices.</summary>
    private const int AtOnce = 4;

    private static readonly Backoff Retry = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(6));

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
        if (mark?.Holds(room) == true) return mark.Left is not { } left || await CountLeftAsync(room, mark.Last!, left, edition, cancel);
        if (mark?.Begun is not { } begun)
        {
            // Marked before the first date moves: a change that is taken back while it is counted has moved some all the same.
            var noticed = (mark ?? CountingMark.Unknown(room)) with { Begun = new CountingBegun(Itself, clock.GetUtcNow()) };
            await rooms.ChangeAsync([noticed.ToPaper(board, edition)], [], cancel);
            return false;
        }

        var reason = ClosureWords.Reason(mark.Closures, room.Board.Closures);
        if (await GoOverAsync(journal.OpenOfAsync(board, cancel).Select(h => h.Id), begun, reason, cancel) is not { } counted) return false;
        // If the closure days changed meanwhile, some were counted under others than the rest: then it is not done.
        if (EditionOf(await rooms.PapersAsync(cancel), board) != EditionOf(papers, board)) return false;
        var done = counted.With(new CountingDone(begun.At, clock.GetUtcNow(), 0, 0, 0));
        return await KeepAsync(room, done, LeftBy(counted, begun, reason, failures: 1), edition, cancel);
    }

    private static long EditionOf(IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper> papers, string board) =>
        papers[(board, Drawers.Board, board)].Edition;

    /// <summary>Counts what could not be counted with the others, once its time has come.</summary>
    private async Task<bool> CountLeftAsync(BoardRoom room, CountingDone last, CountingLeft left, long edition, CancellationToken cancel)
    {
        if (left.NextAt > clock.GetUtcNow()) return true;
        if (await GoOverAsync(left.Differences.ToAsyncEnumerable(), left.Begun, left.Reason, cancel) is not { } counted) return false;
        var done = counted.With(counted.Each.Count == 0 ? last : last with { DoneAt = clock.GetUtcNow() });
        return await KeepAsync(room, done, LeftBy(counted, left.Begun, left.Reason, left.Failures + 1), edition, cancel);
    }

    private CountingLeft? LeftBy(Counted counted, CountingBegun begun, string reason, int failures) => counted.Left.Count == 0
        ? null
        : new CountingLeft(counted.Left, begun, reason, failures, clock.GetUtcNow() + Retry.After(failures));

    private async Task<bool> KeepAsync(BoardRoom room, CountingDone done, CountingLeft? left, long edition, CancellationToken cancel)
    {
        LogCounted(room.Board.Id, done.Open, done.Dates, done.Left);
        return await rooms.ChangeAsync([CountingMark.Done(room, done, left).ToPaper(room.Board.Id, edition)], [], cancel);
    }

    /// <summary>
    /// Goes over these. Done only when nothing moved any more: whoever decided something under the old calendar in the meantime is counted the
    /// next time.
    /// </summary>
    private async Task<Counted?> GoOverAsync(IAsyncEnumerable<string> ids, CountingBegun begun, string reason, CancellationToken cancel)
    {
        var (moving, each, left) = (0, new ConcurrentBag<int>(), new ConcurrentBag<string>());
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, within) =>
        {
            try
            {
                if (await CountAsync(id, begun, reason, within) is { } dates) each.Add(dates);
                else Interlocked.Increment(ref moving);
            }
#pragma warning disable CA1031 // Whatever is wrong with this one, the dates of the others are counted; it is tried again by itself.
            catch (Exception problem) when (problem is not (JournalUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
            {
                left.Add(id);
                LogLeft(id, problem.GetType().Name);
            }
        });
        return moving == 0 ? new Counted([.. each], left.Order(StringComparer.Ordinal).ToValueList()) : null;
    }

    /// <returns>How many of its dates the change of calendar has moved, also before a restart; none where that is not over yet.</returns>
    private async Task<int?> CountAsync(string id, CountingBegun begun, string reason, CancellationToken cancel)
    {
        var reply = await desk.AskAsync(new Question(id, begun.By, new Command.CountAgain(reason)), cancel);
        if (reply is Reply.Done { Added.Count: > 0 } || await desk.ReadAsync(id, cancel) is not { } full) return null;
        return full.Entries.Count(e => e.At >= begun.At && e.Fact is Fact.DeadlineMoved { Because: Moving.Calendar });
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "The calendar of board {Board} has changed: {Open} open differences were counted again, {Dates} dates moved; {Left} could not be counted.")]
    private partial void LogCounted(string board, int open, int dates, int left);

    // The kind of problem and not its message, which can quote what is personal.
    [LoggerMessage(Level = LogLevel.Error, Message = "Difference {Difference} could not be counted again ({Problem}); it is tried again.")]
    private partial void LogLeft(string difference, string problem);

    /// <param name="Each">Of each difference that was counted, how many of its dates have moved.</param>
    /// <param name="Left">Ids of those that could not be counted.</param>
    private sealed record Counted(IReadOnlyList<int> Each, ValueList<string> Left)
    {
        public CountingDone With(CountingDone before) => before with
        {
            Open = before.Open + Each.Count, Moved = before.Moved + Each.Count(dates => dates > 0), Dates = before.Dates + Each.Sum(), Left = Left.Count,
        };
    }
}
