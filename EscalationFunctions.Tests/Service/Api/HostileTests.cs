using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Escalation.Service.Desk;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>Thousands of requests that are wrong or not theirs to make: each is refused as its sender's mistake, and no record changes.</summary>
[Category("Hostile")]
public class HostileTests
{
    private const int Usual = 10_000, AtOnce = 8;

    // HOSTILE=100000 asks as often as that: in under a minute on two busy cores, and nothing was strange (November 2026).
    private static int Wanted => int.TryParse(Environment.GetEnvironmentVariable("HOSTILE"), out var wanted) ? wanted : Usual;

    [TestCase(1)]
    public async Task Nothing_that_is_sent_breaks_the_service_or_changes_a_record(int seed)
    {
        await using var service = await TestService.StartAsync();
        var council = await service.PartnerAsync(TestService.Council);
        var ours = (await council.PostAsync("/differences", Concern())).Expect(HttpStatusCode.Created).Id;
        var strangers = new[] { await service.PartnerAsync(TestService.Police), await service.PartnerAsync(null, TestOffice.Moorland), service.Nobody(), service.Nobody("esk_x") };
        var operations = AddressTests.OperationsOf(service).Where(o => o.Path.Contains("{difference}", StringComparison.Ordinal) || o.Method == "GET").ToList();
        var before = await HeadsAsync(service);
        var (strange, seen) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>());
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce }) { BaseAddress = service.Address };
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(worker => Task.Run(async () =>
        {
            var hostility = new Hostility((seed * 1000) + worker, operations, [ours, "00000000000000000000000000000000", new string('f', 32)]);
            for (var i = 0; i < Wanted / AtOnce; i++)
            {
                using var request = hostility.Next(out var ofAParty);
                var key = ofAParty ? council.Key : strangers[i % strangers.Length].Key;
                if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
                if (await StrangeAsync(http, request, seen) is { } odd) strange.Enqueue($"seed {seed}, worker {worker}, request {i}: {odd}");
            }
        })));
        await TestContext.Out.WriteLineAsync(string.Join(", ", seen.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        Assert.That(strange, Is.Empty);
        Assert.That(seen.Keys, Is.SupersetOf(new[] { 200, 400, 401, 404, 406, 413, 415 }), "they came as far as that");
        Assert.That(await HeadsAsync(service), Is.EqualTo(before));
    }

    /// <summary>What was answered that must not be; none where all is well.</summary>
    private static async Task<string?> StrangeAsync(HttpClient http, HttpRequestMessage request, ConcurrentDictionary<int, int> seen)
    {
        try
        {
            using var response = await http.SendAsync(request);
            seen.AddOrUpdate((int)response.StatusCode, 1, (_, before) => before + 1);
            var done = response.IsSuccessStatusCode && request.Method != HttpMethod.Get;
            if ((int)response.StatusCode < 500 && !done) return null;
            return $"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}";
        }
        catch (HttpRequestException) when (request.Content?.Headers.ContentLength > 256 * 1024)
        {
            // The connection is closed on whoever goes on sending after the answer.
            return null;
        }
    }

    private static async Task<IEnumerable<string>> HeadsAsync(TestService service)
    {
        var heads = new List<string>();
        foreach (var board in new[] { TestOffice.Severnside, TestOffice.Moorland })
            heads.AddRange((await service.Office.Journal.ListAsync(new Query(board, Limit: 1000), default)).Heads.Select(h => $"{h.Id} {h.Length} {Convert.ToHexString(h.Link)}"));
        return heads;
    }
}
