using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tables;

/// <summary>What is found by the index: it says where to look, the records what is so.</summary>
public sealed partial class TablesIndex
{
    /// <summary>Who read records of a board, the latest first, as it lies with the records.</summary>
    internal async IAsyncEnumerable<RecordRead> ReadsAsync(string board, string after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in shelf.ReadAsync($"PartitionKey eq {ReadRows.OfBoard(board)} and RowKey gt {after}", cancel: cancel))
            if (await records.RowAsync(row.GetString("Id"), Sheets.Reads + row.RowKey, cancel) is { } read) yield return ReadRows.ToRead(read);
            else await shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel, row.ETag);
    }

    /// <summary>Differences that are due, earliest first, as the records say; one whose head cannot be read is due all the same.</summary>
    internal async IAsyncEnumerable<(string Id, DateTimeOffset Due)> DueAsync(DateTimeOffset by, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var some in InChunksAsync(shelf.ReadAsync($"PartitionKey eq {IndexRows.Due} and RowKey lt {Keys.Of(by) + Keys.End}",
            cancel: cancel), cancel))
        {
            var (heads, unread) = await EachAsync(some, records.HeadAsync, cancel);
            foreach (var row in some)
            {
                var (id, due) = (row.GetString("Id"), Keys.InstantOf(row.RowKey));
                if (unread.ContainsKey(id) || heads.GetValueOrDefault(id)?.Due == due) yield return (id, due);
                else await shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel, row.ETag);
            }
        }
    }

    /// <summary>Notices under a partition of the index, in its order, as the records say.</summary>
    internal async IAsyncEnumerable<Owed> NoticesAsync(FormattableString filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var some in InChunksAsync(shelf.ReadAsync(filter, cancel: cancel), cancel))
        {
            var (found, unread) = await EachAsync(some, OwedOfAsync, cancel);
            foreach (var row in some)
                if (found.GetValueOrDefault(row.GetString("Id"))?.GetValueOrDefault(row.GetString("Notice")) is { } owed
                    && IndexRows.Of(owed).Any(r => r.PartitionKey == row.PartitionKey && r.RowKey == row.RowKey)) yield return owed;
                else if (!unread.ContainsKey(row.GetString("Id"))) await shelf.RemoveAsync(row.PartitionKey, row.RowKey, cancel, row.ETag);
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

    private async Task<Dictionary<string, Owed>?> OwedOfAsync(string id, CancellationToken cancel) => await records.HeadAsync(id, cancel) is { } head
        ? (await records.NoticesAsync(id, cancel)).SelectMany(s => s.Notices).ToDictionary(n => n.Notice.Id, n => n.ToOwed(head.Board, id))
        : null;

    /// <summary>What there is of each record that rows name, by its id, and the ids of those that cannot be read.</summary>
    private async Task<(ConcurrentDictionary<string, T> Found, ConcurrentDictionary<string, bool> Unread)> EachAsync<T>(
        List<TableEntity> rows, Func<string, CancellationToken, Task<T?>> read, CancellationToken cancel) where T : class
    {
        var (found, unread) = (new ConcurrentDictionary<string, T>(), new ConcurrentDictionary<string, bool>());
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(rows.Select(r => r.GetString("Id")).Distinct(), limit, async (id, within) =>
        {
            try
            {
                if (await read(id, within) is { } one) found[id] = one;
            }
#pragma warning disable CA1031 // Whatever is wrong with this one, the others are found.
            catch (Exception problem) when (problem is not (JournalUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
            {
                unread[id] = true;
                LogUnread(id, problem.GetType().Name);
            }
        });
        return (found, unread);
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

    // The kind of problem and not its message, which can quote what is personal.
    [LoggerMessage(Level = LogLevel.Error, Message = "Difference {Difference} is due or owes notices, and cannot be read ({Problem}).")]
    private partial void LogUnread(string difference, string problem);
}
