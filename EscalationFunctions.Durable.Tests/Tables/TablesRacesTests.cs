using Azure.Data.Tables;
using Escalation.Core.Differences;
using Escalation.Service.Desk;
using EscalationFunctions.Tables;

namespace EscalationFunctions.Durable.Tests.Tables;

/// <summary>Somebody is held up between the commit and the index, and comes when others have gone on; or a record cannot be read.</summary>
[CancelAfter(120_000)]
public class TablesRacesTests
{
    [Test]
    public async Task An_index_that_is_written_late_does_not_put_an_older_state_over_a_newer_one()
    {
        await using var office = await AzureOffice.OpenAsync();
        var appends = new List<Append>();
        office.Bell.Rang += appends.Add;
        var id = await office.RaiseInSilenceAsync();
        await office.AskInSilenceAsync(id, AzureOffice.Maya, new Command.Withdraw("It was settled on the telephone."));
        await office.Azurite.Store.Index.FollowAsync(appends[0], default);
        foreach (var agency in new[] { null, AzureOffice.Hospital })
            Assert.That(await ListedAsync(office, new Query(AzureOffice.Board, agency, CardState.Withdrawn)), Is.EqualTo(new[] { id }));
        Assert.That(await ListedAsync(office, new Query(AzureOffice.Board, State: CardState.Open)), Is.Empty);
        Assert.That(await OpenRowsAsync(office), Has.Count.EqualTo(1), "that it is open was written late");
        Assert.That(await ListedAsync(office, new Query(AzureOffice.Board, DueBefore: office.Clock.GetUtcNow().AddYears(1))), Is.Empty);
        Assert.That(await OpenRowsAsync(office), Is.Empty, "whoever came by it removed it");
        Assert.That(await office.Journal.NextDueAsync(default), Is.EqualTo((await office.Journal.FindHeadAsync(id, default))!.Due));
    }

    [Test]
    public async Task A_due_time_that_is_taken_back_late_stays_where_the_record_has_it_again()
    {
        await using var office = await AzureOffice.OpenAsync();
        var appends = new List<Append>();
        office.Bell.Rang += appends.Add;
        var id = await office.RaiseInSilenceAsync();
        var (first, index, now) = (appends[0], office.Azurite.Store.Index, office.Clock.GetUtcNow());
        var (second, third) = (Moved(first.Head, now.AddDays(30)), Moved(first.Head with { Length = first.Head.Length + 1 }, first.Head.Due));
        Assert.That(await new Records(new Shelf(office.Azurite.Table("Records"))).AppendAsync(second, default), Is.True);
        Assert.That(await office.Journal.AppendAsync(third with { Before = second.Head }, default), Is.True);
        await index.FollowAsync(second, default);
        Assert.That(await office.Journal.NextDueAsync(default), Is.EqualTo(first.Head.Due));
        Assert.That(await office.Journal.DueAsync(now.AddDays(60), 9, default), Is.EqualTo(new[] { id }));

        static Append Moved(Head before, DateTimeOffset? due) => new(before, before with { Length = before.Length + 1, Due = due }, [], [], default);
    }

    [Test]
    public async Task Rows_of_before_they_said_how_long_the_record_was_give_way()
    {
        await using var azurite = await Azurite.OpenAsync(TimeProvider.System);
        var (table, rows) = (azurite.Table("Index"), new NewestRows(new Shelf(azurite.Table("Index"))));
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Stage"] = "1" });
        foreach (var (length, stage) in new[] { (3, "2"), (2, "1"), (4, "3") })
            await rows.PutAsync([new TableEntity("p", "r") { ["Stage"] = stage, ["Length"] = length }], length, default);
        Assert.That((await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetString("Stage"), Is.EqualTo("3"));
        await Task.WhenAll(Enumerable.Range(5, 12).Select(length => Task.Run(() =>
            rows.PutAsync([new TableEntity("p", "r") { ["Stage"] = $"{length}", ["Length"] = length }], length, default))));
        var last = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetString("Stage");
        Assert.That(last, Is.EqualTo("16"), "of those who write at once the newest wins");
        await rows.RemoveAsync(new TableEntity("p", "r"), 16, default);
        Assert.That((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue, Is.True);
        await rows.RemoveAsync(new TableEntity("p", "r"), 17, default);
        Assert.That((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue, Is.False);
    }

    [Test]
    public async Task One_record_that_cannot_be_read_keeps_no_other_from_being_mended_or_woken(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var (damaged, sound) = (await office.RaiseInSilenceAsync(), await office.RaiseInSilenceAsync());
        var (records, index) = (office.Azurite.Table("Records"), office.Azurite.Store.Index);
        foreach (var id in new[] { damaged, sound }) await index.IntendAsync(id, default);
        await records.UpdateEntityAsync(new TableEntity(damaged, "head") { ["Card0"] = "{"u8.ToArray() }, Azure.ETag.All, TableUpdateMode.Merge, cancel);
        var soon = office.Clock.GetUtcNow().AddMinutes(1);
        Assert.That(await index.MendAsync(soon, cancel), Is.EqualTo((1, 1)));
        Assert.That(await index.MendAsync(soon, cancel), Is.EqualTo((0, 1)), "it stays to be mended");
        Assert.That(await office.Journal.DueAsync(soon.AddYears(1), 9, cancel), Is.EquivalentTo(new[] { damaged, sound }));
        office.Clock.MoveTo(soon.AddDays(9));
        Assert.ThrowsAsync<InvalidOperationException>(office.ReconcileAsync);
        await office.StandsAsync(sound, (_, s) => s is not null, cancel);
        Assert.That((await office.Journal.NoticesOfAsync(sound, cancel)), Is.Not.Empty);
    }

    private static async Task<IEnumerable<string>> ListedAsync(AzureOffice office, Query query) =>
        (await office.Journal.ListAsync(query, default)).Heads.Select(h => h.Id);

    private static async Task<List<TableEntity>> OpenRowsAsync(AzureOffice office) => await office.Azurite.Table("Index")
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {IndexRows.OpenOf(AzureOffice.Board)}")).ToListAsync();
}
