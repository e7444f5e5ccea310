using System.Text.Json;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Reports;

namespace EscalationFunctions.Tests.Service.Reports;

/// <summary>What a board can say of its report, and papers and cards that were written before it could.</summary>
public class ReportSettingsTests
{
    private const string Before = """
        {"id":"severnside","name":"Severnside","procedure":"p","version":"1","referencePrefix":"SV","office":{"name":"Office","email":"office@example.org"},"officers":[],"closures":[]}
        """;

    [Test]
    public void A_board_that_was_written_before_there_were_settings_is_read_and_has_none() => Assert.That(Read(Before).OverdueReport, Is.Null);

    [Test]
    public void A_board_says_as_much_as_it_wants_otherwise()
    {
        var board = Read(Before.Replace("\"closures\":[]", "\"closures\":[],\"overdueReport\":{\"at\":\"07:15\",\"everyDay\":true,\"to\":\"board\"}", StringComparison.Ordinal));
        Assert.That(board.OverdueReport, Is.EqualTo(new ReportSettings(new TimeOnly(7, 15), EveryDay: true, To: ReportTo.Board)));
        Assert.That(Paper(JsonSerializer.Serialize(board, Escalation.Core.Differences.FactJson.Options)).As<Board>(), Is.EqualTo(board), "and it is kept as it was said");
    }

    [TestCase("\"at\":\"7am\"")]
    [TestCase("\"at\":\"25:00\"")]
    [TestCase("\"weekends\":true")]
    [TestCase("\"to\":\"friends\"")]
    public void What_cannot_be_meant_is_refused(string said) => Assert.Throws<JsonException>(
        () => Read(Before.Replace("\"closures\":[]", $"\"closures\":[],\"overdueReport\":{{{said}}}", StringComparison.Ordinal)));

    [Test]
    public async Task The_board_says_when_before_its_procedure_does_and_where_neither_does_it_is_eight()
    {
        await using var office = await TestOffice.OpenAsync();
        Assert.That(await AtAsync(office), Is.EqualTo(new TimeOnly(8, 30)), "the procedure's");
        await office.ChangeBoardAsync(b => b with { OverdueReport = new ReportSettings(new TimeOnly(7, 0)) });
        Assert.That(await AtAsync(office), Is.EqualTo(new TimeOnly(7, 0)));
        var room = await office.Rooms.OfAsync(TestOffice.Severnside, default);
        var silent = new BoardRoom(room.Board with { OverdueReport = null }, [room.InForce.Procedure with { Reporting = null }], room.Agencies);
        Assert.That(ReportTimes.Of(silent).At, Is.EqualTo(new TimeOnly(8, 0)));
    }

    [Test]
    public async Task A_card_that_was_written_before_it_knew_when_the_clock_moved_it_is_in_every_list_but_that_one()
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        office.Clock.MoveTo("2026-04-02T17:00");
        await office.DoneAsync(id, Escalation.Core.Differences.Actor.Clock, new Escalation.Core.Differences.Command.LetTimePass());
        var room = new ReportRoom(office);
        var since = office.Clock.GetUtcNow().AddHours(-1);
        Assert.That((await room.LookAsync(since)).Moved.Count, Is.EqualTo(1));
        office.DoDirectly("update differences set card = json_remove(card, '$.moves')");
        var report = await room.LookAsync(since);
        Assert.That((report.Moved.Count, report.Due.Count + report.Late.Count), Is.EqualTo((0, 0)), "due after Easter");
        Assert.That((await office.Journal.ListAsync(new Query(TestOffice.Severnside), default)).Heads.Single().Card.ByTheClock, Is.True);
    }

    private static async Task<TimeOnly> AtAsync(TestOffice office) => ReportTimes.Of(await office.Rooms.OfAsync(TestOffice.Severnside, default)).At;

    private static Board Read(string json) => Paper(json).As<Board>();

    private static Paper Paper(string json) => new("severnside", Drawers.Board, "severnside", 1, json);
}
