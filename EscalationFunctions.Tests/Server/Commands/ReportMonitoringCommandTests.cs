using System.Text.Json;
using System.Xml.Linq;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

/// <summary>Monitoring figures at the command line, over a folder that is in use.</summary>
public class ReportMonitoringCommandTests
{
    private static readonly string[] Days = ["--from", "2026-04-01", "--to", "2026-06-30"];

    [Test]
    public async Task Text_names_each_board_its_days_and_every_agency()
    {
        await using var office = await RaisedAsync();
        var (code, output, _) = await CommandLine.Run(["report", "monitoring", "--data", office.Folder, .. Days]);
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("Severnside Safeguarding Adults Board: monitoring figures\nWednesday 1 April 2026 to Tuesday 30 June 2026")
            .And.Contain("Moorland Safeguarding Adults Board").And.Match("County Police +0 +0 +0").And.Match("North Council +2 +0 +0"));
    }

    [Test]
    public async Task One_board_gives_one_object_and_several_a_list()
    {
        await using var office = await RaisedAsync();
        var one = JsonDocument.Parse((await RunAsync(office, "--format", "json", "--board", TestOffice.Severnside)).Output).RootElement;
        Assert.That((one.GetProperty("board").GetString(), one.GetProperty("complete").GetBoolean()), Is.EqualTo((TestOffice.Severnside, true)));
        Assert.That(one.GetProperty("tables").EnumerateArray().First().GetProperty("rows").EnumerateArray().First().GetProperty("numbers")[0].GetProperty("number").GetInt32(), Is.EqualTo(2));
        var all = JsonDocument.Parse((await RunAsync(office, "--format", "json")).Output).RootElement;
        Assert.That(all.EnumerateArray().Select(b => b.GetProperty("board").GetString()), Is.EqualTo(new[] { TestOffice.Moorland, TestOffice.Severnside }));
    }

    [Test]
    public async Task A_spreadsheet_has_a_column_for_the_board_and_small_numbers_can_be_left_out()
    {
        await using var office = await RaisedAsync();
        Assert.That((await RunAsync(office, "--format", "csv")).Output, Does.Contain("\r\nsevernside,2026-04-01,2026-06-30,yes,summary,raised,Differences raised,Number,2,\r\n")
            .And.Contain("\r\nmoorland,2026-04-01,2026-06-30,yes,summary,raised,Differences raised,Number,0,\r\n"));
        Assert.That((await RunAsync(office, "--format", "csv", "--smallest", "5")).Output, Does.Contain("summary,raised,Differences raised,Number,,fewer than 5"));
    }

    [Test]
    public async Task A_document_stands_alone_with_its_charts_and_each_id_once()
    {
        await using var office = await RaisedAsync();
        var html = (await RunAsync(office, "--format", "html")).Output;
        Assert.That(html, Does.StartWith("<!DOCTYPE html>").And.Not.Contain("http://127").And.Not.Contain("<script").And.Not.Contain("href="));
        var root = XElement.Parse(html[html.IndexOf("<main>", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + 7)]);
        Assert.That(root.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>(), Is.Unique.And.Not.Empty);
        Assert.That(root.Descendants().Where(e => e.Name.LocalName == "svg"), Is.Not.Empty);
    }

    [Test]
    public async Task Figures_of_an_older_folder_are_counted_before_they_are_printed()
    {
        await using var office = await RaisedAsync();
        office.DoDirectly("delete from counts");
        office.DoDirectly("insert into uncounted (place, length) select place, length from differences");
        Assert.That((await RunAsync(office, "--format", "csv")).Output, Does.Contain("severnside,2026-04-01,2026-06-30,yes,summary,raised,Differences raised,Number,2,"));
    }

    [TestCase(2, "--from 2026-04-01", "Give both --from and --to, or neither.")]
    [TestCase(2, "--from 2026-04-01 --to 2026-03-31", "--to lies before --from.")]
    [TestCase(2, "--from 1.4.2026 --to 2026-04-30", "--from is a day as yyyy-MM-dd, not '1.4.2026'.")]
    [TestCase(2, "--format pdf", "pdf")]
    [TestCase(2, "--smallest 21", "--smallest is a number from 0 to 20.")]
    [TestCase(1, "--board elsewhere", "There is no board \"elsewhere\". There are: moorland, severnside.")]
    public async Task What_cannot_be_printed_is_said(int exit, string args, string said)
    {
        await using var office = await TestOffice.OpenAsync();
        var (code, output, error) = await CommandLine.Run(["report", "monitoring", "--data", office.Folder, .. args.Split(' ')]);
        Assert.That((code, output), Is.EqualTo((exit, "")));
        Assert.That(error, Does.Contain(said));
    }

    private static Task<CommandLine> RunAsync(TestOffice office, params string[] args) =>
        CommandLine.Run(["report", "monitoring", "--data", office.Folder, .. Days, .. args]);

    private static async Task<TestOffice> RaisedAsync()
    {
        var office = await TestOffice.OpenAsync();
        await office.RaiseAsync();
        await office.RaiseAsync();
        return office;
    }
}
