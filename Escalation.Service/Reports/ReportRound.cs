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
    private readonly Metronome metronome = new((pace ?? DeliveryPace.Usual).PerSecond, clock);

    /// <summary>The days that this host has begun, or taken over, by board.</summary>
    private readonly ConcurrentDictionary<string, DateOnly> ours = [];

    /// <summary>Does what is due now, for all boards.</summary>
    /// <returns>When there is something to do next; none where there is no board.</returns>
    /// <exception cref="JournalUnavailableException">The store cannot be used; what was not done is still due.</exception>
    public async Task<DateTimeOffset?> HandleAsync(CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        foreach (var room in await rooms.AllAsync(cancel))
            if (await HandleAsync(room, cancel) is var of && (next is null || of < next)) next = of;
        return next;
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
        foreach (var reader in ReportReader.Of(room, clock.GetUtcNow()))
        {
            var (kept, edition) = await ProgressOf(room.Board.Id, cancel);
            if (kept is null || kept.Done || !IsOurs(room.Board.Id, kept)) return null;
            if (kept.Find(reader.Id) is { } before && (before.IsOver || before.At > clock.GetUtcNow())) continue;
            var whose = reader.Agency ?? "";
            if (!parts.TryGetValue(whose, out var report))
                parts[whose] = report = await lookup.LookAsync(room, reader.Agency, ReportWindow.Today(clock.GetUtcNow(), kept.Since), cancel);
            if (report.IsEmpty && reader.Agency is not null && room.Board.OverdueReport?.EmptyParts != true) continue;
            var became = await PostAsync(OverdueLetter.Of(report, room, reader, kept.Day, address.Root), reader, kept, cancel);
            if (!await KeepAsync(room.Board.Id, kept.With(became, clock.GetUtcNow()), edition, cancel)) return clock.GetUtcNow() + Patience;
        }

        return await FinishAsync(room.Board.Id, cancel);
    }

    private async Task<DateTimeOffset?> FinishAsync(string board, CancellationToken cancel)
    {
        var (kept, edition) = await ProgressOf(board, cancel);
        if (kept is null || kept.Done) return null;
        if (kept.Letters.Where(l => !l.IsOver).Select(l => (DateTimeOffset?)l.At).Min() is { } again) return again;
        if (!await KeepAsync(board, kept with { Done = true }, edition, cancel)) return clock.GetUtcNow() + Patience;
        LogSent(board, kept.Letters.Count(l => l.State == ReportLetterState.Sent));
        return null;
    }

    private async Task<ReportLetter> PostAsync(Letter letter, ReportReader reader, ReportProgress kept, CancellationToken cancel)
    {
        var tries = (kept.Find(reader.Id)?.Attempts ?? 0) + 1;
        try
        {
            await metronome.NextAsync(cancel);
            await postbox.PostAsync(letter, cancel);
            DeliveryMeters.ReportsSent.Add(1);
            return new ReportLetter(reader.Id, ReportLetterState.Sent, tries, clock.GetUtcNow());
        }
        catch (NotPostedException refused)
        {
            LogNotPosted(letter.Id, tries, refused.Message);
            if (!refused.ForGood && tries < pace.MostAttempts)
                return new ReportLetter(reader.Id, ReportLetterState.Waiting, tries, clock.GetUtcNow() + pace.Retry.After(tries), refused.Message);
            DeliveryMeters.ReportsDead.Add(1);
            return new ReportLetter(reader.Id, ReportLetterState.GivenUp, tries, clock.GetUtcNow(), refused.Message);
        }
    }

    private bool IsOurs(string board, ReportProgress kept) => ours.TryGetValue(board, out var day) && day == kept.Day;

    private ValueTask<(ReportProgress? Kept, long Edition)> ProgressOf(string board, CancellationToken cancel) => ReportProgress.FindAsync(rooms, board, cancel);

    private Task<bool> KeepAsync(string board, ReportProgress progress, long edition, CancellationToken cancel) =>
        rooms.ChangeAsync([progress.ToPaper(board, edition)], [], cancel);

    [LoggerMessage(Level = LogLevel.Information, Message = "The overdue report of board {Board} is out, in {Letters} letters.")]
    private partial void LogSent(string board, int letters);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} was not posted, try {Attempt}: {Problem}")]
    private partial void LogNotPosted(string letter, int attempt, string problem);
}
