using System.Text;
using Azure.Data.Tables;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using EscalationFunctions.Tables;

namespace EscalationFunctions.Durable.Tests.Tables;

/// <summary>What tables cannot do in one step is refused whole, what was left behind is mended, and what cannot be reached is said.</summary>
[CancelAfter(120_000)]
public class TablesFaultsTests
{
    [Test]
    public void A_batch_of_more_rows_or_bytes_than_the_service_takes_is_refused_before_it_is_sent()
    {
        var rows = new Batch();
        for (var i = 0; i < Batch.MostRows; i++) rows.Add(new TableEntity("p", $"{i}"));
        Assert.Throws<BatchTooLargeException>(() => rows.Add(new TableEntity("p", "one more")));
        var bytes = new Batch();
        for (var i = 0; i < 3; i++) bytes.Add(Filled(i, Pieces.Most));
        Assert.Throws<BatchTooLargeException>(() => bytes.Add(Filled(4, Pieces.Most)));
        Assert.Throws<InvalidOperationException>(() => Filled(5, Pieces.Most + 1));
    }

    [Test]
    public async Task The_largest_batch_that_is_let_through_is_taken_by_the_service()
    {
        await using var azurite = await Azurite.OpenAsync(TimeProvider.System);
        var full = new Batch();
        for (var i = 0; i < 3; i++) full.Add(Filled(i, Pieces.Most));
        Assert.That(await new Shelf(azurite.Table("Records")).DoAsync(full, default), Is.True);
        Assert.That(Pieces.Get((await new Shelf(azurite.Table("Records")).FindAsync("p", "2", default))!, "Much"), Has.Length.EqualTo(Pieces.Most));
    }

    [Test]
    public async Task More_papers_than_can_change_in_one_step_are_refused_and_none_is_changed()
    {
        await using var azurite = await Azurite.OpenAsync(TimeProvider.System);
        var papers = azurite.Store.Papers;
        Assert.ThrowsAsync<BatchTooLargeException>(() =>
            papers.ChangeAsync([.. Enumerable.Range(0, 100).Select(i => new Paper("b", "agency", $"{i}", 0, "{}"))], [], default));
        Assert.That(await papers.AllAsync(default), Is.Empty);
        Assert.That(await papers.ChangeAsync([.. Enumerable.Range(0, 99).Select(i => new Paper("b", "agency", $"{i}", 0, "{}"))], [], default), Is.True);
    }

    [Test]
    public async Task An_append_whose_process_died_before_the_index_was_written_is_found_after_mending()
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseInSilenceAsync();
        var (index, now) = (office.Azurite.Table("Index"), office.Clock.GetUtcNow());
        await foreach (var row in index.QueryAsync<TableEntity>())
            if (row.PartitionKey is not ("ids" or "references")) await index.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        Assert.That(await office.Journal.NextDueAsync(default), Is.Null, "that is what it looks like");
        await office.Azurite.Store.Index.IntendAsync(id, default);

        Assert.That(await office.Azurite.Store.Index.MendAsync(now + TimeSpan.FromMinutes(1), default), Is.EqualTo((1, 0)));

        Assert.That(await office.Journal.NextDueAsync(default), Is.EqualTo((await office.Journal.FindHeadAsync(id, default))!.Due));
        Assert.That((await office.Journal.ListAsync(new Query(AzureOffice.Board, Agency: AzureOffice.Hospital, DueBefore: now.AddDays(9)),
            default)).Heads, Has.Count.EqualTo(1));
        Assert.That((await office.Journal.ListAsync(new Query(AzureOffice.Board), default)).Heads, Has.Count.EqualTo(1));
        Assert.That(await office.Journal.OwedAsync(now.AddMinutes(1), 99, default),
            Has.Count.EqualTo((await office.Journal.NoticesOfAsync(id, default)).Count));
        Assert.That(await office.Azurite.Store.Index.MendAsync(now + TimeSpan.FromMinutes(1), default), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Rows_of_the_index_that_no_longer_hold_mislead_nobody_and_are_removed()
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseInSilenceAsync();
        var stale = IndexRows.DueRow(id, office.Clock.GetUtcNow().AddYears(-1), 1);
        var index = office.Azurite.Table("Index");
        await index.UpsertEntityAsync(stale);
        await index.UpsertEntityAsync(IndexRows.DueRow("0123456789abcdef0123456789abcdef", office.Clock.GetUtcNow().AddYears(-1), 1));
        Assert.That(await office.Journal.DueAsync(office.Clock.GetUtcNow(), 99, default), Is.Empty);
        Assert.That((await index.GetEntityIfExistsAsync<TableEntity>(stale.PartitionKey, stale.RowKey)).HasValue, Is.False);
    }

