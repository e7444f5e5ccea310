using Azure;
using Azure.Data.Tables;

namespace EscalationFunctions.Tables;

/// <summary>
/// What is done in one partition, whole or not at all: an entity-group transaction. The service takes 100 rows and 4 MiB; what is more is
/// refused here, before anything was sent, so that none of it can be done by halves.
/// </summary>
internal sealed class Batch
{
    public const int MostRows = 100;

    /// <summary>Something under 4 MiB, for rows travel with some words around them.</summary>
    public const int MostBytes = 4 * 1024 * 1024 - 64 * 1024;

    private const int BytesAround = 1024;

    private readonly List<TableTransactionAction> actions = [];
    private long bytes;

    public IReadOnlyList<TableTransactionAction> Actions => actions;

    /// <summary>A row that must not be there yet.</summary>
    public Batch Add(TableEntity row) => With(new(TableTransactionActionType.Add, row));

    /// <summary>A row in the place of the one that was read.</summary>
    /// <param name="seen">As it was read; where it has changed since, nothing of the batch is done.</param>
    public Batch Replace(TableEntity row, ETag seen) => With(new(TableTransactionActionType.UpdateReplace, row, seen));

    /// <summary>A row, whether there is one or not.</summary>
    public Batch Put(TableEntity row) => With(new(TableTransactionActionType.UpsertReplace, row));

    public Batch Remove(TableEntity seen) => With(new(TableTransactionActionType.Delete, new TableEntity(seen.PartitionKey, seen.RowKey), seen.ETag));

    private Batch With(TableTransactionAction action)
    {
        bytes += BytesAround + ((TableEntity)action.Entity).Sum(p => SizeOf(p.Key, p.Value));
        actions.Add(action);
        if (actions.Count > MostRows) throw new BatchTooLargeException($"More than {MostRows} rows cannot be kept in one step.");
        if (bytes > MostBytes) throw new BatchTooLargeException($"More than {MostBytes} bytes cannot be kept in one step.");
        return this;
    }

    // As it travels: JSON, in which bytes are written in base 64.
    private static long SizeOf(string name, object? value) => name.Length + value switch
    {
        byte[] binary => (binary.Length + 2L) / 3 * 4 + name.Length + 40,
        string text => System.Text.Encoding.UTF8.GetByteCount(text) * 2L,
        _ => 80,
    };
}

/// <summary>It cannot be kept in one step, so nothing of it was.</summary>
public sealed class BatchTooLargeException(string message) : Exception(message);
