using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Core.Figures.Writing;
using Escalation.Core.Notices;
using Escalation.Server.Sqlite;
using Escalation.Service.Access;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Figures;
using Escalation.Service.Passes;
using Escalation.Service.Reports;
using EscalationFunctions.Tests.Server;

namespace EscalationFunctions.Tests.Service.Retention;

/// <summary>When the time of a record is over and it was disposed of, what was personal is gone from everywhere, and the rest is what it was.</summary>
public class ErasureTests
{
    private Shelf shelf = null!;
    private Marks marks = null!;

    [SetUp]
    public async Task Open() => (shelf, marks) = (await Shelf.OpenAsync(), new Marks());

    [TearDown]
    public async Task Close() => await shelf.DisposeAsync();

    [Test, CancelAfter(60_000)]
    public async Task No_byte_of_what_was_personal_is_left_in_the_folder_its_later_backups_the_letters_or_the_log(CancellationToken cancel)
    {
        var id = await shelf.ClosedAsync(marks);
        await NewLinkWasSentAsync(id, cancel);
        var before = await shelf.HeadAsync(id);
        marks.Add("the wrapped key", before.Key!);
        marks.Add("the key", new Seal(TestOffice.Secret).Reveal(before.Key!, id));
        var (records, lists, figures) = (await FactsAsync(id), await ListedAsync(), await FiguresAsync());
        Assert.That(figures, Does.Match("\"number\": [1-9]"), "something was counted");
        shelf.YearsPass();
        Assert.That(marks.FoundIn(shelf.Kept.Folder), Has.Some.EqualTo("the wrapped key in escalation.db-wal").And.Some.Contains(".eml"), "what is looked for can be found");

        Assert.That((await shelf.DisposeOfAllAsync()).Erased, Is.EqualTo(1));

        Backups.Take(shelf.Kept.File, Path.Combine(shelf.Kept.Folder, "after.backup"));
        Assert.That(marks.FoundIn(shelf.Kept.Folder), Is.Empty);
        Assert.That(marks.FoundIn(shelf.Service.Log.Lines), Is.Empty);
        var after = await shelf.HeadAsync(id);
        Assert.That((after.Key, after.Erased!.Link, after.Length), Is.EqualTo(((byte[]?)null, Convert.ToHexStringLower(before.Link), before.Length)));
        Assert.That((after.Card, Convert.ToHexString(after.Link)), Is.EqualTo((before.Card, Convert.ToHexString(before.Link))));
        Assert.That(await ListedAsync(), Is.EqualTo(lists), "lists");
        Assert.That(await FactsAsync(id), Is.EqualTo(records), "what happened, when");
        Assert.That(await FiguresAsync(), Is.EqualTo(figures));
        Assert.That((await CommandLine.Run("verify", "--data", shelf.Kept.Folder)).Error, Is.Empty);
    }

    [Test]
    public async Task What_was_begun_or_given_out_about_it_goes_with_it()
    {
        var id = await shelf.ClosedAsync();
        var links = shelf.Get<Links>();
        var token = await links.MakeAsync(new LinkFor(TestOffice.Severnside, id, null, new LinkTask.Read(), new Recipient.TheRaiser(), "asha@example.org"), default);
        var manager = await shelf.GuestAsync(Shelf.Manager);
        await manager.FillAsync($"/severnside/differences/{id}/feedback/effectiveness", "effectiveness: 4");
        Assert.That(await shelf.Kept.Passes.AboutAsync(PassKind.Draft, id, default), Has.Count.EqualTo(1));
        shelf.YearsPass();
        await shelf.DisposeOfAllAsync();
        Assert.That(await shelf.Kept.Passes.AboutAsync(PassKind.Draft, id, default), Is.Empty);
        Assert.That(await shelf.Kept.Passes.AboutAsync(PassKind.Link, id, default), Is.Empty);
        Assert.That(await links.LookAsync(token, default), Is.InstanceOf<LinkView.Unknown>());
        Assert.That(await shelf.Kept.Journal.NoticesOfAsync(id, default), Has.None.Matches<Owed>(o => o.State == DeliveryState.Waiting));
    }

