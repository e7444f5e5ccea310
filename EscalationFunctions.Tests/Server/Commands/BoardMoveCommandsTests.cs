using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

/// <summary>A board goes from one deployment to another with all it has, or not at all.</summary>
public class BoardMoveCommandsTests
{
    [Test]
    public async Task A_board_moves_with_every_byte_of_every_record_and_goes_on_there()
    {
        await using var office = await TestOffice.OpenAsync();
        var (id, other) = (await office.RaiseAsync(), await office.RaiseAsync(board: TestOffice.Moorland));
        await office.AgreeAsync(id);
        var first = (await office.Journal.NoticesOfAsync(id, default))[0].Notice.Id;
        await office.Journal.NoteAsync([new(id, first, DeliveryState.Sent, 1, office.Clock.GetUtcNow())], default);
        var before = await WrittenAsync(office.Journal, id);
        using var there = new TestFolder();
        var file = Path.Combine(there.Path, "board");
        await office.RestartAsync(() => Assert.That(Done("board", "export", TestOffice.Severnside, file, "--data", office.Folder).ExitCode, Is.Zero));
        var imported = Done("board", "import", file, "--data", Path.Combine(there.Path, "data"));
        Assert.That(imported.Output, Does.StartWith("severnside: ").And.EndsWith(" papers, 1 differences\n"));
        Assert.That(Done("board", "import", file, "--data", Path.Combine(there.Path, "data")).ExitCode, Is.Zero, "done again, it is done");
        await using var store = Escalation.Server.DataFolder.OpenExisting(Path.Combine(there.Path, "data"));
        Assert.That(await WrittenAsync(store.Journal, id), Is.EqualTo(before));
        Assert.That(await store.Journal.FindHeadAsync(other, default), Is.Null, "another board's stays");
        using var rooms = new BoardRooms(store.Papers, office.Clock);
        var desk = new DifferenceDesk(store.Journal, rooms, office.Books, new RecentRecords(), new DeskBell(), office.Clock);
        Assert.That(await desk.AskAsync(new Question(id, OfficeDays.Asha, new Command.NoteComplaint("A complaint.")), default), Is.InstanceOf<Reply.Done>());
    }

    [Test]
    public async Task What_was_erased_comes_with_its_proof_and_without_a_key()
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        // More lines than go in one step.
        for (var i = 0; i < 60; i++) await office.DoneAsync(id, OfficeDays.Asha, new Command.NoteComplaint($"Complaint {i}."));
        await office.DoneAsync(id, OfficeDays.Asha, new Command.Withdraw("A misunderstanding."));
        var arrived = (await office.Journal.NoticesOfAsync(id, default)).Select(n => new Delivery(id, n.Notice.Id, DeliveryState.Sent, 1, n.At)).ToList();
        await office.Journal.NoteAsync(arrived, default);
        var head = (await office.Journal.FindHeadAsync(id, default))!;
        var proof = new Erasure(office.Clock.GetUtcNow(), "list", new DateOnly(2028, 4, 1), head.Length, Convert.ToHexStringLower(head.Link), "Ben", "Chris");
        Assert.That(await office.Journal.EraseAsync([new Erasing(head, proof)], default), Is.EqualTo(new[] { id }));
        var before = await WrittenAsync(office.Journal, id);
        using var there = new TestFolder();
        var (file, data) = (Path.Combine(there.Path, "board"), Path.Combine(there.Path, "data"));
        await office.RestartAsync(() => Assert.That(Done("board", "export", TestOffice.Severnside, file, "--data", office.Folder).ExitCode, Is.Zero));
        for (var times = 0; times < 2; times++) Assert.That(Done("board", "import", file, "--data", data).Error, Is.Empty);
        await using var store = Escalation.Server.DataFolder.OpenExisting(data);
        Assert.That(await WrittenAsync(store.Journal, id), Is.EqualTo(before));
        Assert.That((await store.Journal.FindHeadAsync(id, default))!.Erased, Is.EqualTo(proof));
        Assert.That(Done("verify", "--data", data).Error, Is.Empty);
    }

    [Test]
    public async Task Half_a_file_brings_nothing()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RaiseAsync();
        using var there = new TestFolder();
        var (file, data) = (Path.Combine(there.Path, "board"), Path.Combine(there.Path, "data"));
        await office.RestartAsync(() => Assert.That(Done("board", "export", TestOffice.Severnside, file, "--data", office.Folder).ExitCode, Is.Zero));
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, lines[..^1]);
        Assert.That(Done("board", "import", file, "--data", data).Error, Does.Contain("not whole"));
        await File.WriteAllLinesAsync(file, [.. lines[..^2], lines[^2].Replace("\"length\":", "\"length\":1", StringComparison.Ordinal), lines[^1]]);
        Assert.That(Done("board", "import", file, "--data", data).Error, Does.Contain("does not hold together"));
        await using var store = Escalation.Server.DataFolder.OpenExisting(data);
        Assert.That(await store.Journal.IdsAsync("", 9, default), Is.Empty);
    }

    [Test]
    public async Task A_board_that_there_is_not_is_said()
    {
        await using var office = await TestOffice.OpenAsync();
        using var there = new TestFolder();
        await office.RestartAsync(() => Assert.That(
            Done("board", "export", "nowhere", Path.Combine(there.Path, "board"), "--data", office.Folder).Error,
                Is.EqualTo("There is no board 'nowhere'.\n")));
    }

    // While nobody uses the folder, which is a moment between two lines of a test.
    private static CommandLine Done(params string[] args) => CommandLine.Run(args).GetAwaiter().GetResult();

    private static async Task<string[]> WrittenAsync(IJournal journal, string id)
    {
        var kept = (await journal.FindAsync(id, default))!;
        return
        [
            System.Text.Json.JsonSerializer.Serialize(kept.Head, FactJson.Options),
            .. kept.Lines.Select(l => $"{l.Number} {Convert.ToHexString(l.Open)} {Convert.ToHexString(l.Secret)} {Convert.ToHexString(l.Link)}"),
            .. (await journal.NoticesOfAsync(id, default)).Select(n => n.ToString()),
        ];
    }
}