    [Test]
    public async Task An_append_whose_answer_was_lost_on_the_way_is_known_again()
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseInSilenceAsync();
        var kept = (await office.Journal.FindAsync(id, default))!;
        var again = new Append(null, kept.Head, kept.Lines, [], office.Clock.GetUtcNow());
        Assert.That(await new Records(new Shelf(office.Azurite.Table("Records"))).AppendAsync(again, default), Is.True);
        Assert.That((await office.Journal.FindAsync(id, default))!.Lines, Has.Count.EqualTo(kept.Lines.Count));
    }

    [Test]
    public void A_service_that_cannot_be_reached_is_said_without_what_was_sent()
    {
        var nowhere = new TableServiceClient("AccountName=nowhere;AccountKey=bm93aGVyZQ==;TableEndpoint=http://127.0.0.1:9/nowhere");
        var store = new TableStore(nowhere, "Escalation", TimeProvider.System);
        var said = Assert.ThrowsAsync<JournalUnavailableException>(() => store.Journal.FindAsync("a", default))!;
        Assert.That(said.Message, Is.EqualTo("Table storage cannot be used just now (no answer)."));
        Assert.ThrowsAsync<JournalUnavailableException>(() => store.Passes.AboutAsync(default, "a", default));
        Assert.ThrowsAsync<JournalUnavailableException>(() => store.Papers.ChangesAsync(default));
    }

    [Test]
    public async Task A_store_without_its_tables_is_a_fault_and_not_an_empty_journal()
    {
        await using var azurite = new Azurite(TimeProvider.System);
        Assert.ThrowsAsync<JournalUnavailableException>(() => azurite.Store.Journal.FindHeadAsync("a", default));
    }

    [Test]
    public async Task Nothing_personal_lies_open_in_any_table()
    {
        await using var office = await AzureOffice.OpenAsync();
        await office.RaiseInSilenceAsync();
        var all = new StringBuilder();
        foreach (var name in new[] { "Records", "Index", "Passes" })
            await foreach (var row in office.Azurite.Table(name).QueryAsync<TableEntity>())
                foreach (var value in row.Select(p => p.Value)) all.Append(value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value).Append('\n');
        foreach (var personal in new[] { "Maya", "SC-4471", "go home on Friday", "example.org" }) Assert.That(all.ToString(), Does.Not.Contain(personal));
        Assert.That(all.ToString(), Does.Contain("stage-entered"), "what is not personal lies open");
    }

    [TestCase("a/b", "a\\b", TestName = "Two_strokes_are_told_apart")]
    [TestCase("a:b", "a=3Ab", TestName = "What_looks_written_already_is_told_apart")]
    [TestCase("é", "e", TestName = "An_accent_is_told_apart")]
    public void Two_names_never_have_one_key(string one, string other)
    {
        Assert.That(Keys.Of(one), Is.Not.EqualTo(Keys.Of(other)));
        Assert.That(Keys.Of(one), Does.Match("^[A-Za-z0-9._=!:-]*$"));
        Assert.That(Keys.Of(one, "x"), Is.Not.EqualTo(Keys.Of($"{one}:x")));
    }

    [Test]
    public void A_long_name_has_a_key_that_fits_and_is_its_own()
    {
        var (one, other) = (Keys.Of(new string('a', 5000)), Keys.Of(new string('a', 5001)));
        Assert.That(one, Has.Length.LessThan(300).And.Not.EqualTo(other));
    }

    [Test]
    public void Keys_lie_in_the_order_of_time_and_the_other_way_round_in_that_of_the_latest()
    {
        var times = new[] { 0L, 1, 637_134_336_000_000_000, 639_000_000_000_000_001 }.Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero)).ToList();
        Assert.That(times.Select(Keys.Of), Is.Ordered.Using<string>(string.CompareOrdinal));
        Assert.That(times.Select(Keys.LatestFirst), Is.Ordered.Descending.Using<string>(string.CompareOrdinal));
        Assert.That(times.Select(Keys.Of).Select(Keys.InstantOf), Is.EqualTo(times));
    }

    private static TableEntity Filled(int number, int bytes)
    {
        var row = new TableEntity("p", $"{number}");
        Pieces.Put(row, "Much", new byte[bytes]);
        return row;
    }
}
