using Escalation.Core.Differences;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;
using Became = Escalation.Service.Desk.Delivery;

namespace EscalationFunctions.Tests.Server.Sqlite;

/// <summary>What an older program kept is read for ever.</summary>
public class OldSchemaTests
{
    [Test]
    public async Task A_database_of_an_older_schema_is_brought_to_the_present_one_with_every_byte_of_every_record([Range(1, 6)] int version)
    {
        await using var office = await TestOffice.OpenAsync();
        var ids = new[] { await office.RaiseAsync(), await office.RaiseAsync(board: TestOffice.Moorland), await office.RaiseAsync() };
        await office.AgreeAsync(ids[0]);
        await office.DoneAsync(ids[2], OfficeDays.Asha, new Command.RecordDiscussion("d-1", "the ward manager", new string('v', 9000), "To talk again."));
        await office.DoneAsync(ids[1], OfficeDays.Asha, new Command.AddSupporter("s-0", new Person("Sam Friend", "supporter")));
        foreach (var owed in await office.Journal.NoticesOfAsync(ids[1], default)) await SentAsync(office, owed);
        var before = await AllAsync(office, ids);

        await office.RestartAsync(() => OlderFile.Make(version, office.File.Path));

        var after = await AllAsync(office, ids);
        Assert.That(after.Lines, Is.EqualTo(before.Lines).And.Not.Empty);
        Assert.That(after.Notices, Is.EqualTo(before.Notices).And.Not.Empty);
        Assert.That((await new Audit(office.Journal).WalkAsync(new Dictionary<string, Mark>(), default)).Problems, Is.Empty);
        Assert.That(((SqliteJournal)office.Journal).StrayLines(), Is.Empty);
        await office.DoneAsync(ids[1], OfficeDays.Asha, new Command.AddSupporter("s-1", new Person("Sam Friend", "supporter")));
        await office.DoneAsync(ids[2], OfficeDays.Asha, new Command.AddSupporter("s-1", new Person("Sam Friend", "supporter")));
        foreach (var owed in await office.Journal.NoticesOfAsync(ids[2], default)) await SentAsync(office, owed);
        Assert.That((await office.Journal.NoticesOfAsync(ids[2], default)).Select(n => n.State), Is.All.EqualTo(DeliveryState.Sent));
        Assert.That((await new Audit(office.Journal).WalkAsync(new Dictionary<string, Mark>(), default)).Problems, Is.Empty);
        Assert.That(((SqliteJournal)office.Journal).StrayLines(), Is.Empty);
    }

    [Test]
    public async Task What_was_erased_counted_and_put_there_past_the_service_is_so_after_it_too()
    {
        await using var office = await TestOffice.OpenAsync();
        var (kept, erased) = (await office.RaiseAsync(), await office.RaiseAsync());
        await office.DoneAsync(erased, OfficeDays.Asha, new Command.Withdraw("A misunderstanding."));
        foreach (var owed in await office.Journal.NoticesOfAsync(erased, default)) await SentAsync(office, owed);
        var head = (await office.Journal.FindHeadAsync(erased, default))!;
        var erasure = new Erasure(office.Clock.GetUtcNow(), "list", new DateOnly(2026, 4, 1), head.Length, "00");
        Assert.That(await office.Journal.EraseAsync([new Erasing(head, erasure)], default), Is.EqualTo(new[] { erased }));
        var counts = await CountsAsync(office);

        await office.RestartAsync(() =>
        {
            OlderFile.Make(6, office.File.Path);
            using var older = new Statements(office.File.Open());
            older.Do("insert into lines (place, open, secret, link) select place + 10, open, secret, link from lines where number = 1 and difference = 1");
        });

        Assert.That((await office.Journal.FindHeadAsync(erased, default))!.Erased, Is.EqualTo(erasure));
        Assert.That(await CountsAsync(office), Is.EqualTo(counts).And.Not.Empty);
        Assert.That(((SqliteJournal)office.Journal).StrayLines(), Is.EqualTo(new[] { (kept, 1L) }));
    }

    [Test]
    public void A_notice_has_a_place_of_its_own_behind_those_before_it_and_before_those_of_the_next_line()
    {
        Assert.That(Rows.PlaceOfNotice(7, 2), Is.EqualTo(Rows.PlaceOfNotice(7, 1) + 1));
        Assert.That(Rows.PlaceOfNotice(8, 1), Is.GreaterThan(Rows.PlaceOfNotice(7, (1 << 12) - 1)));
        Assert.That(() => Rows.PlaceOfNotice(7, 1 << 12), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Rows.PlaceOfNotice(7, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static async Task<(string[] Lines, string[] Notices)> AllAsync(TestOffice office, string[] ids)
    {
        var (lines, notices) = (new List<string>(), new List<string>());
        foreach (var id in ids)
        {
            lines.AddRange((await office.Journal.FindAsync(id, default))!.Lines.Select(l =>
                $"{l.Number} {Convert.ToHexString(l.Open)} {Convert.ToHexString(l.Secret)} {Convert.ToHexString(l.Link)}"));
            notices.AddRange((await office.Journal.NoticesOfAsync(id, default)).Select(n => n.ToString()));
        }

        return ([.. lines], [.. notices]);
    }

    private static Task SentAsync(TestOffice office, Owed owed) =>
        office.Journal.NoteAsync([new Became(owed.Difference, owed.Notice.Id, DeliveryState.Sent, 1, office.Clock.GetUtcNow())], default);

    private static async Task<string[]> CountsAsync(TestOffice office) =>
        [.. (await office.Journal.CountsAsync(TestOffice.Severnside, DateOnly.MinValue, DateOnly.MaxValue, default)).Sums.Select(s => s.ToString())];
}
