using System.Text;
using Azure.Data.Tables;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>
/// The boards' papers in one partition, so that several change in one transaction with the counter of changes. One change is of 99 papers and
/// some 4 MiB at most; what is more is refused whole.
/// </summary>
public sealed class TablesPapers : IPapers
{
    private const string Papers = "papers", Changes = "changes", Counter = "count";
    private const int MostTries = 20;

    private readonly Shelf shelf;

    internal TablesPapers(Shelf shelf) => this.shelf = shelf;

    public async Task<long> ChangesAsync(CancellationToken cancel) => (await shelf.FindAsync(Papers, Changes, cancel))?.GetInt64(Counter) ?? 0;

    public async Task<IReadOnlyList<Paper>> AllAsync(CancellationToken cancel) =>
        await shelf.ReadAsync($"PartitionKey eq {Papers} and RowKey gt {"paper:"} and RowKey lt {"paper;"}", cancel: cancel).Select(ToPaper)
            .ToListAsync(cancel);

    /// <exception cref="BatchTooLargeException">It is more than can be changed in one step; nothing was.</exception>
    public async Task<bool> ChangeAsync(IReadOnlyList<Paper> kept, IReadOnlyList<Paper> removed, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var count = await shelf.FindAsync(Papers, Changes, cancel);
            if (await ToBatchAsync(kept, removed, cancel) is not { } batch) return false;
            var next = new TableEntity(Papers, Changes) { [Counter] = (count?.GetInt64(Counter) ?? 0) + 1 };
            // Somebody else's change of other papers moves the counter too: then ours is looked at again.
            if (await shelf.DoAsync(count is null ? batch.Add(next) : batch.Replace(next, count.ETag), cancel)) return true;
        }

        throw new JournalUnavailableException("Too many papers are changed at once.");
    }

    /// <returns>Null if a paper has another edition by now.</returns>
    private async Task<Batch?> ToBatchAsync(IReadOnlyList<Paper> kept, IReadOnlyList<Paper> removed, CancellationToken cancel)
    {
        var batch = new Batch();
        var now = await Task.WhenAll(kept.Concat(removed).Select(p => shelf.FindAsync(Papers, KeyOf(p), cancel)));
        for (var i = 0; i < now.Length; i++)
        {
            var (paper, seen) = (i < kept.Count ? kept[i] : removed[i - kept.Count], now[i]);
            if (paper.Edition != (seen?.GetInt64("Edition") ?? 0)) return null;
            if (i >= kept.Count && seen is not null) batch.Remove(seen);
            else if (i < kept.Count && seen is null) batch.Add(ToRow(paper));
            else if (i < kept.Count) batch.Replace(ToRow(paper), seen!.ETag);
        }

        return batch;
    }

    private static string KeyOf(Paper paper) => Keys.Of("paper", paper.Board, paper.Drawer, paper.Id);

    private static TableEntity ToRow(Paper paper)
    {
        var row = new TableEntity(Papers, KeyOf(paper)) { ["Board"] = paper.Board, ["Drawer"] = paper.Drawer, ["Id"] = paper.Id,
            ["Edition"] = paper.Edition + 1 };
        Pieces.Put(row, "Text", Encoding.UTF8.GetBytes(paper.Text));
        return row;
    }

    private static Paper ToPaper(TableEntity row) => new(
        row.GetString("Board"), row.GetString("Drawer"), row.GetString("Id"), row.GetInt64("Edition")!.Value, Encoding.UTF8.GetString(Pieces.Get(row, "Text")));
}
