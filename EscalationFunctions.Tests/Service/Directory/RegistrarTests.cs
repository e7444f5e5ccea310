using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.StillYou;
using Done = Escalation.Service.Directory.Registered<Escalation.Service.Directory.DirectoryAgency>.Done;

namespace EscalationFunctions.Tests.Service.Directory;

public class RegistrarTests
{
    private const string Board = Office.Severnside, Council = Office.Council;

    private static readonly DirectoryContact Newcomer =
        new("newcomer", "2", "Asha Rill", "Team manager", "asha@example.org", new DateOnly(2026, 4, 1));

    private Office office = null!;

    private Registrar Registrar => office.Registrar;

    [SetUp]
    public void Open() => office = new Office();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task An_agency_that_joins_is_there_for_whoever_asks_next()
    {
        var done = await Registrar.PutAgencyAsync(Board, "ferry-company", "Ferry Company", "other-agency", 0, default);
        Assert.That(done, Is.EqualTo(new Done(new DirectoryAgency("ferry-company", "Ferry Company", "other-agency", []), 1)));
        Assert.That(await office.Agency("ferry-company"), Is.Not.Null);
    }

    [Test]
    public async Task An_agency_that_changes_its_name_keeps_its_contacts()
    {
        var before = await office.Agency(Council);
        await Registrar.PutAgencyAsync(Board, Council, "Severnside Borough", "local-authority", null, default);
        Assert.That(await office.Agency(Council), Is.EqualTo(before with { Name = "Severnside Borough" }));
    }

    [Test]
    public async Task Mail_domains_are_the_boards_to_say_stay_until_it_says_others_and_can_be_taken_away()
    {
        await Registrar.PutAgencyAsync(Board, Council, "Council", "local-authority", ["Council.Example.org"], null, default);
        await Registrar.PutAgencyAsync(Board, Council, "Severnside Borough", "local-authority", null, default);
        Assert.That((await office.Agency(Council)).Domains, Is.EqualTo(new[] { "council.example.org" }));
        Assert.That(Fields(await Registrar.PutAgencyAsync(Board, Council, "C", "local-authority", ["a b"], null, default)), Is.EqualTo(new[] { "domains" }));
        await Registrar.PutAgencyAsync(Board, Council, "Council", "local-authority", [], null, default);
        Assert.That((await office.Agency(Council)).Domains, Is.Empty);
    }

    [Test]
    public async Task Asking_twice_is_asking_once()
    {
        var once = await Registrar.PutContactAsync(Board, Council, Newcomer, null, default);
        var changes = await office.Papers.ChangesAsync(default);
        Assert.That(await Registrar.PutContactAsync(Board, Council, Newcomer, null, default), Is.EqualTo(once));
        Assert.That(await office.Papers.ChangesAsync(default), Is.EqualTo(changes));
    }

