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
/// themselves. It reads only what lies open, so it needs no secret, and records whose personal data was erased count like the others. One that
/// cannot be read is named in the log and tried again ever less often; until then its board's figures say that they are not complete.
/// </summary>
public sealed partial class FirstCount(SqliteJournal journal, BoardRooms rooms, TimeProvider clock, ILogger<FirstCount> log) : BackgroundService
{
    /// <summary>Some tens of milliseconds, of which the one who writes spends few.</summary>
    private const int AtOnce = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private static readonly Backoff Retry = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    private int failures;

    /// <summary>Counts all that are left and can be counted.</summary>
    /// <returns>Those that cannot, and why.</returns>
    public static async Task<IReadOnlyList<Uncountable>> AllAsync(SqliteJournal journal, BoardRooms rooms, CancellationToken cancel, int atOnce = AtOnce)
    {
        var uncountable = new List<Uncountable>();
        for (long? place = 0; place is { } after;)
        {
            place = await StepAsync(journal, rooms, after, uncountable, cancel, atOnce);
            await Task.Yield();
        }

        return uncountable;
    }

    /// <summary>Counts a few of those that are left.</summary>
    /// <param name="after">The place that the step before ended at; 0 for the first step.</param>
    /// <param name="uncountable">Gets those that cannot be counted.</param>
    /// <returns>The place that this step ended at; none if none is left.</returns>
    internal static async Task<long?> StepAsync(
        SqliteJournal journal, BoardRooms rooms, long after, List<Uncountable> uncountable, CancellationToken cancel, int atOnce = AtOnce)
    {
        var left = await journal.UncountedAsync(after, atOnce, cancel);
        if (left.Count == 0) return null;
        var (counted, counts, aside) = (new List<Uncounted>(), new List<(string, Count)>(), new List<Uncountable>());
        foreach (var one in left)
            try
            {
                counts.AddRange(await OfAsync(one, journal, rooms, cancel));
                counted.Add(one);
            }
#pragma warning disable CA1031 // Whatever is wrong with this one, the others are counted.
            catch (Exception problem) when (problem is not (JournalUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
            {
                // The kind of problem and not its message, which can quote what is personal.
                aside.Add(new Uncountable(one.Id, problem.GetType().Name));
            }

        // Where another process was faster with one of them, what is left is asked for again.
        if (!await journal.CountAsync(counted, counts, cancel)) return after;
        uncountable.AddRange(aside);
        return left[^1].Place;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, clock);
        try
        {
            while (await TryAllAsync(stoppingToken) is { } wait)
            {
                pause.Period = wait;
                await pause.WaitForNextTickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; it goes on from there when it starts again.
        }
    }

    /// <returns>When it is tried again; none if that was all.</returns>
    private async Task<TimeSpan?> TryAllAsync(CancellationToken cancel)
    {
        try
        {
            var uncountable = await AllAsync(journal, rooms, cancel);
            foreach (var (difference, problem) in uncountable) LogUncountable(difference, problem);
            return uncountable.Count == 0 ? null : Retry.After(++failures);
        }
        catch (JournalUnavailableException problem)
        {
            LogLater(problem.Message);
            return Pause;
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

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Difference {Difference} cannot be counted for the figures ({Problem}), which are not complete without it. It is tried again.")]
    private partial void LogUncountable(string difference, string problem);
}

/// <summary>A difference that cannot be counted for the figures, and what kind of problem that is.</summary>
public sealed record Uncountable(string Difference, string Problem);
