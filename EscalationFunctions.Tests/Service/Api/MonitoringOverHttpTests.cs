using System.Net;
using System.Text.Json.Nodes;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>GET /reports/monitoring: the board office sees all, an agency its own row and what tells of nobody.</summary>
public class MonitoringOverHttpTests
{
    private const string Quarter = "?from=2026-04-01&to=2026-06-30";

    private TestService service = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.StartAsync();
        for (var i = 0; i < 6; i++) await service.Office.RaiseAsync();
        service.Office.Clock.MoveTo("2026-07-02T10:00");
        await service.Office.DoneAsync((await service.Office.Journal.IdsAsync("", 1, default))[0], OfficeDays.Asha, new Command.Withdraw("No."));
        service.Office.Clock.MoveTo("2026-10-02T10:00");
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task The_board_office_is_told_of_the_quarter_just_ended_unless_it_says_otherwise()
    {
        var said = (await (await service.PartnerAsync()).GetAsync("/reports/monitoring")).Expect(HttpStatusCode.OK).Json!;
        Assert.That(((string?)said["from"], (string?)said["to"], Number(said, "summary", "ended")), Is.EqualTo(("2026-07-01", "2026-09-30", 1)));
        said = (await (await service.PartnerAsync()).GetAsync($"/reports/monitoring{Quarter}")).Json!;
        Assert.That((Number(said, "agencies", "police/county-police"), Number(said, "agencies", "local-authority/north-council")), Is.EqualTo((0, 6)));
        var day = (await (await service.PartnerAsync()).GetAsync("/reports/monitoring?from=2026-04-02&to=2026-04-02")).Json!;
        Assert.That(Number(day, "summary", "raised"), Is.Zero);
    }

    [Test]
    public async Task An_agency_sees_its_own_row_and_no_other_and_of_the_board_nothing_small()
    {
        var council = (await (await service.PartnerAsync(TestService.Council)).GetAsync($"/reports/monitoring{Quarter}")).Expect(HttpStatusCode.OK).Json!;
        Assert.That(Rows(council, "agencies").Select(r => (string?)r!["key"]), Is.EqualTo(new[] { "local-authority/north-council" }));
        Assert.That((Number(council, "agencies", "local-authority/north-council"), Number(council, "summary", "raised"), (int?)council["smallest"]), Is.EqualTo((6, 6, 5)));
        Assert.That(council["tables"]!.AsArray().Select(t => (string?)t!["id"]), Has.None.EqualTo("sectors"));
        var summary = Rows((await (await service.PartnerAsync(TestService.Care)).GetAsync("/reports/monitoring?from=2026-07-01&to=2026-09-30&smallest=2")).Json!, "summary");
        var ended = summary.First(r => (string?)r!["key"] == "ended")!["numbers"]![0]!;
        Assert.That(((int?)ended["number"], (string?)ended["hidden"]), Is.EqualTo(((int?)null, "too-few")), "it cannot ask for less protection");
    }

    [TestCase("?from=2026-04-02&to=2026-06-30", "an agency is shown whole calendar quarters that are over")]
    [TestCase("?from=2026-04-01", "say both days, or neither")]
    [TestCase("?from=2026-06-30&to=2026-04-01", "it lies before")]
    [TestCase("?from=1.4.2026&to=2026-06-30", "It cannot be read")]
    [TestCase("?smallest=21", "It cannot be read")]
    [TestCase("?quarter=2", "There is no such parameter")]
    public async Task What_cannot_be_shown_is_said(string query, string why)
    {
        var said = await (await service.PartnerAsync(TestService.Trust)).GetAsync($"/reports/monitoring{query}");
        Assert.That((said.Status, said.Code), Is.EqualTo((HttpStatusCode.BadRequest, "bad-request")));
        Assert.That(said.Text, Does.Contain(why));
    }

    private static JsonArray Rows(JsonNode said, string table) => said["tables"]!.AsArray().First(t => (string?)t!["id"] == table)!["rows"]!.AsArray();

    private static int? Number(JsonNode said, string table, string row) => (int?)Rows(said, table).First(r => (string?)r!["key"] == row)!["numbers"]![0]!["number"];
}
