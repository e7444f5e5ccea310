using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Durable.Tests.Tables;

/// <summary>A board comes from the embedded host's folder into tables, and goes back.</summary>
[CancelAfter(120_000)]
public class BoardMoveTests
{
    [Test]
    public async Task A_board_moves_from_a_folder_into_tables_and_back_and_every_byte_of_its_records_with_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.DoneAsync(id, OfficeDays.Asha, new Command.RecordDiscussion("d-1", "the ward manager", new string('v', 9000), "To talk again."));
        for (var i = 0; i < 60; i++) await office.DoneAsync(id, OfficeDays.Asha, new Command.AddSupporter($"s-{i}", new Person("Sam Friend", "supporter")));
        await using var azurite = await Azurite.OpenAsync(office.Clock);
        var store = azurite.Store;
        using var folder = new TestFolder();
        var (there, back) = (Path.Combine(folder.Path, "there"), Path.Combine(folder.Path, "back"));
        await using (var to = new StreamWriter(there)) await new BoardMove(office.Journal, office.Papers).WriteAsync(TestOffice.Severnside, to, default);
        for (var i = 0; i < 2; i++) Assert.That((await new BoardMove(store.Journal, store.Papers)
            .ReadAsync(() => new StreamReader(there), default)).Differences, Is.EqualTo(1));
        await using (var to = new StreamWriter(back)) await new BoardMove(store.Journal, store.Papers).WriteAsync(TestOffice.Severnside, to, default);

        Assert.That(File.ReadAllLines(back), Is.EquivalentTo(File.ReadAllLines(there)));
        Assert.That((await new Audit(store.Journal).WalkAsync(new Dictionary<string, Mark>(), default)).Problems, Is.Empty);
        Assert.That(await store.Journal.NextDueAsync(default), Is.EqualTo((await office.Journal.FindHeadAsync(id, default))!.Due));
        var (from, until) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        Assert.That((await store.Journal.CountsAsync(TestOffice.Severnside, from, until, default)).Sums.Where(s => s.Number != 0),
            Is.EquivalentTo((await office.Journal.CountsAsync(TestOffice.Severnside, from, until, default)).Sums.Where(s => s.Number != 0)).And.Not.Empty);
        using var rooms = new BoardRooms(store.Papers, office.Clock);
        var desk = new DifferenceDesk(store.Journal, rooms, office.Books, new RecentRecords(), new DeskBell(), office.Clock);
        Assert.That(await desk.AskAsync(new Question(id, OfficeDays.Asha, new Command.NoteComplaint("A complaint.")), default), Is.InstanceOf<Reply.Done>());
        Assert.ThrowsAsync<InvalidDataException>(() =>
            new BoardMove(store.Journal, store.Papers).ReadAsync(() => new StreamReader(there), default), "it has gone on here");
    }

    [Test]
    public async Task What_cannot_be_moved_is_refused_in_a_sentence()
    {
        await using var azurite = await Azurite.OpenAsync(TimeProvider.System);
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "no.board");
        await File.WriteAllTextAsync(file, "{}");
        await IsRefusedAsync(["import", file], "The file is not whole, or is no file of a board.");
        await IsRefusedAsync(["import", $"{file}s"], "Could not find file");
        await IsRefusedAsync(["export", "nowhere", Path.Combine(folder.Path, "nowhere.board")], "There is no board 'nowhere'.");

        async Task IsRefusedAsync(string[] args, string why)
        {
            using StringWriter says = new(), complains = new();
            Assert.That(await BoardFiles.RunAsync(args, () => azurite.Store, says, complains, default), Is.EqualTo(1));
            Assert.That(complains.ToString(), Does.StartWith(why).And.Not.Contain("   at "));
        }
    }
}
