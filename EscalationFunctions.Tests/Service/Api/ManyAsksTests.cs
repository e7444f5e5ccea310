using System.Net;
using Escalation.Service.Api.Admission;
using Escalation.Service.Delivery;
using Microsoft.Extensions.DependencyInjection;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>What partners can rely on when networks fail, systems race, and lists are long.</summary>
public class ManyAsksTests
{
    private TestService service = null!;
    private Partner council = null!, care = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.StartAsync();
        (council, care) = (await service.PartnerAsync(TestService.Council), await service.PartnerAsync(TestService.Care));
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Asked_again_under_one_key_the_first_answer_comes_again_to_the_letter_whatever_happened_since()
    {
        var raised = await council.PostAsync("/differences", Concern(), ("Idempotency-Key", "raise-1"));
        var one = $"/differences/{raised.Id}";
        var said = await council.PostAsync($"{one}/discussions", Discussion(), ("Idempotency-Key", "talk-1"), ("If-Match", raised.Tag!));
        (await care.PostAsync($"{one}/acknowledgements", new { })).Expect(HttpStatusCode.OK);
        service.Office.Clock.MoveTo("2026-04-03T10:00");
        var again = await council.PostAsync($"{one}/discussions", Discussion(), ("Idempotency-Key", "talk-1"), ("If-Match", raised.Tag!));
        Assert.That((again.Status, again.Text, again.Tag), Is.EqualTo((said.Status, said.Text, said.Tag)));
        Assert.That(again.Headers["Idempotency-Replayed"], Is.EqualTo("true"));
        Assert.That((await council.PostAsync("/differences", Concern(), ("Idempotency-Key", "raise-1"))).Text, Is.EqualTo(raised.Text));
    }

    [Test]
    public async Task A_key_that_was_changed_for_a_new_one_still_knows_what_was_asked()
    {
        var raised = await council.PostAsync("/differences", Concern(), ("Idempotency-Key", "raise-1"));
        var rotated = service.Nobody(await service.NewKeyAsync(TestOffice.Severnside, TestService.Council, new DateOnly(2026, 5, 1), Escalation.Service.Access.Scope.DifferencesWrite));
        var again = await rotated.SendAsync("POST", "/differences", council.WithPerson(Concern()), ("Idempotency-Key", "raise-1"));
        Assert.That(again.Text, Is.EqualTo(raised.Text));
    }

