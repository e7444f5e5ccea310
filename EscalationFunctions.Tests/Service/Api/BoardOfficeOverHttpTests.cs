using System.Net;
using System.Text.Json;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>What only the board office does: agencies, spreadsheets, posts.</summary>
public class BoardOfficeOverHttpTests
{
    private const string Csv = "\uFEFFagency,agency-name,sector,stage,contact,name,role,email\r\n"
        + "ferry-company,Ferry Company,other-agency,1,ferry-1,Fay Ferry,Purser,fay@example.org\r\n";

    private TestService service = null!;
    private Partner office = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.StartAsync();
        office = await service.PartnerAsync();
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task An_agency_that_joins_is_there_for_everybody()
    {
        var done = (await office.PutAsync("/agencies/ferry-company", new { name = "Ferry Company", sector = "other-agency" })).Expect(HttpStatusCode.OK);
        Assert.That(done.Tag, Is.EqualTo((await (await service.PartnerAsync(TestService.Care)).GetAsync("/agencies/ferry-company")).Tag));
        Assert.That((await office.PutAsync("/agencies/board-office", new { name = "", sector = "ferries" })).Errors,
            Is.EqualTo(new[] { "bad-value", "/name bad-value", "/sector bad-value" }));
    }

    [Test]
    public async Task A_spreadsheet_is_tried_first_and_then_taken_over()
    {
        var tried = await Import(Csv, dryRun: true);
        Assert.That((await office.GetAsync("/agencies/ferry-company")).Status, Is.EqualTo(HttpStatusCode.NotFound), "that was a dry run");
        var done = await Import(Csv, dryRun: false);
        Assert.That(done.Json!["lines"]!.ToJsonString(), Is.EqualTo(tried.Json!["lines"]!.ToJsonString()));
        Assert.That(((bool)tried.Json["dryRun"]!, (bool)done.Json["changes"]!), Is.EqualTo((true, true)));
        Assert.That((await office.GetAsync("/contacts?agency=ferry-company")).Json!["contacts"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((bool)(await Import(Csv, dryRun: false)).Json!["changes"]!, Is.False, "asking twice is asking once");
    }

    [Test]
    public async Task A_spreadsheet_with_mistakes_changes_nothing_and_every_place_is_told()
    {
        var csv = Csv.Replace("fay@", "fay at ", StringComparison.Ordinal).Replace(",1,", ",9,", StringComparison.Ordinal);
        var said = await office.SendAsync("POST", "/directory/imports", JsonSerializer.Serialize(new { csv, dryRun = false }));
        Assert.That((said.Status, said.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "directory-refused")));
        Assert.That(said.Json!["errors"]!.AsArray().Select(e => ((string?)e!["pointer"], ((string?)e["detail"])!.Split(':')[0])),
            Is.EqualTo(new[] { ("/csv", "line 2, email"), ("/csv", "line 2, stage") }));
        Assert.That((await office.SendAsync("POST", "/directory/imports", "{}")).Errors, Is.EqualTo(new[] { "/csv missing", "/dryRun missing" }));
        (await office.GetAsync("/agencies/ferry-company")).Expect(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task The_boards_posts_are_filled_together_or_not_at_all()
    {
        var seen = (await office.GetAsync("/board/officers")).Expect(HttpStatusCode.OK);
        var done = (await office.PutAsync("/board/officers", Posts("chair", "jon@example.org"), ("If-Match", seen.Tag!))).Expect(HttpStatusCode.OK);
        var again = await office.GetAsync("/board/officers");
        Assert.That((again.Text, again.Tag), Is.EqualTo((done.Text, done.Tag)));
        Assert.That((await office.PutAsync("/board/officers", Posts("chair", "jo@example.org"), ("If-Match", seen.Tag!))).Code, Is.EqualTo("outdated"));
        Assert.That((await office.PutAsync("/board/officers", Posts("chairs", "jon"))).Errors,
            Is.EqualTo(new[] { "/officers/0/officer bad-value", "/officers/0/reach/email bad-value" }));
        Assert.That((await office.GetAsync("/board/officers", ("If-None-Match", done.Tag!))).Status, Is.EqualTo(HttpStatusCode.NotModified));
    }

    private async Task<Said> Import(string csv, bool dryRun) =>
        (await office.SendAsync("POST", "/directory/imports", JsonSerializer.Serialize(new { csv, dryRun }))).Expect(HttpStatusCode.OK);

    private static object Posts(string officer, string email) => new { officers = new[] { new { officer, reach = new { name = "Jon Ash", email } } } };
}
