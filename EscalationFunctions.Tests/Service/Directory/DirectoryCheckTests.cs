using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace EscalationFunctions.Tests.Service.Directory;

public class DirectoryCheckTests
{
    [Test]
    public async Task A_rung_whose_contact_has_left_is_empty_from_the_day_after()
    {
        var room = await With(Office.Council, "4", c => c with { Until = Office.Today, Deputy = null });
        Assert.That(DirectoryCheck.EmptyRungs(room, Office.Today), Is.Empty);
        Assert.That(DirectoryCheck.EmptyRungs(room, Office.Today.AddDays(1)), Is.EqualTo(new[]
        {
            new EmptyRung(Office.Council, "4", "Director of Adult Services and representative on the board", null, EmptyBecause.NobodyNamed),
        }));
    }

    [Test]
    public async Task A_rung_is_empty_while_its_contact_is_away_and_has_no_deputy()
    {
        Absence leave = new(Office.Today, Office.Today.AddDays(4));
        var without = await With(Office.Council, "4", c => c with { Absences = [leave], Deputy = null });
        var withDeputy = await With(Office.Council, "4", c => c with { Absences = [leave] });
        Assert.That(DirectoryCheck.EmptyRungs(without, Office.Today).Select(r => r.Because), Is.EqualTo(new[] { EmptyBecause.Away }));
        Assert.That(DirectoryCheck.EmptyRungs(without, leave.To.AddDays(1)), Is.Empty);
        Assert.That(DirectoryCheck.EmptyRungs(withDeputy, Office.Today), Is.Empty);
    }

    [Test]
    public async Task A_rung_of_a_body_that_has_nobody_is_empty_for_each_agency_that_it_holds_it_for()
    {
        var room = await With("nhs-england-clinical-governance", "3", c => c with { Until = Office.Today.AddDays(-1) });
        Assert.That(DirectoryCheck.EmptyRungs(room, Office.Today), Is.EqualTo(new[]
        {
            new EmptyRung(Office.Surgery, "3", "Clinical governance", "NHS England Clinical Governance", EmptyBecause.NobodyNamed),
        }));
    }

    [TestCase(90, false, "ninety days ago is not longer than ninety days")]
    [TestCase(91, true, "a day longer")]
    public async Task A_contact_whom_nobody_confirmed_for_long_is_named(int daysAgo, bool named, string because)
    {
        var since = Office.Today.AddDays(-daysAgo);
        var room = await With(Office.Council, "2", c => c with { LastConfirmed = since });
        var expected = new UnconfirmedContact(Office.Council, $"{Office.Council}-2", "2", since);
        Assert.That(DirectoryCheck.Unconfirmed(room, Office.Today, 90), named ? Is.EqualTo(new[] { expected }) : Is.Empty, because);
    }

    [Test]
    public async Task A_contact_who_is_new_needs_no_confirmation_yet_and_one_who_has_left_never_again()
    {
        var fresh = await With(Office.Council, "2", c => c with { From = Office.Today.AddDays(-3), LastConfirmed = null });
        var gone = await With(Office.Council, "2", c => c with { Until = Office.Today.AddDays(-1), LastConfirmed = null });
        Assert.That(DirectoryCheck.Unconfirmed(fresh, Office.Today, 90), Is.Empty);
        Assert.That(DirectoryCheck.Unconfirmed(gone, Office.Today, 90), Is.Empty);
    }

    [Test]
    public async Task A_post_that_nobody_holds_is_named()
    {
        using Office office = new();
        var room = await office.Room();
        BoardRoom without = new(room.Board with { Officers = room.Board.Officers.Without(o => o.Officer == "chair") }, [.. room.Procedures], room.Agencies);
        Assert.That(DirectoryCheck.EmptyPosts(without), Is.EqualTo(new[] { "chair" }));
    }

    private static async Task<BoardRoom> With(string agency, string stage, Func<DirectoryContact, DirectoryContact> change)
    {
        using Office office = new();
        var room = await office.Room();
        return new(room.Board, [.. room.Procedures], [.. room.Agencies.Select(a => a.Id == agency
            ? a with { Contacts = a.Contacts.Select(c => c.Stage == stage ? change(c) : c).ToValueList() }
            : a)]);
    }
}
