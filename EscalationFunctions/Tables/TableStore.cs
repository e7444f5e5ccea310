using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tables;

/// <summary>The tables of a deployment: records, what is derived from them, papers and passes.</summary>
public sealed class TableStore
{
    /// <summary>What the names of the tables end with.</summary>
    internal static readonly string[] Names = ["Records", "Index", "Papers", "Passes"];

    private readonly TableServiceClient account;
    private readonly string prefix;

    /// <param name="prefix">What the names of the tables begin with: letters and figures, a letter in front.</param>
    /// <param name="log">Where it is said which records cannot be read or mended; nowhere if there is none.</param>
    public TableStore(TableServiceClient account, string prefix, TimeProvider clock, ILogger<TableStore>? log = null)
    {
        (this.account, this.prefix) = (account, prefix);
        var records = new Records(ShelfOf("Records"));
        Index = new TablesIndex(ShelfOf("Index"), records, clock, log ?? NullLogger<TableStore>.Instance);
        Papers = new TablesPapers(ShelfOf("Papers"));
        Passes = new TablesPasses(ShelfOf("Passes"));
        Journal = new TablesJournal(records, Index, Passes);
    }

    public TablesIndex Index { get; }

    public TablesJournal Journal { get; }

    public TablesPapers Papers { get; }

    public TablesPasses Passes { get; }

    /// <summary>Makes the tables that are not there yet.</summary>
    /// <exception cref="Escalation.Service.Desk.JournalUnavailableException">Table storage cannot be used just now.</exception>
    public Task PrepareAsync(CancellationToken cancel) =>
        Task.WhenAll(Names.Select(name => ShelfOf(name).MakeAsync(cancel)));

    private Shelf ShelfOf(string name) => new(account.GetTableClient(prefix + name));
}
