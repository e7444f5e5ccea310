using Azure.Data.Tables;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tables;

/// <summary>
/// What is derived from the records. It is written after the record, so that a crash in between leaves it behind; but that something is
/// going to be written is noted before, and whoever mends looks through these notes. Rows that no longer hold are removed by whoever comes
/// by them.
/// </summary>
public sealed partial class TablesIndex
{
    private const string Intents = "intents";
    private const int AtOnce = 16;

    private readonly Shelf shelf;
    private readonly Records records;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly NewestRows newest;

    internal TablesIndex(Shelf shelf, Records records, TimeProvider clock, ILogger log)
    {
        (this.shelf, this.records, this.clock, this.log) = (shelf, records, clock, log);
        Claims = new Claims(shelf, records);
        newest = new NewestRows(shelf);
    }

    internal Claims Claims { get; }

    /// <summary>Makes again what is derived from records that somebody began to write to before then and did not come back from.</summary>
    /// <returns>How many records were mended, and how many could not be: the log names these, and they are tried again the next time.</returns>
    public async Task<(int Mended, int Left)> MendAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var (mended, left) = (0, 0);
        await foreach (var intent in shelf.ReadAsync($"PartitionKey eq {Intents} and RowKey lt {Keys.Of(before)}", cancel: cancel))
            if (await TryMendAsync(intent, cancel)) mended++;
            else left++;
        return (mended, left);
    }

    private async Task<bool> TryMendAsync(TableEntity intent, CancellationToken cancel)
    {
        var id = intent.GetString("Id");
        try
        {
            await RebuildAsync(id, cancel);
            await shelf.RemoveAsync(Intents, intent.RowKey, cancel);
            return true;
        }
#pragma warning disable CA1031 // Whatever is wrong with this one, those behind it are mended.
        catch (Exception problem) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotMended(id, JournalUnavailableException.WordsFor(problem));
            // A store that cannot be used at all is not tried with each of them.
            if (problem is JournalUnavailableException) await shelf.FindAsync(Intents, intent.RowKey, cancel);
            return false;
        }
    }

    /// <summary>Makes again all that is derived from one record.</summary>
    public async Task RebuildAsync(string id, CancellationToken cancel)
    {
        if (await records.HeadAsync(id, cancel) is not { } head) return;
        var notices = (await records.NoticesAsync(id, cancel)).SelectMany(s => s.Notices).Select(n => n.ToOwed(head.Board, id));
        await newest.PutAsync(IndexRows.Of(head), head.Length, cancel);
        await PutAsync([.. notices.SelectMany(IndexRows.Of)], cancel);
        await ForgetOpenAsync(head, cancel);
        await foreach (var counts in records.RowsAsync(id, Sheets.Counts, cancel)) await shelf.PutAsync(CountRows.OfBoard(head.Board, counts), cancel);
        if (head.Key is null) await records.ForgetAsync(id, cancel);
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
        await Task.WhenAll(
            newest.PutAsync(IndexRows.Of(head), head.Length, cancel), PutAsync([.. notices.SelectMany(IndexRows.Of)], cancel));
        if (append.Counts.Count > 0)
        {
            var key = Sheets.Counts + Keys.Of(head.Length - append.Lines.Count + 1);
            await shelf.PutAsync(CountRows.ToRow(CountRows.OfBoard(head.Board), $"{head.Id}:{key}", append.Counts), cancel);
        }

        if (before?.Due is { } was && was != head.Due) await newest.RemoveAsync(IndexRows.DueRow(head.Id, was, head.Length), head.Length, cancel);
        if (before?.Card.State == CardState.Open) await ForgetOpenAsync(head, cancel);
    }

    /// <summary>Takes a difference that has ended from those that are open.</summary>
    internal Task ForgetOpenAsync(Head head, CancellationToken cancel) => head.Card.State == CardState.Open
        ? Task.CompletedTask
        : newest.RemoveAsync(new TableEntity(IndexRows.OpenOf(head.Board), head.Id), head.Length, cancel);

    /// <summary>Writes what is derived from a notice of which something was noted.</summary>
    internal async Task FollowAsync(Owed before, Owed after, CancellationToken cancel)
    {
        var rows = IndexRows.Of(after).ToList();
        await PutAsync(rows, cancel);
        foreach (var gone in IndexRows.Of(before)
            .Where(b => !rows.Exists(r => r.PartitionKey == b.PartitionKey && r.RowKey == b.RowKey))) await RemoveAsync(gone, cancel);
    }

    private Task RemoveAsync(TableEntity row, CancellationToken cancel) => shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel);

    // Each row stands for itself, so that it does not matter which of them are written when something goes wrong; a partition's go together.
    private Task PutAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancel) => Parallel.ForEachAsync(
        rows.GroupBy(r => r.PartitionKey).SelectMany(p => p.DistinctBy(r => r.RowKey).Chunk(Batch.MostRows)),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
        async (together, within) => await (together is [var one]
            ? shelf.PutAsync(one, within) : shelf.DoAsync(together.Aggregate(new Batch(), (b, r) => b.Put(r)), within)));

    [LoggerMessage(Level = LogLevel.Error, Message = "The index of difference {Difference} could not be mended: {Problem} Tried again in a minute.")]
    private partial void LogNotMended(string difference, string problem);
}
