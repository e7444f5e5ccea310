using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Differences.Listing;

namespace EscalationFunctions.Tests.Service.Pages.Record;

/// <summary>Which differences somebody finds in their list.</summary>
public class LookupTests
{
    private TestOffice office = null!;

    [SetUp]
    public async Task OpenAsync() => office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task A_contact_finds_those_of_their_agency_and_the_board_office_all_of_its_board()
    {
        var here = await office.RaiseAsync();
        await office.RaiseAsync(board: TestOffice.Moorland);
        Assert.Multiple(async () =>
        {
            Assert.That(await IdsAsync(Contact("county-trust")), Is.EqualTo(new[] { here }));
            Assert.That(await IdsAsync(Contact("county-police")), Is.Empty);
            Assert.That(await IdsAsync(Office), Is.EqualTo(new[] { here }));
        });
    }

    [Test]
    public async Task A_practitioner_finds_those_they_raised_or_support_and_not_their_colleagues()
    {
        var mine = await office.RaiseAsync("asha@example.org");
        var supported = await office.RaiseAsync("cora@example.org");
        await office.RaiseAsync("cora@example.org");
        await office.DoneAsync(supported, OfficeDays.Asha, new Command.AddSupporter("s-1", new Person("Asha Worker", "social worker", "asha@example.org")));
        Assert.That(await IdsAsync(Practitioner("asha@example.org")), Is.EquivalentTo(new[] { mine, supported }));
    }

    [Test]
    public async Task Old_ones_of_a_practitioner_are_looked_for_as_far_as_the_bound_and_then_from_there_on()
    {
        var mine = await office.RaiseAsync("asha@example.org");
        for (var i = 0; i < Lookup.Most; i++) await office.RaiseAsync("cora@example.org");
        var lookup = await LookupAsync(Practitioner("asha@example.org"));
        var first = await lookup.PageAsync(new Query(TestOffice.Severnside), default);
        Assert.That((first.Heads.Count, first.GaveUp, first.Looked), Is.EqualTo((0, true, Lookup.Most)));
        var second = await lookup.PageAsync(new Query(TestOffice.Severnside, After: first.Next), default);
        Assert.That((second.Heads.Single().Id, second.GaveUp), Is.EqualTo((mine, false)));
    }

    [Test]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        List<string> raised = [];
        for (var i = 0; i < 60; i++) raised.Add(await office.RaiseAsync());
        var lookup = await LookupAsync(Contact("county-trust"));
        List<string> found = [];
        for (string? after = null; ;)
        {
            var page = await lookup.PageAsync(new Query(TestOffice.Severnside, After: after), default);
            found.AddRange(page.Heads.Select(h => h.Id));
            if ((after = page.Next) is null) break;
        }

        Assert.That(found, Is.EqualTo(Enumerable.Reverse(raised)));
    }

    [Test]
    public async Task Those_that_wait_for_somebody_come_in_the_order_in_which_they_are_due()
    {
        var first = await office.RaiseAsync();
        office.Clock.MoveTo("2026-04-02T10:00");
        var later = await office.RaiseAsync();
        await office.DoneAsync(await office.RaiseAsync(), OfficeDays.Asha, new Command.Withdraw("A misunderstanding."));
        var waiting = await (await LookupAsync(Contact("county-trust"))).WaitingAsync(default);
        Assert.That(waiting.Heads.Select(h => h.Id), Is.EqualTo(new[] { first, later }));
        Assert.That((await (await LookupAsync(Office)).WaitingAsync(default)).Heads, Is.Empty, "nothing waits for the board office yet");
    }

    [Test]
    public async Task A_reference_finds_its_difference_for_those_who_may_see_it_alone()
    {
        var id = await office.RaiseAsync();
        var reference = (await office.Desk.OpenAsync(id, default))!.Standing.Reference;
        Assert.That((await (await LookupAsync(Contact("county-trust"))).FindAsync(reference, default))?.Id, Is.EqualTo(id));
        Assert.That(await (await LookupAsync(Contact("county-police"))).FindAsync(reference, default), Is.Null);
        Assert.That(await (await LookupAsync(Office)).FindAsync("SV-26-NONE0", default), Is.Null);
    }

    private static Visitor Office => new(TestOffice.Severnside, "office@severnside.example.org", "Board Office", "Board office", null, [], true, []);

    private static Visitor Contact(string agency) => new(TestOffice.Severnside, $"{agency}-1@example.org", "Pat Example", "manager", agency, [$"{agency}-1"], false, []);

    private static Visitor Practitioner(string email) => new(TestOffice.Severnside, email, "Asha Worker", "social worker", "north-council", [], false, []);

    private async Task<Lookup> LookupAsync(Visitor visitor) =>
        new(await office.Rooms.OfAsync(visitor.Board, default), visitor, office.Journal, office.Desk, office.Clock.GetUtcNow());

    private async Task<IEnumerable<string>> IdsAsync(Visitor visitor) =>
        (await (await LookupAsync(visitor)).PageAsync(new Query(visitor.Board), default)).Heads.Select(h => h.Id);
}
