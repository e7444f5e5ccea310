using Escalation.Server;
using Escalation.Service.Boards;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Sqlite;

public class SqlitePapersTests : PapersContract
{
    private TestFolder folder = null!;
    private DataStore store = null!;

    protected override IPapers Papers => store.Papers;

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