    [Test]
    public async Task Something_else_under_the_same_key_is_refused_and_another_agencys_key_is_its_own()
    {
        var raised = await council.PostAsync("/differences", Concern(), ("Idempotency-Key", "k"));
        var other = await council.PostAsync($"/differences/{raised.Id}/acknowledgements", new { }, ("Idempotency-Key", "k"));
        Assert.That((other.Status, other.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "key-used")));
        (await care.PostAsync($"/differences/{raised.Id}/acknowledgements", new { }, ("Idempotency-Key", "k"))).Expect(HttpStatusCode.OK);
        foreach (var bad in new[] { "", "has space", new string('k', 201) })
            Assert.That((await council.PostAsync("/differences", Concern(), ("Idempotency-Key", bad))).Errors, Is.EqualTo(new[] { "bad-header" }), bad);
    }

    [Test]
    public async Task Whoever_saw_an_older_state_is_shown_the_present_one_and_nothing_is_done()
    {
        var raised = await council.PostAsync("/differences", Concern());
        var one = $"/differences/{raised.Id}";
        service.Office.Clock.MoveTo("2026-04-02T17:00");
        foreach (var tag in new[] { raised.Tag!, "W/\"1\"", "\"yesterday\"", "\"99999999999999\"" })
        {
            var said = await council.PostAsync($"{one}/escalations", new { fromStage = "1", reason = "No agreement." }, ("If-Match", tag));
            Assert.That((said.Status, said.Code, (string?)said.Json!["difference"]!["stage"]), Is.EqualTo((HttpStatusCode.PreconditionFailed, "overtaken", "2")), tag);
        }

        Assert.That((await council.PostAsync($"{one}/complaints", new { note = "One." }, ("If-Match", "1"))).Errors, Is.EqualTo(new[] { "bad-header" }));
        (await council.PostAsync($"{one}/complaints", new { note = "One." }, ("If-Match", "*"))).Expect(HttpStatusCode.OK);
        (await council.PostAsync($"{one}/complaints", new { note = "Two." }, ("If-Match", (await council.GetAsync(one)).Tag!))).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task What_the_caller_has_already_is_not_sent_again()
    {
        var one = $"/differences/{(await council.PostAsync("/differences", Concern())).Id}";
        foreach (var path in new[] { one, $"{one}/record", $"{one}/deadlines", "/agencies/riverside-care" })
        {
            var first = await council.GetAsync(path);
            var again = await council.GetAsync(path, ("If-None-Match", $"\"0\", W/{first.Tag}"));
            Assert.That((again.Status, again.Text, again.Tag), Is.EqualTo((HttpStatusCode.NotModified, "", first.Tag)), path);
        }
    }

    [Test]
    public async Task A_long_list_comes_in_pages_that_miss_nothing_and_repeat_nothing()
    {
        var raised = new List<string>();
        for (var i = 0; i < 7; i++) raised.Add((await council.PostAsync("/differences", Concern())).Id);
        var (found, next) = (new List<string>(), "");
        for (var page = 0; next is not null; page++)
        {
            Assert.That(page, Is.LessThan(5));
            var said = await council.GetAsync($"/differences?limit=3&state=open{next}");
            found.AddRange(said.Json!["differences"]!.AsArray().Select(d => (string)d!["id"]!));
            next = (string?)said.Json["next"] is { } after ? $"&after={after}" : null;
        }

        Assert.That(found, Is.EqualTo(Enumerable.Reverse(raised)));
    }

    [TestCase("?late=perhaps")]
    [TestCase("?limit=0")]
    [TestCase("?limit=3&limit=4")]
    [TestCase("?dueBefore=2026-04-01")]
    [TestCase("?after=%00")]
    [TestCase("?after=bm90LWEtcGxhY2U")]
    [TestCase("?after=OTk5OTk5OTk5OTk5OTk5OTk5OTk5LjE")]
    [TestCase("?adult=Mrs+Jones")]
    public async Task A_query_that_cannot_be_read_is_refused(string query)
    {
        var said = await council.GetAsync($"/differences{query}");
        Assert.That((said.Status, said.Code), Is.EqualTo((HttpStatusCode.BadRequest, "bad-request")), said.Text);
        Assert.That(said.Errors, Is.EqualTo(new[] { "bad-parameter" }));
    }

    [Test]
    public async Task Whoever_asks_too_often_waits_and_others_do_not()
    {
        await using var busy = await TestService.StartAsync(limits: new RateLimits(PerKey: 3, PerAddress: 2));
        var (hurried, calm) = (await busy.PartnerAsync(TestService.Council), await busy.PartnerAsync(TestService.Care));
        for (var i = 0; i < 3; i++) (await hurried.GetAsync("/differences")).Expect(HttpStatusCode.OK);
        var said = await hurried.GetAsync("/differences");
        Assert.That((said.Status, said.Code), Is.EqualTo((HttpStatusCode.TooManyRequests, "too-many-requests")));
        Assert.That(int.Parse(said.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), Is.InRange(1, 60));
        (await calm.GetAsync("/differences")).Expect(HttpStatusCode.OK);
        for (var i = 0; i < 2; i++) (await busy.Nobody("esk_wrong").GetAsync("/differences")).Expect(HttpStatusCode.Unauthorized);
        (await busy.Nobody("esk_wrong").GetAsync("/differences")).Expect(HttpStatusCode.TooManyRequests);
        (await busy.Nobody().GetAsync("/health/live")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task Behind_a_proxy_each_client_has_limits_of_its_own_and_nobody_can_say_to_be_another()
    {
        await using var busy = await TestService.StartAsync(
            limits: new RateLimits(PerAddress: 2, PagesPerAddress: 2), change: (services, office) => services
                .AddSingleton<IPostbox>(new FolderPostbox(Path.Combine(office.Folder, "mail"), "us@example.org", office.Clock)));
        using var http = new HttpClient { BaseAddress = busy.Address };
        foreach (var path in new[] { "/severnside/cookies", "/api/v1/differences" })
        {
            var first = new[] { await StatusAsync(path, "203.0.113.7"), await StatusAsync(path, "203.0.113.7"), await StatusAsync(path, "203.0.113.7") };
            Assert.That(first.Select(s => s == HttpStatusCode.TooManyRequests), Is.EqualTo(new[] { false, false, true }), string.Join(" ", first));
            Assert.That(await StatusAsync(path, "203.0.113.8"), Is.Not.EqualTo(HttpStatusCode.TooManyRequests), path);
            // The proxy adds whom it heard from behind what the client said.
            Assert.That(await StatusAsync(path, "198.51.100.1, 203.0.113.7"), Is.EqualTo(HttpStatusCode.TooManyRequests), path);
        }

        async Task<HttpStatusCode> StatusAsync(string path, string forwarded)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", forwarded } } };
            using var response = await http.SendAsync(request);
            return response.StatusCode;
        }
    }
}
