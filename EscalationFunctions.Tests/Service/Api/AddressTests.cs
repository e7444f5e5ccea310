using System.Net;
using Escalation.Core.Differences;
using Escalation.Service.Api;
using Escalation.Service.Api.Answers;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>What holds for every address: that none is missing, undescribed, or named for a person.</summary>
public class AddressTests
{
    internal static IReadOnlyList<Operation> OperationsOf(TestService service) =>
        [.. service.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(e => e.Metadata.GetMetadata<Operation>()).OfType<Operation>()];

    [Test]
    public async Task Every_command_but_the_clocks_own_can_be_asked_over_http()
    {
        await using var service = await TestService.StartAsync();
        var asked = OperationsOf(service).Select(o => o.Command).OfType<Type>().ToList();
        Assert.That(typeof(Command).GetNestedTypes().Except([typeof(Command.LetTimePass)]), Is.EquivalentTo(asked));
    }

    [Test]
    public async Task Every_address_is_an_operation_that_says_what_it_is_for()
    {
        await using var service = await TestService.StartAsync();
        var endpoints = service.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        var others = endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<Operation>() is null);
        Assert.That(others.Where(e => !PageNet.IsPage($"/{e.RoutePattern.RawText?.TrimStart('/')}")).Select(e => e.DisplayName), Has.Exactly(1).Items, "only the description itself");
        Assert.That(OperationsOf(service).Where(o => o.Scope is null).Select(o => o.At), Has.All.StartsWith("/health/"));
        Assert.That(OperationsOf(service).Select(o => o.Sentence), Has.All.Matches<string>(s => s[^1] is '.' or '?' or '…' or '!'));
    }

    [Test]
    public async Task Whoever_asks_for_the_head_alone_gets_it_as_with_the_body_and_changes_nothing()
    {
        await using var service = await TestService.StartAsync();
        var council = await service.PartnerAsync(TestService.Council);
        var raised = await council.PostAsync("/differences", Bodies.Concern());
        foreach (var path in OperationsOf(service).Where(o => o.Method == "GET").Select(o => o.Path).Append("/openapi/v1.json"))
        {
            var at = path.Replace("{difference}", raised.Id, StringComparison.Ordinal).Replace("{agency}", council.Agency, StringComparison.Ordinal);
            var (whole, head) = (await council.GetAsync(at), await council.SendAsync("HEAD", at, null));
            Assert.That((head.Status, head.Text), Is.EqualTo((whole.Status, "")), path);
            Assert.That(Lasting(head), Is.EquivalentTo(Lasting(whole)), path);
        }

        Assert.That((await council.GetAsync($"/differences/{raised.Id}")).Tag, Is.EqualTo(raised.Tag));
        Assert.That((await council.SendAsync("HEAD", $"/differences/{raised.Id}/proposals", null)).Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That((await council.SendAsync("PATCH", "/differences", null)).Headers["Allow"], Is.EqualTo("GET, HEAD, POST"));

        static IEnumerable<string> Lasting(Said said) =>
            said.Headers.Where(h => h.Key is not ("Date" or "Transfer-Encoding")).Select(h => $"{h.Key}: {h.Value}");
    }

    [TestCaseSource(nameof(Codes))]
    public void Every_refusal_has_a_status_of_its_own(RefusalCode code) => Assert.That(RefusalStatus.Of(code), Is.AnyOf(403, 404, 409, 422));

    [TestCaseSource(nameof(Troubles))]
    public void Every_other_problem_has_a_status_and_a_meaning(object trouble)
    {
        var problem = HttpProblem.Of((Trouble)trouble);
        Assert.That(problem.Status, Is.InRange(400, 503));
        Assert.That(problem.Title, Does.EndWith("."));
    }

    private static IEnumerable<RefusalCode> Codes() => Enum.GetValues<RefusalCode>();

    private static IEnumerable<object> Troubles() => Enum.GetValues<Trouble>().Cast<object>();
}
