using System.Net;
using System.Text;
using System.Text.Json;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.OpenApi;
using Escalation.Service.Api.Reading;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>What partners build on is described, and the description is what they approved.</summary>
public class OpenApiTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task The_description_is_the_approved_one()
    {
        await using var service = await TestService.StartAsync();
        var said = (await service.Nobody().GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK);
        Approved.Matches(said.Json!.ToJsonString(Readable) + "\n", "docs/openapi.json");
    }

    [Test]
    public async Task Every_address_is_described()
    {
        await using var service = await TestService.StartAsync();
        var paths = (await service.Nobody().GetAsync("/openapi/v1.json")).Json!["paths"]!.AsObject();
        Assert.That(paths.SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key} {p.Key}")),
            Is.EquivalentTo(AddressTests.OperationsOf(service).Select(o => $"{o.Method.ToLowerInvariant()} {o.At}")));
    }

    // The table stands in a page that people wrote, between two lines that say so.
    [Test]
    public void The_codes_of_the_guide_are_those_of_the_service()
    {
        const string begin = "<!-- codes: made by the tests -->\n", end = "<!-- end of codes -->";
        var page = File.ReadAllText(Repository.PathTo("docs/http-api.md"));
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        Approved.Matches(page[..from] + Table() + page[to..], "docs/http-api.md");
    }

    private static string Table()
    {
        var table = new StringBuilder("\n| Status | Code | Meaning |\n|---|---|---|\n");
        foreach (var status in Responses.Statuses)
            foreach (var (code, meaning) in Responses.CodesOf(status)) table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {status} | `{code}` | {meaning} |\n");
        table.Append("\nOf a member of the body, within `errors`:\n\n| Code | Meaning |\n|---|---|\n");
        foreach (var code in Enum.GetValues<MistakeCode>())
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{Escalation.Core.KebabCase.Of(code)}` | {HttpProblem.MeaningOf(code)} |\n");
        return table.Append('\n').ToString();
    }
}
