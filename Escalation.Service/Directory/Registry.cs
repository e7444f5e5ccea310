using Escalation.Core;
using Escalation.Service.Boards;

namespace Escalation.Service.Directory;

/// <summary>
/// Reads a board's papers, lets a change be decided on them, and keeps what was decided, all or nothing. Where somebody else was quicker
/// it reads and decides again, a few times; then the caller is told.
/// </summary>
internal sealed class Registry(BoardRooms rooms)
{
    private const int MostTries = 5;

    public Task<Registered<DirectoryAgency>> ChangeAsync(
        string board, string agency, long? edition, Func<BoardFile, Registered<DirectoryAgency>> decide, CancellationToken cancel) =>
        TryAsync<DirectoryAgency>(board, file =>
        {
            var held = file.EditionOf(agency);
            if (edition is { } seen && seen != held) return (Stale<DirectoryAgency>($"Agency \"{agency}\""), [], []);
            var decided = decide(file);
            if (decided is not Registered<DirectoryAgency>.Done(var after, _) done) return (decided, [], []);
            var before = file.Find(agency);
            if (before == after) return (done with { Edition = held }, [], []);
            var paper = PaperJson.ToPaper(after, board, Drawers.Agency, agency, held);
            return (done with { Edition = held + 1 }, BringsIds(before, after) ? [paper, file.BoardPaper] : [paper], file.ProposalsWithoutContact([after]));
        }, cancel);

    /// <param name="whyNot">Why it cannot go; nothing where it can.</param>
    public Task<Registered<DirectoryAgency>> RemoveAsync(
        string board, string agency, long? edition, Func<BoardFile, IEnumerable<FieldProblem>> whyNot, CancellationToken cancel) =>
        TryAsync<DirectoryAgency>(board, file =>
        {
            if (file.Find(agency) is not { } gone) return (NoAgency(board, agency), [], []);
            var held = file.EditionOf(agency);
            if (edition is { } seen && seen != held) return (Stale<DirectoryAgency>($"Agency \"{agency}\""), [], []);
            if (whyNot(file).ToValueList() is { Count: > 0 } problems) return (new Registered<DirectoryAgency>.Refused(problems), [], []);
            // With the board's own paper, so that it is given no key meanwhile.
            return (new Registered<DirectoryAgency>.Done(gone, held), [file.BoardPaper],
                [PaperJson.ToPaper(gone, board, Drawers.Agency, agency, held), .. file.ProposalsWithoutContact([gone with { Contacts = [] }])]);
        }, cancel);

    public Task<Registered<Board>> ChangeBoardAsync(
        string board, long? edition, Func<BoardFile, Registered<Board>> decide, CancellationToken cancel) =>
        TryAsync<Board>(board, file =>
        {
            var held = file.BoardPaper.Edition;
            if (edition is { } seen && seen != held) return (Stale<Board>($"Board \"{board}\""), [], []);
            var decided = decide(file);
            if (decided is not Registered<Board>.Done(var after, _) done) return (decided, [], []);
            if (after == file.Board) return (done with { Edition = held }, [], []);
            return (done with { Edition = held + 1 }, [PaperJson.ToPaper(after, board, Drawers.Board, board, held)], []);
        }, cancel);

    /// <param name="seen">The digest of the change that the caller saw; null where it does not matter.</param>
    public Task<Registered<DirectoryChange>> ImportAsync(
        string board, bool dryRun, string? seen, Func<BoardFile, Registered<DirectoryChange>> decide, CancellationToken cancel) =>
        TryAsync<DirectoryChange>(board, file =>
        {
            var decided = decide(file);
            if (decided is not Registered<DirectoryChange>.Done(var change, _)) return (decided, [], []);
            if (seen is not null && seen != change.Digest()) return (Stale<DirectoryChange>($"The directory of board \"{board}\""), [], []);
            return dryRun || change.IsNone
                ? (decided, [], [])
                : (decided, [.. change.ToPapers(board, file.EditionOf), file.BoardPaper], file.ProposalsWithoutContact([.. change.Agencies.Select(a => a.After)]));
        }, cancel);

    private async Task<Registered<T>> TryAsync<T>(
        string board, Func<BoardFile, (Registered<T> Decided, IReadOnlyList<Paper> Kept, IReadOnlyList<Paper> Removed)> decide, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await BoardFile.ReadAsync(rooms, board, cancel) is not { } file) return new Registered<T>.NotFound($"There is no board \"{board}\".");
            var (decided, kept, removed) = decide(file);
            if (kept.Count == 0 || await rooms.ChangeAsync(kept, removed, cancel)) return decided;
        }

        return Stale<T>($"The directory of board \"{board}\"");
    }

    private static bool BringsIds(DirectoryAgency? before, DirectoryAgency after) =>
        after.Contacts.Any(c => before is null || before.Contacts.All(b => b.Id != c.Id));

    public static Registered<DirectoryAgency>.NotFound NoAgency(string board, string agency) => new($"Board \"{board}\" has no agency \"{agency}\".");

    private static Registered<T>.Conflict Stale<T>(string what) => new($"{what} was changed in the meantime. Read it again and decide anew.");
}