    [Test]
    public async Task Every_problem_of_a_contact_is_told_at_once_and_nothing_is_changed()
    {
        var wrong = new DirectoryContact("X", "9", " ", "", "nowhere", new DateOnly(2026, 4, 2), "?", new DateOnly(2026, 4, 1),
            [new Absence(new(2026, 4, 2), new(2026, 4, 1))], "nobody", new DateOnly(2026, 4, 2));
        var refused = await Registrar.PutContactAsync(Board, Council, wrong, null, default) as Registered<DirectoryAgency>.Refused;
        Assert.That(refused!.Problems.Select(p => p.Field),
            Is.EqualTo(new[] { "id", "role", "name", "email", "phone", "stage", "deputy", "until", "lastConfirmed", "absences" }));
        Assert.That((await office.Agency(Council)).Contacts, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_contact_cannot_have_the_id_of_another_agencys() =>
        Assert.That(Fields(await Registrar.PutContactAsync(Board, Council, Newcomer with { Id = "open-door-1" }, null, default)), Is.EqualTo(new[] { "id" }));

    [Test]
    public async Task Two_agencies_that_bring_the_same_new_id_at_once_do_not_both_get_it()
    {
        using BoardRooms otherRooms = new(office.Papers, office.Clock);
        Registrar other = new(otherRooms, office.Clock);
        office.Papers.BeforeNextChange = () => other.PutContactAsync(Board, "open-door", Newcomer, null, default).GetAwaiter().GetResult();
        Assert.That(Fields(await Registrar.PutContactAsync(Board, Council, Newcomer, null, default)), Is.EqualTo(new[] { "id" }));
        Assert.That((await office.Agency("open-door")).Contacts, Does.Contain(Newcomer));
    }

    [Test]
    public async Task Whoever_saw_another_edition_is_told_so()
    {
        var seen = await office.EditionOf(Council);
        await Registrar.ConfirmContactAsync(Board, Council, $"{Council}-1", seen, default);
        await Registrar.PutAgencyAsync(Board, Council, "Severnside Borough", "local-authority", seen, default);
        var late = await Registrar.PutContactAsync(Board, Council, Newcomer, seen, default);
        Assert.That(late, Is.InstanceOf<Registered<DirectoryAgency>.Conflict>());
    }

    [Test]
    public async Task Whoever_does_not_mind_the_edition_goes_after_whoever_was_quicker()
    {
        using BoardRooms otherRooms = new(office.Papers, office.Clock);
        Registrar other = new(otherRooms, office.Clock);
        office.Papers.BeforeNextChange = () =>
            other.PutAgencyAsync(Board, Council, "Severnside Borough", "local-authority", null, default).GetAwaiter().GetResult();
        await Registrar.PutContactAsync(Board, Council, Newcomer, null, default);
        var after = await office.Agency(Council);
        Assert.That((after.Name, after.Contacts.Count), Is.EqualTo(("Severnside Borough", 5)));
    }

    [Test]
    public async Task A_deputy_is_not_removed_until_somebody_else_stands_in()
    {
        var refused = await Registrar.RemoveContactAsync(Board, Council, $"{Council}-4", null, default) as Registered<DirectoryAgency>.Refused;
        Assert.That(refused!.Problems.Single().Sentence, Does.StartWith($"\"{Council}-4\" is the deputy of \"{Council}-3\""));
        var first = await Registrar.RemoveContactAsync(Board, Council, $"{Council}-1", null, default);
        Assert.That(first, Is.InstanceOf<Done>());
        Assert.That((await office.Agency(Council)).Contacts.Select(c => c.Stage), Is.EqualTo(new[] { "2", "3", "4" }));
    }

    [Test]
    public async Task Confirming_a_contact_keeps_the_day_in_London()
    {
        office.Clock.Advance(TimeSpan.FromHours(13.5));
        await Registrar.ConfirmContactAsync(Board, Council, $"{Council}-1", null, default);
        Assert.That((await office.Agency(Council)).Contacts[0].LastConfirmed, Is.EqualTo(Office.Today));
        office.Clock.Advance(TimeSpan.FromHours(1));
        await Registrar.ConfirmContactAsync(Board, Council, $"{Council}-1", null, default);
        Assert.That((await office.Agency(Council)).Contacts[0].LastConfirmed, Is.EqualTo(Office.Today.AddDays(1)));
    }

    [Test]
    public async Task Absences_take_the_place_of_those_before()
    {
        ValueList<Absence> easter = [new(new(2026, 4, 2), new(2026, 4, 8))];
        await Registrar.SetAbsencesAsync(Board, Council, $"{Council}-1", [new(new(2026, 5, 1), new(2026, 5, 1))], null, default);
        await Registrar.SetAbsencesAsync(Board, Council, $"{Council}-1", easter, null, default);
        Assert.That((await office.Agency(Council)).Contacts[0].Absences, Is.EqualTo(easter));
        Assert.That(Fields(await Registrar.SetAbsencesAsync(Board, Council, $"{Council}-1", [new(new(2026, 5, 2), new(2026, 5, 1))], null, default)),
            Is.EqualTo(new[] { "absences" }));
    }

    [Test]
    public async Task What_is_not_there_is_said_not_to_be_there()
    {
        Assert.That(await Registrar.ConfirmContactAsync(Board, Council, "nobody", null, default),
            Is.EqualTo(new Registered<DirectoryAgency>.NotFound($"\"{Council}\" has no contact \"nobody\".")));
        Assert.That(await Registrar.PutContactAsync(Board, "nowhere", Newcomer, null, default),
            Is.EqualTo(new Registered<DirectoryAgency>.NotFound("Board \"severnside\" has no agency \"nowhere\".")));
        Assert.That(await Registrar.PutAgencyAsync("elsewhere", Council, "C", "police", null, default),
            Is.EqualTo(new Registered<DirectoryAgency>.NotFound("There is no board \"elsewhere\".")));
    }

    [Test]
    public async Task What_somebody_said_of_themselves_goes_with_them_when_they_are_taken_out_or_imported_away()
    {
        var contacts = (await office.Agency(Council)).Contacts;
        var (gone, imported) = (contacts.First(c => contacts.All(o => o.Deputy != c.Id)).Id, (await office.Agency(Office.Surgery)).Contacts[0].Id);
        await ProposeAsync(Board, gone);
        await ProposeAsync(Board, imported);
        await ProposeAsync(Office.Moorland, gone);
        await Registrar.RemoveContactAsync(Board, Council, gone, null, default);
        Assert.That(await ProposalsAsync(), Is.EquivalentTo(new[] { (Board, imported), (Office.Moorland, gone) }));
        var csv = $"agency,stage,name,role,email\n{Office.Surgery},1,Pip Practice,manager,pip@example.org\n";
        Assert.That(await Registrar.ImportAsync(Board, csv, dryRun: true, default), Is.InstanceOf<Registered<DirectoryChange>.Done>());
        Assert.That(await ProposalsAsync(), Has.Count.EqualTo(2), "looking changes nothing");
        Assert.That(await Registrar.ImportAsync(Board, csv, dryRun: false, default), Is.InstanceOf<Registered<DirectoryChange>.Done>());
        Assert.That(await ProposalsAsync(), Is.EqualTo(new[] { (Office.Moorland, gone) }), "another board's contact of that id is somebody else");
    }

    [Test]
    public async Task What_was_left_behind_by_somebody_who_went_earlier_goes_with_the_next_change()
    {
        await ProposeAsync(Board, "long-gone");
        await Registrar.PutContactAsync(Board, Council, Newcomer, null, default);
        Assert.That(await ProposalsAsync(), Is.Empty);
    }

    [Test]
    public async Task The_boards_officers_are_set_together_or_refused_together()
    {
        OfficerInPost chair = new("chair", new Reach("Jon Ash", "jon@example.org"));
        var done = await Registrar.SetOfficersAsync(Board, [chair], null, default);
        Assert.That((done as Registered<Board>.Done)!.Value.Officers, Is.EqualTo(new[] { chair }));
        var refused = await Registrar.SetOfficersAsync(Board, [chair, chair, new("chairs", new Reach("", "x"))], null, default) as Registered<Board>.Refused;
        Assert.That(refused!.Problems.Select(p => p.Field),
            Is.EqualTo(new[] { "officers[1].officer", "officers[2].officer", "officers[2].reach.name", "officers[2].reach.email" }));
        Assert.That((await office.Room()).Board.Officers, Is.EqualTo(new[] { chair }));
    }

    private async Task ProposeAsync(string board, string contact) => Assert.That(await office.Rooms.ChangeAsync(
        [new ContactProposal(office.Clock.GetUtcNow(), "another@example.org").ToPaper(board, Drawers.Proposal, contact)], [], default), Is.True);

    private async Task<IReadOnlyList<(string Board, string Contact)>> ProposalsAsync() =>
        [.. (await office.Papers.AllAsync(default)).Where(p => p.Drawer == Drawers.Proposal).Select(p => (p.Board, p.Id))];

    private static IEnumerable<string> Fields(Registered<DirectoryAgency> outcome) =>
        (outcome as Registered<DirectoryAgency>.Refused)?.Problems.Select(p => p.Field) ?? [];
}
