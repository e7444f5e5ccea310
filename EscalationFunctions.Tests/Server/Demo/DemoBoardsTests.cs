using Escalation.Core.Differences;
using Escalation.Server.Demo;
using Escalation.Service.Directory;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Demo;

public class DemoBoardsTests
{
    [TestCase(Office.Severnside), TestCase(Office.Moorland)]
    public async Task No_rung_of_a_demonstration_board_is_without_a_contact(string board)
    {
        using Office office = new();
        Assert.That(DirectoryCheck.EmptyRungs(await office.Room(board), Office.Today), Is.Empty);
    }

    [TestCase(Office.Severnside), TestCase(Office.Moorland)]
    public async Task Every_post_of_a_demonstration_board_is_filled_as_the_rules_ask(string board)
    {
        using Office office = new();
        var room = await office.Room(board);
        Assert.That(DirectoryCheck.EmptyPosts(room), Is.Empty);
        Assert.That(DirectoryRules.ProblemsOf(room.Board.Officers, Ladders.Of(room)), Is.Empty);
        Assert.That(DirectoryRules.ProblemsOf(room.Board.Office), Is.Empty);
    }

    [TestCase(Office.Severnside), TestCase(Office.Moorland)]
    public async Task Every_sector_of_the_procedure_has_an_agency(string board)
    {
        using Office office = new();
        var room = await office.Room(board);
        Assert.That(room.InForce.Procedure.Sectors.Select(s => s.Id), Is.SubsetOf(room.Agencies.Select(a => a.Sector)));
    }

    [Test]
    public async Task The_surgerys_third_rung_is_held_by_the_body_outside_it_which_the_procedure_calls_by_its_name()
    {
        using Office office = new();
        var room = await office.Room();
        var holder = room.Contacts.HolderOf(new Party(Office.Surgery, "primary-care", Side.Raising), "3", room.InForce.Procedure, Office.Today);
        Assert.That(holder, Is.EqualTo(
            new RungHolder(Office.Surgery, "3", "Clinical governance", Basis.OutsideBody, "nhs-england-clinical-governance-3")));
    }

    [Test]
    public void Everybody_is_invented_and_reached_at_example_org() =>
        Assert.That(DemoBoards.Papers(Office.Today).Where(p => p.Drawer == "agency" || p.Drawer == "board")
            .SelectMany(p => p.Text.Split('"')).Where(t => t.Contains('@')).Where(t => !t.EndsWith("@example.org", StringComparison.Ordinal)), Is.Empty);
}
