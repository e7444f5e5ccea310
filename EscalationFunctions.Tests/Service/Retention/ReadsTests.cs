using System.Net;
using Escalation.Service.Desk;
using Escalation.Service.Retention;
using EscalationFunctions.Tests.Service.Api;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Service.Retention;

/// <summary>Who read which record stands where the board office finds it, and nowhere in clear.</summary>
public class ReadsTests
{
    private Shelf shelf = null!;

    [SetUp]
    public async Task Open() => shelf = await Shelf.OpenAsync();

    [TearDown]
    public async Task Close() => await shelf.DisposeAsync();

    [Test]
    public async Task Whoever_reads_a_record_by_whichever_way_stands_in_the_record_of_reads()
    {
        var id = await shelf.ClosedAsync();
        var manager = await shelf.GuestAsync(Shelf.Manager);
        await manager.GetAsync($"/severnside/differences/{id}");
        await manager.GetAsync($"/severnside/differences/{id}/record");
        await manager.GetAsync($"/severnside/differences/{id}/file-copy");
        var trust = await shelf.Service.PartnerAsync(TestService.Trust);
        foreach (var path in new[] { "record", "forms/monitoring", "file-copy" }) (await trust.GetAsync($"/differences/{id}/{path}")).Expect(HttpStatusCode.OK);
        var reads = await ReadsAsync(id);
        Assert.That(reads.Select(r => (r.Capacity, r.Way)), Is.EquivalentTo(new[]
        {
            ("county-trust", ReadWay.Page), ("county-trust", ReadWay.Print), ("county-trust", ReadWay.FileCopy),
            ("county-trust", ReadWay.System), ("county-trust", ReadWay.Form), ("county-trust", ReadWay.FileCopy),
        }));
        Assert.That(reads.Select(shelf.Get<ReadNotes>().WhoOf).Distinct(), Has.Exactly(2).Items.And.Some.EqualTo("Pat Example, manager").And.Some.StartsWith("key "));
    }

    [Test]
    public async Task A_form_that_is_looked_at_is_a_part_of_the_record()
    {
        var id = await shelf.RaisedAsync();
        foreach (var at in new[] { "2026-04-02T17:00", "2026-04-07T17:00" }) await shelf.Service.TimePassesAsync(id, at);
        await (await shelf.GuestAsync("county-trust-3@example.org")).GetAsync($"/severnside/differences/{id}/forms/monitoring");
        Assert.That((await ReadsAsync(id)).Select(r => r.Way), Is.EqualTo(new[] { ReadWay.Form }));
    }

    [Test]
    public async Task Whoever_may_not_see_it_leaves_no_mark_and_a_state_alone_is_no_reading()
    {
        var id = await shelf.ClosedAsync();
        var police = await shelf.GuestAsync("county-police-1@example.org");
        Assert.That((await police.GetAsync($"/severnside/differences/{id}/record")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        (await (await shelf.Service.PartnerAsync(TestService.Police)).GetAsync($"/differences/{id}/record")).Expect(HttpStatusCode.NotFound);
        (await (await shelf.Service.PartnerAsync(TestService.Trust)).GetAsync($"/differences/{id}")).Expect(HttpStatusCode.OK);
        Assert.That(await ReadsAsync(id), Is.Empty);
    }

    [Test]
    public async Task Names_do_not_lie_open_outlive_a_restart_and_go_when_the_record_goes()
    {
        var (id, marks) = (await shelf.ClosedAsync(), new Marks());
        shelf.Get<ReadNotes>().Note(id, (await shelf.VisitorAsync(Shelf.Manager)) with { Name = marks.New() }, ReadWay.Page);
        Assert.That(await ReadsAsync(id), Has.Count.EqualTo(1));
        Assert.That(marks.FoundIn(shelf.Kept.Folder), Is.Empty);
        await using (var store = Escalation.Server.DataFolder.OpenExisting(shelf.Kept.Folder))
            Assert.That(await store.Journal.ReadsAsync(TestOffice.Severnside, id, null, 10, default), Has.Count.EqualTo(1));
        shelf.YearsPass();
        await shelf.DisposeOfAllAsync();
        Assert.That(await ReadsAsync(id), Is.Empty);
        shelf.Get<ReadNotes>().Note(id, await shelf.VisitorAsync(Shelf.Manager), ReadWay.Page);
        Assert.That(await ReadsAsync(id), Is.Empty, "nor does somebody come in who was a moment late");
    }

    [Test]
    public async Task What_cannot_be_kept_just_now_waits_and_is_kept_in_its_order()
    {
        var id = await shelf.ClosedAsync();
        var (journal, fault) = FaultyJournal.Around(shelf.Kept.Journal);
        await using var notes = new ReadNotes(journal, shelf.Get<Escalation.Service.Passes.PassBook>(), shelf.Kept.Clock, NullLogger<ReadNotes>.Instance);
        var visitor = await shelf.VisitorAsync(Shelf.Manager);
        fault.Broken = true;
        for (var i = 0; i < 450; i++) notes.Note(id, visitor with { Name = $"Reader {i}" }, ReadWay.Page);
        await notes.KeptAsync();
        fault.Broken = false;
        await notes.KeptAsync();
        var kept = await shelf.Kept.Journal.ReadsAsync(TestOffice.Severnside, id, null, 1000, default);
        Assert.That(kept.Select(notes.WhoOf), Is.EqualTo(Enumerable.Range(0, 450).Reverse().Select(i => $"Reader {i}, manager")));
    }

    [Test]
    public async Task A_list_of_reads_goes_on_where_the_page_before_ended_and_shows_no_other_boards()
    {
        var (one, other) = (await shelf.ClosedAsync(), await shelf.RaisedAsync());
        var (notes, visitor) = (shelf.Get<ReadNotes>(), await shelf.VisitorAsync(Shelf.Manager));
        for (var i = 0; i < 5; i++) notes.Note(i % 2 == 0 ? one : other, visitor, ReadWay.Page);
        await notes.KeptAsync();
        var journal = shelf.Kept.Journal;
        var first = await journal.ReadsAsync(TestOffice.Severnside, null, null, 3, default);
        var rest = await journal.ReadsAsync(TestOffice.Severnside, null, first[^1].Place, 3, default);
        Assert.That(first.Concat(rest).Select(r => r.Difference), Is.EqualTo(new[] { one, other, one, other, one }));
        Assert.That(await journal.ReadsAsync(TestOffice.Moorland, null, null, 3, default), Is.Empty);
        Assert.That(await journal.ReadsAsync(TestOffice.Moorland, one, null, 3, default), Is.Empty);
    }

    private async Task<IReadOnlyList<RecordRead>> ReadsAsync(string id)
    {
        await shelf.Get<ReadNotes>().KeptAsync();
        return await shelf.Kept.Journal.ReadsAsync(TestOffice.Severnside, id, null, 100, default);
    }
}
