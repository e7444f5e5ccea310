using Escalation.Core.Notices;
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

    [Test]
    public async Task A_notice_of_an_entry_that_its_record_does_not_have_is_not_kept_and_nothing_with_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var before = (await office.Journal.FindAsync(await office.RaiseAsync(), default))!.Head;
        var (number, reference) = (before.Length + 1, before.Card.Reference);
        var append = new Append(
            before, before with { Length = number }, [new Line(number, [], [], before.Link)],
            [new Notice($"{reference}/{number + 1}/1", NoticeKind.Chase, new Recipient.TheRaiser(), number + 1, "1")], office.Clock.GetUtcNow());
        Assert.ThrowsAsync<KeyNotFoundException>(() => office.Journal.AppendAsync(append, default));
        Assert.That((await office.Journal.FindHeadAsync(before.Id, default))!.Length, Is.EqualTo(before.Length));
    }
}
