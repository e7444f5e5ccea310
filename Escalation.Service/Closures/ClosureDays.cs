using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;

namespace Escalation.Service.Closures;

/// <summary>
/// The days on which a board's offices are closed: shows beforehand what a change would move, and changes them. The open differences are counted
/// again after that, by <see cref="Recounting"/>.
/// </summary>
public sealed class ClosureDays(IJournal journal, DifferenceDesk desk, BoardRooms rooms, Recounting recounting, TimeProvider clock)
{
    private const int MostTries = 5;

    private DateOnly Today => LondonTime.DayOf(clock.GetUtcNow());

    /// <summary>"What would that move?" Changes nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no such board.</exception>
    public async Task<Registered<ClosurePreview>> PreviewAsync(string board, ClosureChange change, CancellationToken cancel)
    {
        // The papers first: an edition that is older than the board only makes somebody look once more.
        var edition = (await rooms.PapersAsync(cancel))[(board, Drawers.Board, board)].Edition;
        var room = await rooms.OfAsync(board, cancel);
        if (change.ProblemsIn(room, Today).ToValueList() is { Count: > 0 } problems) return new Registered<ClosurePreview>.Refused(problems);
        var then = new BoardRoom(room.Board with { Closures = change.In(room.Board.Closures) }, [.. room.Procedures], room.Agencies);
        return new Registered<ClosurePreview>.Done(await PreviewAsync(room, then, edition, change, cancel), edition);
    }

    /// <summary>"Do it." The paper and the mark that everything has to be counted again are changed at once, or not at all.</summary>
    /// <param name="by">Who changes it; it stands in the record of every difference in which a date moves.</param>
    /// <param name="seen">The edition of the board's paper that the preview was worked out from; null where it does not matter.</param>
    public async Task<Registered<Board>> ApplyAsync(string board, ClosureChange change, Actor by, long? seen, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var papers = await rooms.PapersAsync(cancel);
            var room = await rooms.OfAsync(board, cancel);
            var paper = papers[(board, Drawers.Board, board)];
            var before = paper.As<Board>();
            if (seen is { } edition && edition != paper.Edition) break;
            if (change.ProblemsIn(room, Today).ToValueList() is { Count: > 0 } problems) return new Registered<Board>.Refused(problems);
            var after = before with { Closures = change.In(before.Closures) };
            if (after == before) return new Registered<Board>.Done(after, paper.Edition);
            if (!await KeepAsync(after, paper, papers, room, by, cancel)) continue;
            recounting.Ring();
            return new Registered<Board>.Done(after, paper.Edition + 1);
        }

        return new Registered<Board>.Conflict("The board's papers were changed in the meantime. Look again at what would move, and decide anew.");
    }

    /// <summary>Whether dates are still being counted again, and what came of the last time; none before the first.</summary>
    public async Task<(bool Counting, CountingDone? Last)> StateAsync(string board, CancellationToken cancel)
    {
        var papers = await rooms.PapersAsync(cancel);
        var mark = CountingMark.Of(board, papers).Mark;
        return (mark?.Holds(await rooms.OfAsync(board, cancel)) != true, mark?.Last);
    }

    private Task<bool> KeepAsync(
        Board after, Paper paper, IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper> papers, BoardRoom room, Actor by, CancellationToken cancel)
    {
        var (mark, edition) = CountingMark.Of(after.Id, papers);
        // What was begun and is not done is done along with it.
        var begun = (mark ?? CountingMark.Unknown(room)) with { Begun = new CountingBegun(by, mark?.Begun?.At ?? clock.GetUtcNow()) };
        return rooms.ChangeAsync([after.ToPaper(after.Id, Drawers.Board, after.Id, paper.Edition), begun.ToPaper(after.Id, edition)], [], cancel);
    }

    private async Task<ClosurePreview> PreviewAsync(BoardRoom room, BoardRoom then, long edition, ClosureChange change, CancellationToken cancel)
    {
        var reason = ClosureWords.Reason(room.Board.Closures, then.Board.Closures);
        HashSet<DateOnly> days = [.. change.Added.Select(c => c.Date), .. change.Removed];
        var now = clock.GetUtcNow();
        var (open, unread, moves, stays) = (0, 0, new List<DeadlineMove>(), new List<DeadlineStay>());
        await foreach (var head in journal.OpenOfAsync(room.Board.Id, cancel))
            try
            {
                if (await desk.OpenAsync(head, cancel) is not { State: Difference.Open } opened) continue;
                var (moved, stayed) = Forecast.Of(opened, then.TermsOf(head.Card.Procedure, head.Card.Version), reason, days, now);
                moves.AddRange(moved);
                stays.AddRange(stayed);
                open++;
            }
#pragma warning disable CA1031 // Whatever is wrong with this one, what would move in the others is shown, and how many were left out.
            catch (Exception problem) when (problem is not (JournalUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
            {
                unread++;
            }

        return new ClosurePreview(
            edition, open, unread, [.. moves.OrderBy(m => m.From).ThenBy(m => m.Reference, StringComparer.Ordinal)], [.. stays.OrderBy(s => s.DueAt).ThenBy(s => s.Reference, StringComparer.Ordinal)]);
    }
}

/// <summary>Goes over a board's open differences, a page after the other.</summary>
internal static class OpenDifferences
{
    private const int Page = 100;

    public static async IAsyncEnumerable<Head> OpenOfAsync(
        this IJournal journal, string board, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (string? after = null; ;)
        {
            var page = await journal.ListAsync(new Query(board, State: CardState.Open, After: after, Limit: Page), cancel);
            foreach (var head in page.Heads) yield return head;
            if ((after = page.Next) is null) yield break;
        }
    }
}
