using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Passes;

namespace Escalation.Service.Retention;

/// <summary>
/// From "its time is over" to "it is gone": the board office prepares a list, somebody else of the board approves it, and what is on it is
/// erased, unless it is on hold or has changed since. Whoever prepared a list approves it only where the board has nobody else.
/// </summary>
public sealed class Disposals(BoardRooms rooms, IJournal journal, Holds holds, Eraser eraser, PassBook book, TimeProvider clock)
{
    /// <summary>So many stand on one list at most, so that somebody can look at each.</summary>
    public const int Most = 100;

    private const int AtOnce = 500, MostTries = 20;

    private static readonly CardState[] Endings = [CardState.Closed, CardState.Withdrawn, CardState.Redirected];

    /// <summary>Every difference of the board that has ended, those whose time is over first in front; also those that were erased.</summary>
    public async Task<IReadOnlyList<Keeping>> AllAsync(BoardRoom room, CancellationToken cancel)
    {
        var held = Holds.InForce((await holds.ReadAsync(room.Board.Id, cancel)).Holds);
        List<Keeping> all = [];
        foreach (var ending in Endings)
        {
            string? after = null;
            do
            {
                var page = await journal.ListAsync(new Query(room.Board.Id, State: ending, After: after, Limit: AtOnce), cancel);
                all.AddRange(page.Heads.Select(h => Keeping.Of(h, room.Board, held.GetValueOrDefault(h.Id))));
                after = page.Next;
            }
            while (after is not null);
        }

        return [.. all.OrderBy(k => k.Until).ThenBy(k => k.EndedAt)];
    }

    /// <summary>The lists of a board, the latest first.</summary>
    public async Task<IReadOnlyList<DisposalList>> ListsAsync(string board, CancellationToken cancel) =>
    [
        .. (await rooms.PapersAsync(cancel)).Values.Where(p => p.Board == board && p.Drawer == Drawers.Disposal).Select(p => p.As<DisposalList>())
            .OrderByDescending(l => l.PreparedAt),
    ];

    public async Task<DisposalList?> FindAsync(string board, string list, CancellationToken cancel) =>
        (await rooms.PapersAsync(cancel)).TryGetValue((board, Drawers.Disposal, list), out var paper) ? paper.As<DisposalList>() : null;

    /// <summary>Puts all on a new list whose time is over; what stands on another that waits stays there.</summary>
    /// <returns>None if there is nothing to dispose of.</returns>
    public async Task<DisposalList?> PrepareAsync(BoardRoom room, Visitor by, CancellationToken cancel)
    {
        var (now, board) = (clock.GetUtcNow(), room.Board.Id);
        var listed = (await ListsAsync(board, cancel)).Where(l => l.DoneAt is null).SelectMany(l => l.Items).Select(i => i.Difference).ToHashSet();
        var over = (await AllAsync(room, cancel)).Where(k => k.CanGoOn(LondonTime.DayOf(now)) && !listed.Contains(k.Head.Id)).Take(Most)
            .Select(k => new DisposalItem(k.Head.Id, k.Head.Card.Reference, k.Head.Length, k.Until));
        var list = new DisposalList(Names.NewId(), board, now, SignatoryOf(by), [.. over]);
        if (list.Items.Count == 0) return null;
        await rooms.ChangeAsync([list.ToPaper(board, Drawers.Disposal, list.Id)], [], cancel);
        return list;
    }

    /// <summary>"Not this list." It is thrown away; what stands on it can come onto another.</summary>
    public async Task DiscardAsync(string board, string list, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (!(await rooms.PapersAsync(cancel)).TryGetValue((board, Drawers.Disposal, list), out var paper)) return;
            if (paper.As<DisposalList>().Approved is not null) return;
            if (await rooms.ChangeAsync([], [paper], cancel)) return;
        }

