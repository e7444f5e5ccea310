using Escalation.Core;
using Escalation.Service.Passes;

namespace Escalation.Server.Sqlite;

/// <summary>Links, codes and sign-ins in the same database, so that a limit on guessing outlives a restart.</summary>
public sealed class SqlitePasses(Writer writer, Readers readers) : IPasses
{
    private const string Columns = "id, about, expires, edition, content";

    public Task<Pass?> FindAsync(PassKind kind, string id, CancellationToken cancel) => Task.FromResult(
        readers.Read(r => r.First($"select {Columns} from passes where kind = ?1 and id = ?2", row => ToPass(kind, row), KebabCase.Of(kind), id)));

    public Task<IReadOnlyList<Pass>> AboutAsync(PassKind kind, string about, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Pass>>(
        readers.Read(r => r.All($"select {Columns} from passes where kind = ?1 and about = ?2", row => ToPass(kind, row), KebabCase.Of(kind), about)));

    public Task<bool> ChangeAsync(IReadOnlyList<Pass> kept, IReadOnlyList<Pass> removed, CancellationToken cancel) => writer.DoAsync(w =>
    {
        if (!kept.Concat(removed).All(p => EditionOf(p, w) == p.Edition)) return false;
        foreach (var pass in kept)
            w.Do("insert or replace into passes (kind, id, about, expires, edition, content) values (?1, ?2, ?3, ?4, ?5, ?6)",
                KebabCase.Of(pass.Kind), pass.Id, pass.About, Rows.Stored(pass.Expires), pass.Edition + 1, pass.Content);
        foreach (var pass in removed) w.Do("delete from passes where kind = ?1 and id = ?2", KebabCase.Of(pass.Kind), pass.Id);
        return true;
    }, cancel);

    public async Task<int> SweepAsync(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        var swept = 0;
        await writer.DoAsync(w =>
        {
            swept = w.Do("delete from passes where (kind, id) in (select kind, id from passes where expires < ?1 order by expires limit ?2)",
                Rows.Stored(before), limit);
            return true;
        }, cancel);
        return swept;
    }

    private static long EditionOf(Pass pass, Statements w) =>
        w.Number("select edition from passes where kind = ?1 and id = ?2", KebabCase.Of(pass.Kind), pass.Id) ?? 0;

    private static Pass ToPass(PassKind kind, Row row) => new(
        kind, row.Text(0), row.Text(1), Rows.Instant(row, 2)!.Value, row.Number(3), row.Bytes(4));
}
