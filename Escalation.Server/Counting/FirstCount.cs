using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Server.Sqlite;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Escalation.Server.Counting;

/// <summary>
/// Counts once what was recorded before there were figures: a few differences at a time, beside everything else, going on where it
/// stopped. How far it has come is in the database, in the same transaction as what it counted; decisions that are made meanwhile count
/// themselves. It reads only what lies open, so it needs no secret, and records whose personal data was erased count like the others.
/// </summary>
public sealed partial class FirstCount(SqliteJournal journal, BoardRooms rooms, TimeProvider clock, ILogger<FirstCount> log) : BackgroundService
{
    /// <summary>Some tens of milliseconds, of which the one who writes spends few.</summary>
    private const int AtOnce = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Counts a few of those that are left.</summary>
    /// <returns>False if none is left.</returns>
    /// <exception cref="InvalidOperationException">A record cannot be read under the papers of its board.</exception>
    public static async Task<bool> StepAsync(SqliteJournal journal, BoardRooms rooms, CancellationToken cancel, int atOnce = AtOnce)
    {
        var left = await journal.UncountedAsync(atOnce, cancel);
        if (left.Count == 0) return false;
        var counts = new List<(string, Count)>();
        foreach (var one in left) counts.AddRange(await OfAsync(one, journal, rooms, cancel));
        // Where another process was faster with one of them, what is left is asked for again.
        await journal.CountAsync(left, counts, cancel);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, clock);
        try
        {
            while (!await TryAllAsync(stoppingToken)) await pause.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; it goes on from there when it starts again.
        }
    }

    /// <returns>Whether that was all.</returns>
    private async Task<bool> TryAllAsync(CancellationToken cancel)
    {
        try
        {
            while (await StepAsync(journal, rooms, cancel)) await Task.Yield();
            return true;
        }
        catch (Exception problem) when (problem is JournalUnavailableException or InvalidOperationException)
        {
            LogLater(problem.Message);
            return false;
        }
    }

    private static async Task<IEnumerable<(string Board, Count Count)>> OfAsync(Uncounted one, SqliteJournal journal, BoardRooms rooms, CancellationToken cancel)
    {
        var kept = await journal.FindAsync(one.Id, cancel) ?? throw new InvalidOperationException($"Difference {one.Id} is gone.");
        var room = await rooms.OfAsync(kept.Head.Board, cancel);
        var entries = Bookkeeping.ToEntriesInTheOpen([.. kept.Lines.Take(one.Length)]);
        return Tally.Of(Difference.Nothing, entries, room.TermsOf(kept.Head.Card.Procedure, kept.Head.Card.Version)).Select(c => (kept.Head.Board, c));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Older records cannot be counted for the figures just now: {Problem} Tried again in half a minute.")]
    private partial void LogLater(string problem);
}
