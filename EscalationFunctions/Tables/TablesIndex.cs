using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>
/// What is derived from the records. It is written after the record, so that a crash in between leaves it behind; but that something is
/// going to be written is noted before, and whoever mends looks through these notes. Rows that no longer hold are removed by whoever comes
/// by them.
/// </summary>
public sealed class TablesIndex
{
    private const string Intents = "intents";
    private const int AtOnce = 16;

    private readonly Shelf shelf;
    private readonly Records records;
    private readonly TimeProvider clock;

    internal TablesIndex(Shelf shelf, Records records, TimeProvider clock)
    {
        (this.shelf, this.records, this.clock) = (shelf, records, clock);
        Claims = new Claims(shelf, records);
    }

    internal Claims Claims { get; }

    /// <summary>Makes again what is derived from records that somebody began to write to before then and did not come back from.</summary>
    /// <returns>How many records it looked at.</returns>
    public async Task<int> MendAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var mended = 0;
        await foreach (var intent in shelf.ReadAsync($"PartitionKey eq {Intents} and RowKey lt {Keys.Of(before)}", cancel: cancel))
        {
            await RebuildAsync(intent.GetString("Id"), cancel);
            await shelf.RemoveAsync(Intents, intent.RowKey, cancel);
            mended++;
        }

        return mended;
    }

    /// <summary>Makes again all that is derived from one record.</summary>
    public async Task RebuildAsync(string id, CancellationToken cancel)
    {
        if (await records.HeadAsync(id, cancel) is not { } head) return;
        var notices = (await records.NoticesAsync(id, cancel)).SelectMany(s => s.Notices).Select(n => n.ToOwed(head.Board, id));
        await PutAsync([.. RowsOf(head), .. notices.SelectMany(IndexRows.Of)], cancel);
        if (head.Card.State != CardState.Open) await shelf.RemoveAsync(IndexRows.OpenOf(head.Board), id, cancel);
        await foreach (var counts in records.RowsAsync(id, Sheets.Counts, cancel)) await shelf.PutAsync(CountRows.OfBoard(head.Board, counts), cancel);
        if (head.Key is null) await records.ForgetAsync(id, cancel);
    }

    /// <summary>Who read records of a board, the latest first, as it lies with the records.</summary>
    internal async IAsyncEnumerable<RecordRead> ReadsAsync(string board, string after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in shelf.ReadAsync($"PartitionKey eq {ReadRows.OfBoard(board)} and RowKey gt {after}", cancel: cancel))
            if (await records.RowAsync(row.GetString("Id"), Sheets.Reads + row.RowKey, cancel) is { } read) yield return ReadRows.ToRead(read);
            else await shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel, row.ETag);
    }

    internal Task FollowAsync(RecordRead read, CancellationToken cancel) => shelf.PutAsync(ReadRows.ToIndexRow(read), cancel);

    /// <summary>Notes that a record is going to be written to.</summary>
    /// <returns>The note's key; to be given back once what is derived was written.</returns>
    internal async Task<string> IntendAsync(string id, CancellationToken cancel)
    {
        var key = $"{Keys.Of(clock.GetUtcNow())}:{Names.NewId()}";
        await shelf.PutAsync(new TableEntity(Intents, key) { ["Id"] = id }, cancel);
        return key;
    }

    internal Task GiveBackAsync(string intent, CancellationToken cancel) => shelf.RemoveAsync(Intents, intent, cancel);

    /// <summary>Writes what is derived from an append.</summary>
    internal async Task FollowAsync(Append append, CancellationToken cancel)
    {
        var (before, head) = (append.Before, append.Head);
        var notices = append.Notices.Select(n => new Owed(head.Board, head.Id, n, DeliveryState.Waiting, 0, append.At));
        await PutAsync([.. RowsOf(head), .. notices.SelectMany(IndexRows.Of)], cancel);
        if (append.Counts.Count > 0)
        {
            var key = Sheets.Counts + Keys.Of(head.Length - append.Lines.Count + 1);
            await shelf.PutAsync(CountRows.ToRow(CountRows.OfBoard(head.Board), $"{head.Id}:{key}", append.Counts), cancel);
        }

        if (before?.Due is { } was && was != head.Due) await RemoveAsync(IndexRows.DueRow(head.Id, was), cancel);
        if (before?.Card.State == CardState.Open && head.Card.State != CardState.Open) await shelf.RemoveAsync(IndexRows.OpenOf(head.Board), head.Id, cancel);
    }

    /// <summary>Writes what is derived from a notice of which something was noted.</summary>
    internal async Task FollowAsync(Owed before, Owed after, CancellationToken cancel)
    {
        var rows = IndexRows.Of(after).ToList();
        await PutAsync(rows, cancel);
        foreach (var gone in IndexRows.Of(before)
            .Where(b => !rows.Exists(r => r.PartitionKey == b.PartitionKey && r.RowKey == b.RowKey))) await RemoveAsync(gone, cancel);
    }

    /// <summary>Heads that are due, earliest first, as the records say.</summary>
    internal async IAsyncEnumerable<Head> DueAsync(DateTimeOffset by, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var some in InChunksAsync(shelf.ReadAsync($"PartitionKey eq {IndexRows.Due} and RowKey lt {Keys.Of(by) + Keys.End}",
            cancel: cancel), cancel))
        {
            var heads = (await records.HeadsAsync([.. some.Select(r => r.GetString("Id")).Distinct()], cancel)).ToDictionary(h => h.Id);
            foreach (var row in some)
                if (heads.GetValueOrDefault(row.GetString("Id")) is { Due: { } due } head && IndexRows.DueRow(head.Id, due)
                    .RowKey == row.RowKey) yield return head;
                else await shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel, row.ETag);
        }
    }

    /// <summary>Notices under a partition of the index, in its order, as the records say.</summary>
    internal async IAsyncEnumerable<Owed> NoticesAsync(FormattableString filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var some in InChunksAsync(shelf.ReadAsync(filter, cancel: cancel), cancel))
        {
            var found = await OwedOfAsync(some.Select(r => r.GetString("Id")).Distinct(), cancel);
            foreach (var row in some)
                if (found.GetValueOrDefault((row.GetString("Id"), row.GetString("Notice"))) is { } owed
                    && IndexRows.Of(owed).Any(r => r.PartitionKey == row.PartitionKey && r.RowKey == row.RowKey)) yield return owed;
                else await shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel, row.ETag);
        }
    }

    /// <summary>How many notices wait, and when the first is to be sent. Counted in the index, so that one or another may have gone just now.</summary>
    internal async Task<Backlog> BacklogAsync(CancellationToken cancel)
    {
        var (waiting, since) = (0L, (DateTimeOffset?)null);
        await foreach (var row in shelf.ReadAsync($"PartitionKey eq {IndexRows.Owed}", cancel: cancel))
        {
            since ??= Keys.InstantOf(row.RowKey);
            waiting++;
        }

        return new Backlog(waiting, since);
    }

    internal IAsyncEnumerable<TableEntity> RowsAsync(FormattableString filter, CancellationToken cancel) => shelf.ReadAsync(filter, cancel: cancel);

    private static IEnumerable<TableEntity> RowsOf(Head head)
    {
        foreach (var row in IndexRows.ListRows(head)) yield return row;
        if (head.Card.State == CardState.Open) yield return IndexRows.OpenRow(head);
        if (head.Due is { } due) yield return IndexRows.DueRow(head.Id, due);
    }

    private Task RemoveAsync(TableEntity row, CancellationToken cancel) => shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel);

    // Each row stands for itself, so that it does not matter which of them are written when something goes wrong; a partition's go together.
    private Task PutAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancel) => Parallel.ForEachAsync(
        rows.GroupBy(r => r.PartitionKey).SelectMany(p => p.DistinctBy(r => r.RowKey).Chunk(Batch.MostRows)),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
        async (together, within) => await (together is [var one]
            ? shelf.PutAsync(one, within) : shelf.DoAsync(together.Aggregate(new Batch(), (b, r) => b.Put(r)), within)));

    private async Task<Dictionary<(string Id, string Notice), Owed>> OwedOfAsync(IEnumerable<string> ids, CancellationToken cancel)
    {
        var found = new System.Collections.Concurrent.ConcurrentDictionary<(string, string), Owed>();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, within) =>
        {
            if (await records.HeadAsync(id, within) is not { } head) return;
            foreach (var notice in (await records.NoticesAsync(id, within)).SelectMany(s =>
                s.Notices)) found[(id, notice.Notice.Id)] = notice.ToOwed(head.Board, id);
        });
        return new(found);
    }

    private static async IAsyncEnumerable<List<TableEntity>> InChunksAsync(IAsyncEnumerable<TableEntity> rows,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        var some = new List<TableEntity>(AtOnce);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            some.Add(row);
            if (some.Count < AtOnce) continue;
            yield return some;
            some = new(AtOnce);
        }

        if (some.Count > 0) yield return some;
    }
}
