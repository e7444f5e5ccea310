using System.Net;
using System.Text;
using Escalation.Service.Api.Differences;
using Escalation.Service.Api.Reading;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>Everything that is wrong with a body is said at once, and where it is.</summary>
public class BodyTests
{
    private const string By = """ "by":{"name":"Asha","role":"worker"} """;

    [TestCase("""{}""", "/by missing", "/outcome missing", "/outstanding missing")]
    [TestCase("""[]""", " wrong-type")]
    [TestCase("""null""", " wrong-type")]
    [TestCase("{" + By + ""","outcome":1,"outstanding":"x"}""", "/outcome wrong-type")]
    [TestCase("{" + By + ""","outcome":null,"outstanding":"x"}""", "/outcome wrong-type")]
    [TestCase("{" + By + ""","outcome":"a\u0000","outstanding":"\ud800"}""", "/outcome bad-character", "/outstanding bad-character")]
    [TestCase("{" + By + ""","outcome":"a","outcome":"b","outstanding":"x","a/b~":1}""", "/outcome duplicate-member", "/a~1b~0 unknown-member")]
    [TestCase("{" + By + ""","outcome":"a","outstanding":"x","id":"with space"}""", "/id bad-id")]
    [TestCase("{" + By + ""","outcome":"a","outstanding":"x","actions":[{"what":"w","agency":"a","owner":"o\nx","due":"2026-2-30"}]}""",
        "/actions/0/owner bad-character", "/actions/0/due bad-day")]
    [TestCase("{" + By + ""","outcome":"a","outstanding":"x","affirmed":[1,"a"],"actions":{}}""", "/affirmed/0 wrong-type", "/actions wrong-type")]
    public void Every_mistake_is_told_with_its_place(string body, params string[] mistakes) =>
        Assert.That(((Read<Propose>.Wrong)BodyReader.Read<Propose>(Encoding.UTF8.GetBytes(body))).Mistakes.Select(m => $"{m.Pointer} {m.Code}"), Is.EqualTo(mistakes));

    [TestCase("2026-04-01T10:00:00")]
    [TestCase("2026-04-01 10:00:00+01:00")]
    [TestCase("2026-04-31T10:00:00Z")]
    [TestCase("0001-01-01T00:00:00+14:00")]
    [TestCase("9999-12-31T23:59:59-14:00")]
    [TestCase("2026-04-01T25:00:00Z")]
    public void An_instant_without_an_offset_or_beyond_the_calendar_is_none(string text) => Assert.That(BodyText.Instant(text), Is.Null);

    [TestCase("2026-04-01T10:00:00+01:00")]
    [TestCase("2026-04-01T09:00:00.000Z")]
    public void An_instant_is_read_as_local_time(string text) =>
        Assert.That(BodyText.Instant(text), Is.EqualTo(new DateTimeOffset(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(1))));

    [Test]
    public void A_narrative_is_counted_as_people_count_and_can_have_line_breaks()
    {
        Assert.That(Outcome(string.Concat(Enumerable.Repeat("\U0001F600", Limits.Narrative))), Is.InstanceOf<Read<Propose>.Right>());
        Assert.That(Outcome(new string('a', Limits.Narrative + 1)), Is.InstanceOf<Read<Propose>.Wrong>());
        Assert.That(Outcome("one\\ntwo\\ttabbed"), Is.InstanceOf<Read<Propose>.Right>());
    }

    [Test]
    public void What_is_no_json_at_all_is_told_so()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 2000)) + string.Concat(Enumerable.Repeat("]", 2000));
        foreach (var body in new[] { [], "{"u8.ToArray(), [0xff, 0xfe], "{\"a\":\"\xff\"}"u8.ToArray()[..5], Encoding.UTF8.GetBytes(deep), "{}{}"u8.ToArray(), "{/*a*/}"u8.ToArray() })
            Assert.That(BodyReader.Read<Propose>(body), Is.InstanceOf<Read<Propose>.Unreadable>());
    }

    [Test]
    public async Task Types_sizes_and_methods_that_are_not_ours_are_refused_with_a_problem()
    {
        await using var service = await TestService.StartAsync();
        var council = await service.PartnerAsync(TestService.Council);
        Assert.That(await CodeOf(council.SendAsync("POST", "/differences", new string(' ', Limits.Body + 1))), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "too-large")));
        Assert.That(await CodeOf(council.SendAsync("PATCH", "/differences", "{}")), Is.EqualTo((HttpStatusCode.MethodNotAllowed, "method-not-allowed")));
        Assert.That(await CodeOf(council.SendAsync("POST", "/differences", null)), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "not-json-type")));
        Assert.That(await CodeOf(council.GetAsync("/differences", ("Accept", "text/html"))), Is.EqualTo((HttpStatusCode.NotAcceptable, "not-acceptable")));
        Assert.That(await CodeOf(council.GetAsync("/nothing/here")), Is.EqualTo((HttpStatusCode.NotFound, "not-found")));
    }

    private static async Task<(HttpStatusCode, string?)> CodeOf(Task<Said> asking)
    {
        var said = await asking;
        Assert.That(said.Headers["Content-Type"], Is.EqualTo("application/problem+json"));
        Assert.That((said.Headers["Cache-Control"], said.Headers["X-Content-Type-Options"]), Is.EqualTo(("no-store", "nosniff")));
        return (said.Status, said.Code);
    }

    private static Read<Propose> Outcome(string text) => BodyReader.Read<Propose>(Encoding.UTF8.GetBytes("{" + By + $$""","outcome":"{{text}}","outstanding":"x"}"""));
}