        throw new JournalUnavailableException("A list is changed too often at once.");
    }

    /// <summary>Whether this person may approve the list.</summary>
    public bool MayApprove(DisposalList list, Visitor visitor, BoardRoom room) =>
        SignatoryOf(visitor).Address != list.Prepared.Address || !OthersOf(list.Prepared, room).Any();

    /// <summary>Whoever else of the board could approve what this one prepared: the office, and officers in post, at another address.</summary>
    public IEnumerable<string> OthersOf(Signatory prepared, BoardRoom room) => room.Board.Officers.Select(o => o.Reach).Prepend(room.Board.Office)
        .Where(r => r.Email.Length > 0 && book.AddressOf(room.Board.Id, r.Email) != prepared.Address).Select(r => r.Name).Distinct();

    /// <summary>"I have looked at each: they may go." Approves it unless that was done before, and erases what stands on it.</summary>
    /// <exception cref="InvalidOperationException">This person may not approve it.</exception>
    public async Task ApproveAsync(BoardRoom room, string list, Visitor by, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (!(await rooms.PapersAsync(cancel)).TryGetValue((room.Board.Id, Drawers.Disposal, list), out var paper)) return;
            if (paper.As<DisposalList>().Approved is null && !await SignAsync(paper, room, by, cancel)) continue;
            await CarryOutAsync(room, list, cancel);
            return;
        }

        throw new JournalUnavailableException("A list is changed too often at once.");
    }

    /// <returns>False if somebody changed the list or a hold in the meantime.</returns>
    private async Task<bool> SignAsync(Paper paper, BoardRoom room, Visitor by, CancellationToken cancel)
    {
        var (list, who) = (paper.As<DisposalList>(), SignatoryOf(by));
        if (!MayApprove(list, by, room)) throw new InvalidOperationException("Somebody else has to approve it.");
        var approved = list with { Approved = new Approval(clock.GetUtcNow(), who, who.Address == list.Prepared.Address) };
        // With the holds as they were read: a hold that is there when it is approved is heeded.
        var (_, held) = await holds.ReadAsync(room.Board.Id, cancel);
        return await rooms.ChangeAsync([approved.ToPaper(room.Board.Id, Drawers.Disposal, list.Id, paper.Edition), held], [], cancel);
    }

    private async Task CarryOutAsync(BoardRoom room, string id, CancellationToken cancel)
    {
        if (await FindAsync(room.Board.Id, id, cancel) is not { DoneAt: null, Approved: { } approval } list) return;
        var held = Holds.InForce((await holds.ReadAsync(room.Board.Id, cancel)).Holds);
        List<Erasing> erasings = [];
        foreach (var item in list.Items.Where(i => !held.ContainsKey(i.Difference)))
            if (await journal.FindHeadAsync(item.Difference, cancel) is { } head && head.Length == item.Length && IsOver(head, room))
                erasings.Add(new Erasing(head, ErasureOf(list, item, head, approval)));
        await eraser.EraseAsync(erasings, cancel);
        await DoneAsync(list, cancel);
    }

    // By the board's rules as they are now, which can have become longer since the list was prepared; what was erased before is finished.
    private bool IsOver(Head head, BoardRoom room) =>
        head.Key is null || (head.Card.EndedAt is not null && Keeping.Of(head, room.Board, null).CanGoOn(LondonTime.DayOf(clock.GetUtcNow())));

    private Erasure ErasureOf(DisposalList list, DisposalItem item, Head head, Approval approval) => new(
        clock.GetUtcNow(), list.Id, item.KeptUntil, head.Length, Convert.ToHexStringLower(head.Link), list.Prepared.Name, approval.By.Name);

    private async Task DoneAsync(DisposalList list, CancellationToken cancel)
    {
        var erased = 0;
        foreach (var item in list.Items)
            if (await journal.FindHeadAsync(item.Difference, cancel) is { Erased: { } erasure } && erasure.List == list.Id) erased++;
        var edition = (await rooms.PapersAsync(cancel))[(list.Board, Drawers.Disposal, list.Id)].Edition;
        var done = list with { Items = [], DoneAt = clock.GetUtcNow(), Erased = erased };
        await rooms.ChangeAsync([done.ToPaper(list.Board, Drawers.Disposal, list.Id, edition)], [], cancel);
    }

    private Signatory SignatoryOf(Visitor visitor) =>
        new(visitor.Role.Length > 0 ? $"{visitor.Name}, {visitor.Role}" : visitor.Name, book.AddressOf(visitor.Board, visitor.Email));
}