    // What a page leaves behind when its rows move is not to be had at will; a dropped table of a careless program leaves the same.
    [Test]
    public async Task A_key_that_lingers_in_a_corner_of_the_file_is_found_and_the_file_is_written_anew()
    {
        var id = await shelf.ClosedAsync();
        marks.Add("the wrapped key", (await shelf.HeadAsync(id)).Key!);
        using (var careless = new Statements(shelf.Kept.File.Open()))
        {
            careless.Do("pragma secure_delete = off");
            careless.Do("create table careless (key blob, room blob)");
            // Each on a page of its own, so that some are left free whatever is written next.
            for (var i = 0; i < 100; i++) careless.Do("insert into careless select key, zeroblob(3500) from differences where id = ?1", id);
            careless.Do("drop table careless");
            Sweeping.CutLog(shelf.Kept.File, careless);
        }

        var size = new FileInfo(shelf.Kept.File.Path).Length;
        shelf.YearsPass();
        await shelf.DisposeOfAllAsync();
        Assert.That(marks.FoundIn(shelf.Kept.Folder), Is.Empty);
        Assert.That(new FileInfo(shelf.Kept.File.Path).Length, Is.LessThan(size), "the free page is gone with it");
    }

    [Test]
    public async Task What_a_run_that_was_broken_off_had_erased_is_swept_for_and_listed_by_the_next()
    {
        var id = await shelf.ClosedAsync();
        var key = (await shelf.HeadAsync(id)).Key!;
        marks.Add("the wrapped key", key);
        shelf.YearsPass();
        await shelf.DisposeOfAllAsync();
        var (list, underWay) = (Path.Combine(shelf.Kept.Folder, Disposed.FileName), Path.Combine(shelf.Kept.Folder, "disposals.under-way"));
        var whole = await File.ReadAllTextAsync(list);
        Assert.That(whole, Does.Contain(id));
        Assert.That(File.Exists(underWay), Is.False);
        await shelf.Kept.RestartAsync(() =>
        {
            // As it is where the process died while the line was being written, and before the file was looked through.
            File.WriteAllText(list, whole[..^10]);
            File.WriteAllBytes(underWay, []);
            using var careless = new Statements(shelf.Kept.File.Open());
            careless.Do("pragma secure_delete = off");
            careless.Do("create table careless (key blob, room blob)");
            for (var i = 0; i < 100; i++) careless.Do("insert into careless values (?1, zeroblob(3500))", key);
            careless.Do("drop table careless");
            Sweeping.CutLog(shelf.Kept.File, careless);
            Assert.That(marks.FoundIn(shelf.Kept.Folder), Is.Not.Empty);
            Escalation.Server.DataFolder.OpenExisting(shelf.Kept.Folder).DisposeAsync().AsTask().GetAwaiter().GetResult();
        });
        Assert.That(marks.FoundIn(shelf.Kept.Folder), Is.Empty);
        Assert.That(await File.ReadAllTextAsync(list), Is.EqualTo(whole));
        Assert.That(File.Exists(underWay), Is.False);
    }

