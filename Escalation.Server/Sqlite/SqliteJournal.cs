using Escalation.Core.Figures;
using Escalation.Service.Desk;

namespace Escalation.Server.Sqlite;

/// <summary>The journal in one SQLite database.</summary>
public sealed class SqliteJournal(Writer writer, Readers readers) : IJournal
{
    public Task<Kept?> FindAsync(string id, CancellationToken cancel) => Task.FromResult(readers.Read(r => Find(id, r)));

    public Task<Head?> FindHeadAsync(string id, CancellationToken cancel) =>
        Task.FromResult(readers.Read(r => r.First($"select {Rows.Head} from differences where id = ?1", Rows.ToHead, id)));

    public Task<bool> AppendAsync(Append append, CancellationToken cancel)
    {
        // Written out here, where many do it at once, and not by the one who writes.
        var card = Rows.ToJson(append.Head.Card);
        var notices = append.Notices.Select(n => Rows.ToJson(n)).ToArray();
        return writer.DoAsync(w => Appends.Put(append, card, notices, w), cancel);
    }

    public Task<Answer?> FindAnswerAsync(string asker, string key, CancellationToken cancel) => Task.FromResult(readers.Read(r => r.First(
        "select fingerprint, difference, length, at from answers where asker = ?1 and key = ?2",
        row => new Answer(asker, key, row.Bytes(0), row.Text(1), row.Whole(2), Rows.Instant(row, 3)!.Value), asker, key)));

    public async Task<int> ForgetAnswersAsync(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        var forgotten = 0;
        await writer.DoAsync(w =>
        {
            forgotten = w.Do("delete from answers where (asker, key) in (select asker, key from answers where at < ?1 order by at limit ?2)", Rows.Stored(before), limit);
            return true;
        }, cancel);
        return forgotten;
    }

