using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Directory;

namespace Escalation.Service.Reports;

/// <summary>Looks up what waits, for whom and since when: the one source of the report as a letter, a page, an answer, a table and a command.</summary>
public sealed class OverdueLookup(IJournal journal)
{
    /// <summary>So many of each part are listed; of the rest it is said how many they are.</summary>
    public const int Most = 1000;

    private const int PageSize = 200;

    /// <param name="agency">Whose part is wanted; all of the board if none.</param>
    public async Task<Overdue> LookAsync(BoardRoom room, string? agency, ReportWindow window, CancellationToken cancel)
    {
        var open = new Query(room.Board.Id, agency, CardState.Open, Limit: PageSize);
        var today = LondonTime.DayOf(window.At);
        var empty = agency is null ? DirectoryCheck.EmptyRungs(room, today) : DirectoryCheck.EmptyRungs(room, agency, today);
        var dead = await journal.UndeliveredAsync(room.Board.Id, agency, DeliveryState.Dead, cancel);
        return new Overdue(
            room.Board.Id, agency, window,
            await PartAsync(open with { Late = true }, _ => true, cancel),
            await PartAsync(open with { DueBefore = window.DueTo }, head => window.DueFrom is not { } from || head.Card.Due >= from, cancel),
            await MovedAsync(open, window, cancel),
            Part<EmptyRung>.Of(empty, Most),
            Part<Owed>.Of(dead, Most));
    }

    private async Task<Part<Head>> PartAsync(Query query, Func<Head, bool> which, CancellationToken cancel)
    {
        var (listed, more) = (new List<Head>(), 0);
        await foreach (var head in AllAsync(query, cancel))
        {
            if (!which(head)) continue;
            if (listed.Count < Most) listed.Add(head);
            else more++;
        }

        return new Part<Head>(listed, more);
    }

    // No list is in the order of these times, so that all open ones are gone through.
    private async Task<Part<Moved>> MovedAsync(Query open, ReportWindow window, CancellationToken cancel)
    {
        var found = new List<Moved>();
        await foreach (var head in AllAsync(open, cancel))
            if (head.Card.Moves?.Where(m => window.Tells(m.At)).ToList() is { Count: > 0 } moves)
                found.Add(new Moved(head, moves[^1] with { From = moves[0].From }));
        return Part<Moved>.Of([.. found.OrderByDescending(m => m.Move.At).ThenBy(m => m.Head.Card.Reference, StringComparer.Ordinal)], Most);
    }

    private async IAsyncEnumerable<Head> AllAsync(Query query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (Query? page = query; page is not null;)
        {
            var listing = await journal.ListAsync(page, cancel);
            foreach (var head in listing.Heads) yield return head;
            page = listing.Next is null ? null : query with { After = listing.Next };
        }
    }
}
