using Azure.Data.Tables;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>
/// Rows of the index that show the latest state of a record. Whoever writes them late, having been held up after the commit, does not put an
/// older state over a newer one, nor take away what a newer one needs.
/// </summary>
internal sealed class NewestRows(Shelf shelf)
{
    private const int MostTries = 20, AtOnce = 16;

    /// <param name="length">How long the record was in the state that they show.</param>
    public Task PutAsync(IEnumerable<TableEntity> rows, int length, CancellationToken cancel) => Parallel.ForEachAsync(
        rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (row, within) => await PutAsync(row, length, within));

    /// <summary>Removes a row that the record no longer has in this state, unless it has it again since.</summary>
    public async Task RemoveAsync(TableEntity row, int length, CancellationToken cancel)
    {
        // Where it changes just now, whoever changes it knows better.
        if (await shelf.FindAsync(row.PartitionKey, row.RowKey, cancel) is { } seen && IndexRows.IsOlder(seen, length))
            await shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel, seen.ETag);
    }

    private async Task PutAsync(TableEntity row, int length, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var seen = await shelf.FindAsync(row.PartitionKey, row.RowKey, cancel);
            if (seen is null ? await shelf.AddAsync(row, cancel) : !IndexRows.IsOlder(seen, length) || await shelf.ReplaceAsync(row, seen.ETag, cancel)) return;
        }

        throw new JournalUnavailableException("Too much is written to the index of one difference at once.");
    }
}
