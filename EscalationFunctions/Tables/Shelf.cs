using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>A table, spoken to in the words of the stores over it. What the service answers is told apart here and nowhere else.</summary>
/// <remarks>Every member throws <see cref="JournalUnavailableException"/> when the service cannot be used just now.</remarks>
internal sealed class Shelf(TableClient table)
{
    public Task MakeAsync(CancellationToken cancel) => AskAsync(() => table.CreateIfNotExistsAsync(cancel));

    public async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancel)
    {
        var found = await AskAsync(() => table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel));
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Rows in the order of their keys, fetched as they are wanted.</summary>
    public async IAsyncEnumerable<TableEntity> ReadAsync(FormattableString filter, int? page = null,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var pages = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter), page, cancellationToken: cancel)
            .AsPages().GetAsyncEnumerator(cancel);
        while (await AskAsync(() => pages.MoveNextAsync().AsTask()))
            foreach (var row in pages.Current.Values) yield return row;
    }

    /// <returns>False if there is such a row already.</returns>
    public Task<bool> AddAsync(TableEntity row, CancellationToken cancel) => TriedAsync(() => table.AddEntityAsync(row, cancel));

    public Task PutAsync(TableEntity row, CancellationToken cancel) => AskAsync(() => table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel));

    /// <returns>False if the row has changed since it was seen, or is gone.</returns>
    public Task<bool> ReplaceAsync(TableEntity row, ETag seen, CancellationToken cancel) =>
        TriedAsync(() => table.UpdateEntityAsync(row, seen, TableUpdateMode.Replace, cancel));

    /// <summary>Removes a row if it is there, and is as it was seen.</summary>
    public Task RemoveAsync(string partition, string row, CancellationToken cancel, ETag? seen = null) =>
        TriedAsync(() => table.DeleteEntityAsync(partition, row, seen ?? ETag.All, cancel));

    /// <returns>False, and nothing is done, if a row that must not be there is, or one has changed since it was seen.</returns>
    public Task<bool> DoAsync(Batch batch, CancellationToken cancel) => TriedAsync(() => table.SubmitTransactionAsync(batch.Actions, cancel));

    private static async Task<bool> TriedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (RequestFailedException lost) when (WasOvertaken(lost))
        {
            return false;
        }
        catch (RequestFailedException broken)
        {
            throw Unavailable(broken);
        }
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RequestFailedException broken)
        {
            throw Unavailable(broken);
        }
    }

    // A table that is not there is a fault of the store and not an answer about the row.
    private static bool WasOvertaken(RequestFailedException e) => e.ErrorCode != "TableNotFound"
        && e.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.NotFound;

    // The code and not the message, which quotes what was sent.
    private static JournalUnavailableException Unavailable(RequestFailedException broken)
    {
        var said = broken.Status == 0 ? "no answer" : $"{broken.Status} {broken.ErrorCode}".TrimEnd();
        return new JournalUnavailableException($"Table storage cannot be used just now ({said}).", broken);
    }
}
