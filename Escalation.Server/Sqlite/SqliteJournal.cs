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
        return writer.DoAsync(w => Append(append, card, notices, w), cancel);
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
        readers.Read(r => r.All($"{Rows.Owed} where n.state = 'waiting' and n.at <= ?1 order by n.at, n.difference, n.entry, n.place limit ?2",
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
        readers.Read(r => r.All($"{Rows.Owed} where d.id = ?1 order by n.entry, n.place", Rows.ToOwed, id)));

    public Task<IReadOnlyList<Owed>> NoticesOfAsync(string id, int entry, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Owed>>(
        readers.Read(r => r.All($"{Rows.Owed} where d.id = ?1 and n.entry = ?2 order by n.place", Rows.ToOwed, id, entry)));

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
    /// Lines that belong to no record: how many behind the end of which difference's, or of no difference at all. Nobody ever reads them, but
    /// where the next line is to be kept they are in its way. Only somebody who wrote past the service can have put them there.
    /// </summary>
    internal IReadOnlyList<(string? Difference, long Lines)> StrayLines() => readers.Read(r => r.All(
        """
        select d.id, count(*) from lines l left join differences d on d.place = l.difference
        where l.number not between 1 and coalesce(d.length, 0) group by d.place
        """,
        row => (row.IsNull(0) ? null : row.Text(0), row.Number(1))));

    // Lines are only ever added, so those up to the head's length are the same whenever they are read.
    private static Kept? Find(string id, Statements r) =>
        r.First($"select {Rows.Head}, place from differences where id = ?1", row => (Head: Rows.ToHead(row), Place: row.Number(Rows.HeadColumns)).ToTuple(), id) is var (head, place)
            ? new Kept(head, r.All("select number, open, secret, link from lines where place between ?1 and ?2 order by place", Rows.ToLine,
                Rows.PlaceOf(place, 1), Rows.PlaceOf(place, head.Length)))
            : null;

    private static bool Append(Append append, Utf8 card, Utf8[] notices, Statements w)
    {
        var (head, answer) = (append.Head, append.Answer);
        if (answer is not null && w.Number("select 1 from answers where asker = ?1 and key = ?2", answer.Asker, answer.Key) is not null) return false;
        if (PutHead(append, card, w) is not { } place) return false;
        foreach (var agency in append.Joined)
            w.Do("insert into parties (board, agency, difference) values (?1, ?2, ?3) on conflict do nothing", head.Board, agency, place);
        foreach (var line in append.Lines)
            w.Do("insert into lines (place, open, secret, link) values (?1, ?2, ?3, ?4)", Rows.PlaceOf(place, line.Number), line.Open, line.Secret, line.Link);
        for (var i = 0; i < notices.Length; i++) PutNotice(append.Notices[i].Id, notices[i], place, append.At, w);
        if (answer is not null)
            w.Do("insert into answers (asker, key, fingerprint, difference, length, at) values (?1, ?2, ?3, ?4, ?5, ?6)",
                answer.Asker, answer.Key, answer.Fingerprint, answer.Difference, answer.Length, Rows.Stored(answer.At));
        foreach (var count in append.Counts) w.Counts.Add(head.Board, count);
        return true;
    }

    /// <summary>The difference's place; none if its record is not as long as expected, or id or reference are taken.</summary>
    private static long? PutHead(Append append, Utf8 card, Statements w)
    {
        var head = append.Head;
        if (append.Before is not { } before) return Insert(head, card, w);
        // Looked up first: to give out the rows that it changes, SQLite makes a table of them each time, which costs more.
        if (w.Number("select place from differences where id = ?1 and length = ?2 and key is not null", head.Id, before.Length) is not { } place) return null;
        // Most decisions change nothing that lists are found by; SQLite would write every index anew for a column that is merely named.
        if (IsFoundAlike(before, head)) UpdateRecord(head, card, place, w);
        else if (before.Card.State == head.Card.State) UpdateTimes(head, card, place, w);
        else Update(head, card, place, w);
        return place;
    }

    private static bool IsFoundAlike(Head one, Head other) => one.Due == other.Due && one.Card.State == other.Card.State
        && one.Card.Stage == other.Card.Stage && one.Card.Due == other.Card.Due && one.Card.LateSince == other.Card.LateSince;

    private static void UpdateRecord(Head head, Utf8 card, long place, Statements w) => w.Do(
        "update differences set length = ?1, link = ?2, card = ?3 where place = ?4", head.Length, head.Link, card, place);

    private static void UpdateTimes(Head head, Utf8 card, long place, Statements w) => w.Do(
        "update differences set length = ?1, link = ?2, due = ?3, stage = ?4, next_act = ?5, late_since = ?6, card = ?7 where place = ?8",
        head.Length, head.Link, Rows.StoredDue(head.Due), head.Card.Stage, Rows.Stored(head.Card.Due), Rows.Stored(head.Card.LateSince), card, place);

    private static void Update(Head head, Utf8 card, long place, Statements w) => w.Do(
        """
        update differences set length = ?1, link = ?2, key = ?3, due = ?4, state = ?5, stage = ?6, next_act = ?7, late_since = ?8, card = ?9
        where place = ?10
        """,
        head.Length, head.Link, head.Key, Rows.StoredDue(head.Due), KebabCaseOf(head.Card.State), head.Card.Stage, Rows.Stored(head.Card.Due),
        Rows.Stored(head.Card.LateSince), card, place);

    private static long? Insert(Head head, Utf8 card, Statements w) => w.Number(
        """
        insert into differences (length, link, key, due, state, stage, next_act, late_since, card, id, board, reference)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) on conflict do nothing returning place
        """,
        head.Length, head.Link, head.Key, Rows.StoredDue(head.Due), KebabCaseOf(head.Card.State), head.Card.Stage, Rows.Stored(head.Card.Due),
        Rows.Stored(head.Card.LateSince), card, head.Id, head.Board, head.Card.Reference);

    private static void PutNotice(string id, Utf8 notice, long place, DateTimeOffset at, Statements w)
    {
        var (entry, number) = Rows.PlaceOf(id);
        w.Do("insert into notices (difference, entry, place, notice, state, attempts, at) values (?1, ?2, ?3, ?4, 'waiting', 0, ?5)",
            place, entry, number, notice, Rows.Stored(at));
    }

    private static void Note(Delivery delivery, Statements w)
    {
        var (entry, number) = Rows.PlaceOf(delivery.Notice);
        w.Do(
            """
            update notices set state = ?1, attempts = ?2, at = ?3, problem = ?4
            where difference = (select place from differences where id = ?5 and (key is not null or ?1 <> 'waiting')) and entry = ?6 and place = ?7
            """,
            KebabCaseOf(delivery.State), delivery.Attempts, Rows.Stored(delivery.At), delivery.Problem, delivery.Difference, entry, number);
    }

    private static string KebabCaseOf(Enum value) => Escalation.Core.KebabCase.Of(value);
}
