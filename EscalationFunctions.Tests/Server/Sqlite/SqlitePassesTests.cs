using Escalation.Server;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using EscalationFunctions.Tests.Service;
using EscalationFunctions.Tests.Service.Passes;

namespace EscalationFunctions.Tests.Server.Sqlite;

public class SqlitePassesTests : PassesContract
{
    private TestFolder folder = null!;
    private DataStore store = null!;

    protected override IPasses Passes => store.Passes;

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

    [Test]
    public async Task What_was_kept_is_there_after_a_restart()
    {
        await Passes.ChangeAsync([new Pass(PassKind.Tally, "a", "a", DateTimeOffset.UnixEpoch, 0, [1])], [], default);
        await store.DisposeAsync();
        store = DataFolder.Open(folder.Path);
        Assert.That((await Passes.FindAsync(PassKind.Tally, "a", default))!.Edition, Is.EqualTo(1));
    }

    [Test]
    public async Task A_database_of_before_is_brought_up_to_it_with_what_it_holds()
    {
        await store.Papers.ChangeAsync([new("b", "board", "b", 0, "{}")], [], default);
        await store.DisposeAsync();
        OlderFile.Make(1, Path.Combine(folder.Path, SqliteFile.FileName));
        store = DataFolder.Open(folder.Path);
        Assert.That(await Passes.FindAsync(PassKind.Link, "a", default), Is.Null);
        Assert.That(await store.Papers.AllAsync(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_store_that_cannot_be_written_to_says_so_and_has_done_nothing()
    {
        await using var office = await TestOffice.OpenAsync();
        office.File.OnOpening = "pragma query_only = on";
        await office.RestartAsync();
        var pass = new Pass(PassKind.Link, "a", "x", DateTimeOffset.UnixEpoch, 0, [1]);
        Assert.ThrowsAsync<JournalUnavailableException>(() => office.Passes.ChangeAsync([pass], [], default));
        Assert.That(await office.Passes.FindAsync(PassKind.Link, "a", default), Is.Null);
    }
}