    public Task<IReadOnlyList<string>> DueAsync(DateTimeOffset by, int limit, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>(
        readers.Read(r => r.All("select id from differences where due <= ?1 order by due limit ?2", row => row.Text(0), Rows.Stored(by), limit)));

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        Task.FromResult(Rows.Instant(readers.Read(r => r.Number("select min(due) from differences where due is not null"))));

    public Task<IReadOnlyList<string>> IdsAsync(string after, int limit, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>(
        readers.Read(r => r.All("select id from differences where id > ?1 order by id limit ?2", row => row.Text(0), after, limit)));

    public Task<Listing> ListAsync(Query query, CancellationToken cancel) => Task.FromResult(readers.Read(r => Lists.Page(query, r)));

    public Task<IReadOnlyList<Owed>> OwedAsync(DateTimeOffset by, int limit, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Owed>>(
        readers.Read(r => r.All($"{Rows.Owed} where n.state = 'waiting' and n.at <= ?1 order by n.at, n.place limit ?2",
            Rows.ToOwed, Rows.Stored(by), limit)));

    public Task<DateTimeOffset?> NextOwedAsync(CancellationToken cancel) =>
        Task.FromResult(Rows.Instant(readers.Read(r => r.Number("select min(at) from notices where state = 'waiting'"))));

    public Task<Backlog> BacklogAsync(CancellationToken cancel) => Task.FromResult(readers.Read(r => r.First(
        "select count(*), min(at) from notices where state = 'waiting'", row => new Backlog(row.Number(0), Rows.Instant(row, 1)))!));

    public Task NoteAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancel) => writer.DoAsync(w =>
    {
        foreach (var delivery in deliveries) Note(delivery, w);
        return true;
    }, cancel);

    public Task<IReadOnlyList<Owed>> NoticesAsync(string board, string? agency, DeliveryState state, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Owed>>(readers.Read(r => r.All(
            $"{Rows.Owed} where n.state = ?1 and d.board = ?2 and (?3 is null or n.notice ->> '$.to.agency' = ?3) order by n.at desc limit ?4",
            Rows.ToOwed, KebabCaseOf(state), board, agency, limit)));

    public Task<IReadOnlyList<Owed>> NoticesOfAsync(string id, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Owed>>(
        readers.Read(r => r.All($"{Rows.OwedOf} order by n.place", Rows.ToOwed, id)));

    public Task<IReadOnlyList<Owed>> NoticesOfAsync(string id, int entry, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Owed>>(
        readers.Read(r => r.All($"{Rows.OwedOf} where c.number = ?2 order by n.place", Rows.ToOwed, id, entry)));

    public async Task<IReadOnlyList<string>> EraseAsync(IReadOnlyList<Erasing> erasings, CancellationToken cancel)
    {
        List<Erasing> erased = [];
        Disposed.Begin(writer.File);
        await writer.DoAsync(w =>
        {
            erased = [.. erasings.Where(e => Erasures.Erase(e, w))];
            return true;
        }, cancel);
        await writer.OutsideAsync(w => Disposed.Complete(writer.File, erased, w), cancel);
        return [.. erased.Select(e => e.Head.Id)];
    }

    public Task NoteReadsAsync(IReadOnlyList<RecordRead> reads, CancellationToken cancel) => writer.DoAsync(w =>
    {
        // Where the difference was erased in between there is nothing any more that could have been read.
        foreach (var read in reads)
            w.Do("""
                 insert into reads (difference, board, at, capacity, way, who)
                 select id, board, ?2, ?3, ?4, ?5 from differences where id = ?1 and key is not null
                 """, read.Difference, Rows.Stored(read.At), read.Capacity, KebabCaseOf(read.Way), read.Who);
        return true;
    }, cancel);

    public Task<IReadOnlyList<RecordRead>> ReadsAsync(string board, string? difference, long? before, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<RecordRead>>(readers.Read(r => difference is null
            ? r.All($"{Rows.Reads} where board = ?1 and place < ?2 order by place desc limit ?3", Rows.ToRead, board, before ?? long.MaxValue, limit)
            : r.All($"{Rows.Reads} where difference = ?1 and board = ?2 and place < ?3 order by place desc limit ?4",
                Rows.ToRead, difference, board, before ?? long.MaxValue, limit)));

    public Task<Counted> CountsAsync(string board, DateOnly from, DateOnly to, CancellationToken cancel) =>
        Task.FromResult(readers.Read(r => CountRows.Sum(board, from, to, r)));

    /// <summary>Differences whose first lines are still to be counted, in the order in which they were raised.</summary>
    /// <param name="after">The place of the last that was looked at; 0 for the first.</param>
    internal Task<IReadOnlyList<Uncounted>> UncountedAsync(long after, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Uncounted>>(readers.Read(r => CountRows.Uncounted(after, limit, r)));

    /// <summary>Adds what was counted of them, unless somebody has counted one of them meanwhile: then nothing.</summary>
    internal Task<bool> CountAsync(IReadOnlyList<Uncounted> which, IReadOnlyList<(string Board, Count Count)> counts, CancellationToken cancel) =>
        writer.DoAsync(w => CountRows.Settle(which, counts, w), cancel);

    /// <summary>
    /// Lines that no record leads to: how many of which difference, or of no difference at all. Nobody ever reads them. Only somebody who wrote
    /// past the service can have put them there, or have taken away the line that led to them.
    /// </summary>
    internal IReadOnlyList<(string? Difference, long Lines)> StrayLines() => readers.Read(r => r.All(
        $"""
        {Rows.AllChains}
        select d.id, count(*) from lines l left join differences d on d.place = l.difference
        where l.place not in (select place from chain) group by d.place
        """,
        row => (row.IsNull(0) ? null : row.Text(0), row.Number(1))));

    // Lines are only ever added, so those up to the one that the head knows as its last are the same whenever they are read.
    private static Kept? Find(string id, Statements r) =>
        r.First($"select {Rows.Head}, last from differences where id = ?1", row => (Head: Rows.ToHead(row), Last: row.Number(Rows.HeadColumns)).ToTuple(), id) is var (head, last)
            ? new Kept(head, r.All($"{Rows.ChainFromLast} select number, open, secret, link from chain cross join lines using (place, number) order by number", Rows.ToLine, last))
            : null;

    private static void Note(Delivery delivery, Statements w)
    {
        var (entry, number) = Rows.PlaceOf(delivery.Notice);
        w.Do(
            $"""
            {Rows.ChainOf}
            update notices set state = ?2, attempts = ?3, at = ?4, problem = ?5 where place = ((select place from chain where number = ?6) << 12 | ?7)
              and (?2 <> 'waiting' or exists (select 1 from differences where id = ?1 and key is not null))
            """,
            delivery.Difference, KebabCaseOf(delivery.State), delivery.Attempts, Rows.Stored(delivery.At), delivery.Problem, entry, number);
    }

    private static string KebabCaseOf(Enum value) => Escalation.Core.KebabCase.Of(value);
}
