using System.Text.Json.Nodes;
using Escalation.Core.Differences;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

/// <summary><c>escalation report overdue</c>, over a folder that somebody else has open.</summary>
public class ReportOverdueCommandTests
{
    private TestOffice office = null!;
    private string reference = "";

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await TestOffice.OpenAsync("2026-04-01T10:00");
        var id = await office.RaiseAsync();
        foreach (var at in new[] { "2026-04-02T17:00", "2026-04-07T17:00", "2026-04-08T17:00", "2026-04-10T17:00" })
        {
            office.Clock.MoveTo(at);
            reference = (await office.DoneAsync(id, Actor.Clock, new Command.LetTimePass())).Opened.Head.Card.Reference;
        }
    }

    [OneTimeTearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task It_says_in_words_what_waits()
    {
        var (code, output, _) = await RunAsync();
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("Overdue: 1").And.Contain($"  {reference}: between North Council and County Trust; stage 4"));
    }

    [Test]
    public async Task As_json_it_is_what_the_api_answers()
    {
        var json = JsonNode.Parse((await RunAsync("--format", "json")).Output)!;
        Assert.That((string?)json["late"]![0]!["reference"], Is.EqualTo(reference));
        Assert.That(json.AsObject().Select(m => m.Key), Is.EqualTo(new[] { "at", "late", "dueToday", "withoutContact", "deadNotices", "since", "movedByTheClock", "more" }));
    }

    [Test]
    public async Task The_days_that_are_asked_for_limit_what_the_clock_did_and_what_is_due()
    {
        Assert.That(await MovedAsync("--from", "2026-04-01", "--to", "2026-04-10"), Is.EqualTo(new[] { "1-4" }), "all the way");
        Assert.That(await MovedAsync("--from", "2026-04-07", "--to", "2026-04-07"), Is.EqualTo(new[] { "2-3" }), "on the one day, its evening included");
        Assert.That(await MovedAsync("--from", "2026-04-03", "--to", "2026-04-06"), Is.Empty);
    }

    [Test]
    public async Task As_a_table_and_as_a_page_it_has_the_same()
    {
        Assert.That((await RunAsync("--format", "csv")).Output, Does.StartWith("Part,About,Between,Stage,For,At,Note\r\nlate,").And.Contain(reference));
        Assert.That((await RunAsync("--format", "html")).Output, Does.StartWith("<!DOCTYPE html>").And.Contain($"<td>{reference}</td>"));
    }

    [Test]
    public async Task An_agency_has_its_own_part()
    {
        Assert.That((await RunAsync("--agency", "county-police")).Output, Does.Contain("County Police: what waits").And.Contain("Overdue: 0"));
        Assert.That((await RunAsync("--agency", "county-trust")).Output, Does.Contain(reference));
        Assert.That(await RunAsync("--agency", "nobody"), Is.EqualTo(new CommandLine(1, "", "Board \"severnside\" has no agency \"nobody\".\n")));
    }

    [TestCase(1, "Say which with --board", "report", "overdue", TestName = "Where_there_are_several_boards_one_has_to_be_named")]
    [TestCase(1, "There is no board", "report", "overdue", "--board", "nowhere", TestName = "And_it_has_to_be_there")]
    [TestCase(1, "--to lies before --from.", "report", "overdue", "--board", "severnside", "--from", "2026-04-02", "--to", "2026-04-01", TestName = "Days_come_in_their_order")]
    [TestCase(2, "is no date such as 2026-04-02", "report", "overdue", "--from", "2 April", TestName = "A_day_is_written_as_one")]
    [TestCase(2, "pdf", "report", "overdue", "--format", "pdf", TestName = "A_format_is_one_of_four")]
    public async Task Wrong(int code, string why, params string[] args)
    {
        var said = await CommandLine.Run([.. args, "--data", office.Folder]);
        Assert.That((said.ExitCode, said.Output), Is.EqualTo((code, "")));
        Assert.That(said.Error, Does.Contain(why));
    }

    private async Task<IEnumerable<string>> MovedAsync(params string[] days) => JsonNode.Parse((await RunAsync(["--format", "json", .. days])).Output)!["movedByTheClock"]!
        .AsArray().Select(m => $"{m!["from"]}-{m["to"]}");

    private Task<CommandLine> RunAsync(params string[] args) => CommandLine.Run(["report", "overdue", "--data", office.Folder, "--board", "severnside", .. args]);
}