    [Test]
    public async Task A_list_with_a_line_that_is_none_is_refused_and_the_line_is_named()
    {
        using var elsewhere = new TestFolder();
        var (backup, list) = (Path.Combine(elsewhere.Path, "before.db"), Path.Combine(elsewhere.Path, "list"));
        Backups.Take(shelf.Kept.File, backup);
        await File.WriteAllTextAsync(list, "{}}\n");
        var refused = await CommandLine.Run("restore", backup, "--data", Path.Combine(elsewhere.Path, "data"), "--disposals", list);
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((1, $"{list}: line 1 says nothing of a disposal.\n")));
    }

    [Test]
    public async Task What_is_open_has_grown_or_was_erased_before_is_not_erased()
    {
        var (open, closed) = (await shelf.HeadAsync(await shelf.RaisedAsync()), await shelf.HeadAsync(await shelf.ClosedAsync()));
        Assert.That(await EraseAsync(open), Is.Empty);
        Assert.That(await EraseAsync(closed with { Length = closed.Length - 1 }), Is.Empty);
        Assert.That((await shelf.HeadAsync(closed.Id)).Key, Is.Not.Null);
        Assert.That(await EraseAsync(closed), Is.EqualTo(new[] { closed.Id }));
        Assert.That(await EraseAsync(closed), Is.Empty);
    }

    [Test]
    public async Task What_reached_nobody_is_asked_after_no_more_and_not_sent_again()
    {
        var (gone, there) = (await shelf.ClosedAsync(), await shelf.RaisedAsync());
        var (outbox, lookup, room) = (shelf.Get<Outbox>(), new OverdueLookup(shelf.Kept.Journal), await shelf.RoomAsync());
        var now = shelf.Kept.Clock.GetUtcNow();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(
            async () => (await shelf.Kept.Journal.NoticesOfAsync(there, patience.Token)).All(o => o.State == DeliveryState.Sent), patience.Token);
        foreach (var id in new[] { gone, there }) await shelf.Kept.Journal.NoteAsync([new(id, await FirstAsync(id), DeliveryState.Dead, 10, now, "Given up.")], default);
        Assert.That((await outbox.DeadAsync(TestOffice.Severnside, default)).Select(o => o.Difference), Is.EquivalentTo(new[] { gone, there }));

        Assert.That(await EraseAsync(await shelf.HeadAsync(gone)), Is.EqualTo(new[] { gone }));
        Assert.That((await outbox.DeadAsync(TestOffice.Severnside, default)).Select(o => o.Difference), Is.EqualTo(new[] { there }));
        var report = await lookup.LookAsync(room, null, ReportWindow.Today(now, now), default);
        Assert.That(report.Failed.Listed.Select(o => o.Difference), Is.EqualTo(new[] { there }));
        Assert.That(await outbox.ResendAsync(TestOffice.Severnside, gone, await FirstAsync(gone), default), Is.False);
        Assert.That((await shelf.Kept.Journal.NoticesOfAsync(gone, default))[0].State, Is.EqualTo(DeliveryState.Dead));
        var place = (await FirstAsync(gone)).Split('/');
        Assert.That((await (await shelf.Service.PartnerAsync()).SendAsync("POST", $"/notices/{gone}/{place[^2]}/{place[^1]}/resend", null)).Code, Is.EqualTo("erased"));

        async Task<string> FirstAsync(string id) => (await shelf.Kept.Journal.NoticesOfAsync(id, default))[0].Notice.Id;
    }

    [Test]
    public async Task What_still_has_a_letter_on_its_way_waits_for_the_next_list()
    {
        var head = await shelf.HeadAsync(await shelf.ClosedAsync());
        var notice = (await shelf.Kept.Journal.NoticesOfAsync(head.Id, default))[0];
        var tomorrow = shelf.Kept.Clock.GetUtcNow().AddDays(1);
        await shelf.Kept.Journal.NoteAsync([new Escalation.Service.Desk.Delivery(head.Id, notice.Notice.Id, DeliveryState.Waiting, 1, tomorrow)], default);
        Assert.That(await EraseAsync(head), Is.Empty);
        await shelf.Kept.Journal.NoteAsync([new Escalation.Service.Desk.Delivery(head.Id, notice.Notice.Id, DeliveryState.Dead, 2, tomorrow, "Given up.")], default);
        Assert.That(await EraseAsync(head), Is.EqualTo(new[] { head.Id }));
    }

    [Test]
    public async Task Nothing_can_be_added_to_it_by_somebody_who_still_has_it_in_mind()
    {
        var head = await shelf.HeadAsync(await shelf.ClosedAsync());
        await EraseAsync(head);
        var reopened = head with { Length = head.Length + 1, Card = head.Card with { State = CardState.Open } };
        Assert.That(await shelf.Kept.Journal.AppendAsync(new Append(head, reopened, [new Line(reopened.Length, [], [], head.Link)], [], default), default), Is.False);
        Assert.That((await shelf.HeadAsync(head.Id)).Key, Is.Null, "the key does not come back with it");
        Assert.That(await shelf.Get<DifferenceDesk>().AskAsync(new Question(head.Id, OfficeDays.Ben, new Command.Reopen("1", "Anew.")), default), Is.InstanceOf<Reply.Unknown>());
    }

    [Test]
    public async Task A_backup_from_before_is_disposed_of_again_where_the_list_of_disposals_was_kept()
    {
        var (id, stays) = (await shelf.ClosedAsync(), await shelf.RaisedAsync());
        using var elsewhere = new TestFolder();
        var (backup, again, without) = (Path.Combine(elsewhere.Path, "before.db"), Path.Combine(elsewhere.Path, "again"), Path.Combine(elsewhere.Path, "without"));
        Backups.Take(shelf.Kept.File, backup);
        marks.Add("the wrapped key", (await shelf.HeadAsync(id)).Key!);
        shelf.YearsPass();
        await shelf.DisposeOfAllAsync();
        var list = Path.Combine(shelf.Kept.Folder, Disposed.FileName);

        var restored = await CommandLine.Run("restore", backup, "--data", again, "--disposals", list);
        Assert.That((restored.ExitCode, restored.Output), Is.EqualTo((0, $"{again}: ok (1 that had been disposed of since were disposed of again)\n")));
        Assert.That(marks.FoundIn(again), Is.Empty);
        Assert.That((await CommandLine.Run("verify", "--data", again)).ExitCode, Is.Zero);
        await using (var store = Escalation.Server.DataFolder.OpenExisting(again))
        {
            Assert.That(await store.Journal.FindHeadAsync(id, default), Has.Property("Key").Null.And.Property("Erased").Not.Null);
            Assert.That(await store.Journal.FindHeadAsync(stays, default), Has.Property("Key").Not.Null);
        }

        await CommandLine.Run("restore", backup, "--data", without);
        Assert.That(marks.FoundIn(without), Is.Not.Empty, "without the list nobody knows of it");
        File.Copy(list, Path.Combine(without, Disposed.FileName));
        await using (Escalation.Server.DataFolder.OpenExisting(without)) Assert.That(marks.FoundIn(without), Is.Empty, "whoever opens the folder finds the list");
    }

    private async Task<IReadOnlyList<string>> EraseAsync(Head head) =>
        await shelf.Kept.Journal.EraseAsync([new Erasing(head, new Erasure(default, "list", default, head.Length, ""))], default);

    /// <summary>Beside the letters that went out, one whose name says nothing of the difference.</summary>
    private async Task NewLinkWasSentAsync(string id, CancellationToken cancel)
    {
        var links = shelf.Get<Links>();
        var raisers = (await links.OfDifferenceAsync(id, cancel)).First(l => l.For.To is Recipient.TheRaiser);
        await links.SendNewAsync(raisers.Id, secret => new Uri($"https://differences.example.org/link/{secret}"), cancel);
        await shelf.Get<Dispatch>().SentAsync();
    }

    private async Task<IReadOnlyList<string>> FactsAsync(string id) =>
        [.. (await shelf.Get<DifferenceDesk>().ReadAsync(id, default))!.Entries.Select(e => $"{e.Number} {e.At:O} {e.Fact.GetType().Name}")];

    /// <summary>Of the year in which it happened.</summary>
    private async Task<string> FiguresAsync() => FiguresJson.Of(await shelf.Get<FigureBook>().OfAsync(
        TestOffice.Severnside, new FiguresAsked(new Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))), default));

    private async Task<IReadOnlyList<string>> ListedAsync() =>
        [.. (await shelf.Kept.Journal.ListAsync(new Query(TestOffice.Severnside), default)).Heads.Select(h => $"{h.Id} {h.Length} {h.Card}")];
}
