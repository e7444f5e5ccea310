using System.Collections.Concurrent;
using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Reports;

/// <summary>
/// Sends the overdue reports that are due, each once. That one is begun is kept before its first letter goes out, and each letter is noted when
/// it is out: after a crash in between it goes out once more, under the id by which it is known again. Whoever keeps the time calls this; it
/// decides everything, so that a call too many costs nothing.
/// </summary>
public sealed partial class ReportRound(
    OverdueLookup lookup, BoardRooms rooms, IPostbox postbox, PublicAddress address, TimeProvider clock, ILogger<ReportRound> log, DeliveryPace? pace = null)
{
    /// <summary>After so long without a step of whoever began a report, another host takes it over.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DeliveryPace pace = pace ?? DeliveryPace.Usual;
    private readonly ReportPost post = new(postbox, clock, pace ?? DeliveryPace.Usual, log);

    /// <summary>The days that this host has begun, or taken over, by board.</summary>
    private readonly ConcurrentDictionary<string, DateOnly> ours = [];

    /// <summary>How often one after the other a board's report could not even be made.</summary>
    private readonly ConcurrentDictionary<string, int> failures = [];

    /// <summary>Does what is due now, for all boards.</summary>
    /// <returns>When there is something to do next; none where there is no board.</returns>
    /// <exception cref="JournalUnavailableException">The store cannot be used; what was not done is still due.</exception>
    public async Task<DateTimeOffset?> HandleAsync(CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        foreach (var room in await rooms.AllAsync(cancel))
            if (await TryAsync(room, cancel) is var of && (next is null || of < next)) next = of;
        return next;
    }

    /// <summary>Whatever is wrong with one board, the others have their reports.</summary>
    private async Task<DateTimeOffset> TryAsync(BoardRoom room, CancellationToken cancel)
    {
        try
        {
            var next = await HandleAsync(room, cancel);
            failures.TryRemove(room.Board.Id, out _);
            return next;
        }
#pragma warning disable CA1031 // It is told in the log, by its kind and not its message, which can quote what is personal; and tried again ever less often.
        catch (Exception problem) when (problem is not JournalUnavailableException && !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogBoardFailed(room.Board.Id, problem.GetType().Name);
            return clock.GetUtcNow() + pace.Retry.After(failures.AddOrUpdate(room.Board.Id, 1, (_, before) => before + 1));
        }
    }

    /// <returns>When this board's report has to be looked at next.</returns>
    private async Task<DateTimeOffset> HandleAsync(BoardRoom room, CancellationToken cancel)
    {
        var (now, times, board) = (clock.GetUtcNow(), ReportTimes.Of(room), room.Board.Id);
        var (kept, edition) = await ProgressOf(board, cancel);
        if (kept is null) return await KeepAsync(board, First(times, now), edition, cancel) ? times.NextAfter(now) : now;
        if (times.DueAt(now, kept.Day) is { } day)
        {
            // What went out in part was not read by all: they are told of the time before it once more.
            kept = new ReportProgress(day, kept.Done ? kept.At : kept.Since, now, now, Done: false);
            // Of several hosts one begins; the others look again when it should be through.
            if (!await KeepAsync(board, kept, edition, cancel)) return now + Patience;
            ours[board] = day;
        }

        if (kept.Done) return times.NextAfter(now);
        if (!IsOurs(board, kept) && kept.SteppedAt + Patience > now) return kept.SteppedAt + Patience;
        ours[board] = kept.Day;
        return await SendAsync(room, cancel) ?? times.NextAfter(now);
    }

    // A board that is new has its first report at the next time: nothing was missed before there was a board.
    private static ReportProgress First(ReportTimes times, DateTimeOffset now)
    {
        var latest = times.LatestBy(now);
        return new ReportProgress(LondonTime.DayOf(latest), latest, latest, now, Done: true);
    }

    /// <summary>Sends what is left of the report that is under way.</summary>
    /// <returns>When a letter is to be tried again; none where all is done.</returns>
    private async Task<DateTimeOffset?> SendAsync(BoardRoom room, CancellationToken cancel)
    {
        Dictionary<string, Overdue> parts = [];
        var readers = ReportReader.Of(room, clock.GetUtcNow());
        foreach (var reader in readers)
        {
            var (kept, edition) = await ProgressOf(room.Board.Id, cancel);
            if (kept is null || kept.Done || !IsOurs(room.Board.Id, kept)) return null;
            var before = kept.Find(reader.Id);
            if (before is { IsOver: true } || before?.At > clock.GetUtcNow()) continue;
            var whose = reader.Agency ?? "";
            if (!parts.TryGetValue(whose, out var report))
                parts[whose] = report = await lookup.LookAsync(room, reader.Agency, ReportWindow.Today(clock.GetUtcNow(), kept.Since), cancel);
            if (report.IsEmpty && before is null && reader.Agency is not null && room.Board.OverdueReport?.EmptyParts != true) continue;
            var became = await post.PostAsync(OverdueLetter.Of(report, room, reader, kept.Day, address.Root), reader, before?.Attempts ?? 0, cancel);
            if (!await KeepAsync(room.Board.Id, kept.With(became, clock.GetUtcNow()), edition, cancel)) return clock.GetUtcNow() + Patience;
        }

        return await FinishAsync(room.Board.Id, [.. readers.Select(r => r.Id)], cancel);
    }

    // Whoever has left the directory meanwhile is waited for no longer.
    private async Task<DateTimeOffset?> FinishAsync(string board, HashSet<string> readers, CancellationToken cancel)
    {
        var (kept, edition) = await ProgressOf(board, cancel);
        if (kept is null || kept.Done) return null;
        if (kept.Letters.Where(l => !l.IsOver && readers.Contains(l.To)).Select(l => (DateTimeOffset?)l.At).Min() is { } again) return again;
        if (!await KeepAsync(board, kept with { Done = true }, edition, cancel)) return clock.GetUtcNow() + Patience;
        var sent = kept.Letters.Count(l => l.State == ReportLetterState.Sent);
        LogSent(board, sent);
        return null;
    }

    private bool IsOurs(string board, ReportProgress kept) => ours.TryGetValue(board, out var day) && day == kept.Day;

    private ValueTask<(ReportProgress? Kept, long Edition)> ProgressOf(string board, CancellationToken cancel) =>
        ReportProgress.FindAsync(rooms, board, cancel);

    private Task<bool> KeepAsync(string board, ReportProgress progress, long edition, CancellationToken cancel) =>
        rooms.ChangeAsync([progress.ToPaper(board, edition)], [], cancel);

    [LoggerMessage(Level = LogLevel.Information, Message = "The overdue report of board {Board} is out, in {Letters} letters.")]
    private partial void LogSent(string board, int letters);

    [LoggerMessage(Level = LogLevel.Error, Message = "The overdue report of board {Board} cannot be made ({Problem}); tried again later.")]
    private partial void LogBoardFailed(string board, string problem);
}
