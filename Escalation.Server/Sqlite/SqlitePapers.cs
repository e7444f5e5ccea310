using Escalation.Service.Boards;

namespace Escalation.Server.Sqlite;

/// <summary>The boards' papers in the same database.</summary>
public sealed class SqlitePapers(Writer writer, Readers readers) : IPapers
{
    public Task<long> ChangesAsync(CancellationToken cancel) => Task.FromResult(readers.Read(r => r.Number("select count from paper_changes") ?? 0));

    public Task<IReadOnlyList<Paper>> AllAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Paper>>(readers.Read(r => r.All(
        "select board, drawer, id, edition, text from papers",
        row => new Paper(row.Text(0), row.Text(1), row.Text(2), row.Number(3), row.Text(4)))));

    public Task<bool> ChangeAsync(IReadOnlyList<Paper> kept, IReadOnlyList<Paper> removed, CancellationToken cancel) => writer.DoAsync(w =>
    {
        if (!kept.Concat(removed).All(p => EditionOf(p, w) == p.Edition)) return false;
        foreach (var paper in kept)
            w.Do("insert or replace into papers (board, drawer, id, edition, text) values (?1, ?2, ?3, ?4, ?5)",
                paper.Board, paper.Drawer, paper.Id, paper.Edition + 1, paper.Text);
        foreach (var paper in removed) w.Do("delete from papers where board = ?1 and drawer = ?2 and id = ?3", paper.Board, paper.Drawer, paper.Id);
        w.Do("update paper_changes set count = count + 1");
        return true;
    }, cancel);

    private static long EditionOf(Paper paper, Statements w) =>
        w.Number("select edition from papers where board = ?1 and drawer = ?2 and id = ?3", paper.Board, paper.Drawer, paper.Id) ?? 0;
}
