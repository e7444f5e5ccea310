using Escalation.Server;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;
using EscalationFunctions.Tests.Service.Desk;

namespace EscalationFunctions.Tests.Server.Sqlite;

public class SqliteJournalTests : JournalContract
{
    private TestFolder folder = null!;
    private DataStore store = null!;

    protected override IJournal Journal => store.Journal;

    [SetUp]
    public void Open()
    {
        folder = new TestFolder();
        store = DataFolder.Open(folder.Path);
    }

    [TearDown]
    public async Task Close()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }
}
