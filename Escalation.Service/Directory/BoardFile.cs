using Escalation.Service.Access;
using Escalation.Service.Boards;

namespace Escalation.Service.Directory;

/// <summary>A board's papers as they were read for one change, with the editions that the change depends on.</summary>
internal sealed class BoardFile(Paper boardPaper, IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper> papers, Ladders ladders)
{
    public static async Task<BoardFile?> ReadAsync(BoardRooms rooms, string board, CancellationToken cancel)
    {
        // Published procedures never change, so it does not matter that they are read a moment before the papers.
        if (await rooms.FindAsync(board, cancel) is not { } room) return null;
        var papers = await rooms.PapersAsync(cancel);
        return papers.TryGetValue((board, Drawers.Board, board), out var paper) ? new BoardFile(paper, papers, Ladders.Of(room)) : null;
    }

    public Ladders Ladders => ladders;

    /// <summary>
    /// Kept along, unchanged, with every change that must not meet another one of its kind: two new contacts of one id, in two agencies'
    /// papers, would otherwise both be taken.
    /// </summary>
    public Paper BoardPaper => boardPaper;

    public Board Board { get; } = boardPaper.As<Board>();

    public IReadOnlyList<DirectoryAgency> Agencies { get; } =
    [
        .. papers.Values.Where(p => p.Board == boardPaper.Board && p.Drawer == Drawers.Agency)
            .Select(p => p.As<DirectoryAgency>()).OrderBy(a => a.Id, StringComparer.Ordinal),
    ];

    public DirectoryAgency? Find(string agency) => Agencies.FirstOrDefault(a => a.Id == agency);

    /// <summary>0 for one that is not there.</summary>
    public long EditionOf(string agency) => papers.TryGetValue((boardPaper.Board, Drawers.Agency, agency), out var paper) ? paper.Edition : 0;

    /// <summary>What people have said of themselves whom none of these agencies has any more: their names and addresses go with them.</summary>
    /// <param name="changed">Agencies as they will be; the others stay as they are.</param>
    public IReadOnlyList<Paper> ProposalsWithoutContact(IReadOnlyCollection<DirectoryAgency> changed)
    {
        var ids = changed.Concat(Agencies.Where(a => changed.All(c => c.Id != a.Id))).SelectMany(a => a.Contacts).Select(c => c.Id).ToHashSet();
        return [.. papers.Values.Where(p => p.Board == boardPaper.Board && p.Drawer == Drawers.Proposal && !ids.Contains(p.Id))];
    }

    /// <summary>Whether a system of this agency could still come in.</summary>
    public bool HasKey(string agency, DateTimeOffset now) => papers.Values.Where(p => p.Board == boardPaper.Board && p.Drawer == Drawers.Key)
        .Select(p => p.As<ApiKey>()).Any(k => k.Agency == agency && k.IsLiveAt(now));

    /// <summary>The agency that has a contact of that id, if any.</summary>
    public string? OwnerOf(string contact) => Agencies.FirstOrDefault(a => a.Contacts.Any(c => c.Id == contact))?.Id;
}
