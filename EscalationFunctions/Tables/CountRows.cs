using System.Text.Json;
using Azure.Data.Tables;
using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>
/// What the figures are added up from: with each append what it adds, in its transaction, and the same once more in a partition of the board. A
/// board has some thousand appends a year, so that its figures are a few pages of rows.
/// </summary>
internal static class CountRows
{
    public static string OfBoard(string board) => Keys.Of("counts", board);

    public static TableEntity ToRow(string partition, string key, IReadOnlyList<Count> counts)
    {
        var row = new TableEntity(partition, key);
        Pieces.Put(row, "Counts", JsonSerializer.SerializeToUtf8Bytes(counts, FactJson.Options));
        return row;
    }

    /// <summary>The board's row for one that lies with the record.</summary>
    public static TableEntity OfBoard(string board, TableEntity kept)
    {
        var row = new TableEntity(OfBoard(board), $"{kept.PartitionKey}:{kept.RowKey}");
        Pieces.Put(row, "Counts", Pieces.Get(kept, "Counts"));
        return row;
    }

    /// <summary>Sums of what was counted on the days from the first to the last; of levels on all days up to the last.</summary>
    public static async Task<Counted> SumAsync(IAsyncEnumerable<TableEntity> rows, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var sums = new Dictionary<(Measure, string), int>();
        await foreach (var row in rows.WithCancellation(cancel))
            foreach (var count in JsonSerializer.Deserialize<List<Count>>(Pieces.Get(row, "Counts"), FactJson.Options)!)
                if (count.Day <= to && (count.Day >= from || count.Measure.IsLevel()))
                    sums[(count.Measure, count.Key)] = sums.GetValueOrDefault((count.Measure, count.Key)) + count.Number;
        return new Counted([.. sums.Select(s => new Summed(s.Key.Item1, s.Key.Item2, s.Value))], Complete: true);
    }
}
