using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using EscalationFunctions.Tables;
using EscalationFunctions.Tests.Service;
using EscalationFunctions.Tests.Service.Desk;
using EscalationFunctions.Tests.Service.Passes;

namespace EscalationFunctions.Durable.Tests.Tables;

/// <summary>The journal in tables is held to what SQLite's is.</summary>
public class TablesJournalTests : JournalContract
{
    private Azurite azurite = null!;
    private TableStore store = null!;

    protected override IJournal Journal => store.Journal;

    [SetUp]
    public async Task Open()
    {
        azurite = await Azurite.OpenAsync(TimeProvider.System);
        store = azurite.Store;
    }

    [TearDown]
    public async Task Close() => await azurite.DisposeAsync();
}

/// <summary>Passes in tables are held to what SQLite's are.</summary>
public class TablesPassesTests : PassesContract
{
    private Azurite azurite = null!;
    private TableStore store = null!;

    protected override IPasses Passes => store.Passes;

    [SetUp]
    public async Task Open()
    {
        azurite = await Azurite.OpenAsync(TimeProvider.System);
        store = azurite.Store;
    }

    [TearDown]
    public async Task Close() => await azurite.DisposeAsync();
}

/// <summary>Papers in tables are held to what SQLite's are.</summary>
public class TablesPapersTests : PapersContract
{
    private Azurite azurite = null!;
    private TableStore store = null!;

    protected override IPapers Papers => store.Papers;

    [SetUp]
    public async Task Open()
    {
        azurite = await Azurite.OpenAsync(TimeProvider.System);
        store = azurite.Store;
    }

    [TearDown]
    public async Task Close() => await azurite.DisposeAsync();
}
