using System.Net;
using Escalation.Service.Access;
using Escalation.Service.Api;
using Microsoft.Extensions.DependencyInjection;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>Every address there is, asked by every kind of caller. Addresses are taken from the router, so that none can be left out.</summary>
public class AccessMatrixTests
{
    /// <summary>One that no record names.</summary>
    private const string Hospice = "hospice";

    private TestService service = null!;
    private string difference = "";
    private string expired = "", revoked = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.StartAsync();
        difference = (await (await service.PartnerAsync(TestService.Council)).PostAsync("/differences", Concern())).Expect(HttpStatusCode.Created).Id;
        await service.PartnerAsync(TestService.Care);
        await (await service.PartnerAsync()).PutAsync($"/agencies/{Hospice}", new { name = "Hospice", sector = "voluntary" });
        expired = await service.NewKeyAsync(TestOffice.Severnside, TestService.Council, new DateOnly(2026, 4, 1), Scope.DifferencesRead);
        revoked = await service.NewKeyAsync(TestOffice.Severnside, TestService.Council, new DateOnly(2026, 4, 30), Enum.GetValues<Scope>());
        await service.Services.GetRequiredService<Keys>().RevokeAsync(TestOffice.Severnside, KeyText.Read(revoked)!.Id, default);
        // From the second day on the first key is over; the difference itself goes up, which changes nothing of who may.
        service.Office.Clock.MoveTo("2026-04-02T10:00");
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Without_a_key_that_is_good_nothing_is_answered()
    {
        foreach (var key in new[] { null, "esk_0", expired, revoked, "a.b.c", "esk_000000000000_00000000000000000000000000000000000000" })
            foreach (var operation in Guarded())
            {
                var said = await Ask(operation, service.Nobody(key));
                Assert.That((said.Status, said.Code), Is.EqualTo((HttpStatusCode.Unauthorized, "not-authenticated")), $"{operation} with {key}");
                Assert.That(said.Headers["WWW-Authenticate"], Does.StartWith("Bearer"));
            }
    }

    [Test]
    public async Task A_key_that_allows_everything_else_does_not_allow_this()
    {
        foreach (var needed in Guarded().Select(o => o.Scope!.Value).Distinct())
        {
            var others = Enum.GetValues<Scope>().Where(s => s != needed).ToArray();
            var partner = service.Nobody(await service.NewKeyAsync(TestOffice.Severnside, TestService.Council, new DateOnly(2026, 4, 30), others));
            foreach (var operation in Guarded().Where(o => o.Scope == needed))
                Assert.That((await Ask(operation, partner)).Code, Is.EqualTo("scope-needed"), operation.ToString());
        }
    }

    [Test]
    public async Task To_an_agency_that_is_no_party_and_to_another_board_the_difference_does_not_exist()
    {
        var strangers = new[]
        {
            await service.PartnerAsync(TestService.Police), await service.PartnerAsync(TestService.Council, TestOffice.Moorland),
            await service.PartnerAsync(null, TestOffice.Moorland),
        };
        foreach (var stranger in strangers)
            foreach (var operation in Guarded().Where(o => o.Path.Contains("{difference}", StringComparison.Ordinal)))
            {
                var theirs = await Ask(operation, stranger);
                var nobodys = await Ask(operation, stranger, "00000000000000000000000000000000");
                Assert.That((theirs.Status, theirs.Text), Is.EqualTo((HttpStatusCode.NotFound, nobodys.Text)), operation.ToString());
            }
    }

    [Test]
    public async Task Parties_and_the_board_office_come_through_to_what_they_ask()
    {
        foreach (var partner in new[] { await service.PartnerAsync(TestService.Council), await service.PartnerAsync(TestService.Care), await service.PartnerAsync() })
            foreach (var operation in Guarded().Where(o => !o.Path.StartsWith("/notices/", StringComparison.Ordinal)))
            {
                var said = await Ask(operation, partner);
                // An empty body is refused for what is not in it, which nobody is told who may not write there.
                var expected = operation.ForOffice && partner.Agency is not null ? HttpStatusCode.Forbidden
                    : operation.Body is not null ? HttpStatusCode.BadRequest : IsThere(operation) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                Assert.That(said.Status, Is.EqualTo(expected), $"{operation} {said.Text}");
            }
    }

    [Test]
    public async Task What_is_for_the_board_office_is_refused_to_every_agency()
    {
        Assert.That(Guarded().Count(o => o.ForOffice), Is.GreaterThan(3));
        foreach (var operation in Guarded().Where(o => o.ForOffice))
            Assert.That((await Ask(operation, await service.PartnerAsync(TestService.Care))).Code, Is.EqualTo("board-office-only"), operation.ToString());
    }

    [Test]
    public async Task Another_agencys_contact_does_not_exist_and_stays_as_it_is()
    {
        var police = await service.PartnerAsync(TestService.Police);
        var before = await ContactsOfCare();
        foreach (var operation in Guarded().Where(o => o.Path.Contains("{contact}", StringComparison.Ordinal)))
        {
            var theirs = await Ask(operation, police, contact: "riverside-care-2");
            Assert.That((theirs.Status, theirs.Code), Is.EqualTo((HttpStatusCode.NotFound, "not-found")), operation.ToString());
        }

        Assert.That(await ContactsOfCare(), Is.EqualTo(before));

        async Task<string> ContactsOfCare() => (await police.GetAsync("/agencies/riverside-care")).Text;
    }

    [Test]
    public async Task Lists_show_an_agency_its_own_and_the_board_office_all_of_its_board()
    {
        Assert.That(await Listed(TestService.Council), Has.Member(difference));
        Assert.That(await Listed(TestService.Care), Has.Member(difference));
        Assert.That(await Listed(TestService.Police), Is.Empty);
        Assert.That(await Listed(null), Has.Member(difference));
        Assert.That(await Listed(null, TestOffice.Moorland), Is.Empty);
    }

    private async Task<IEnumerable<string>> Listed(string? agency, string board = TestOffice.Severnside) =>
        (await (await service.PartnerAsync(agency, board)).GetAsync("/differences")).Json!["differences"]!.AsArray().Select(d => (string)d!["id"]!);

    private IEnumerable<Operation> Guarded() => AddressTests.OperationsOf(service).Where(o => o.Scope is not null);

    // Of what an address names beside the difference there are a form, an agency and its contacts, but no such procedure and no such key.
    private static bool IsThere(Operation operation) =>
        !operation.Path.StartsWith("/procedures/", StringComparison.Ordinal) && !operation.Path.StartsWith("/keys/", StringComparison.Ordinal);

    // Whom somebody removes nobody else asks for; and only an agency goes that no record names.
    private static string ContactFor(Operation operation, Partner partner) => $"{partner.Agency ?? TestService.Trust}-{(operation.Method == "DELETE" ? 4 : 1)}";

    private Task<Said> Ask(Operation operation, Partner partner, string? one = null, string? contact = null) => partner.SendAsync(
        operation.Method,
        operation.Path.Replace("{difference}", one ?? difference, StringComparison.Ordinal).Replace("{form}", "monitoring", StringComparison.Ordinal)
            .Replace("{contact}", contact ?? ContactFor(operation, partner), StringComparison.Ordinal)
            .Replace("{agency}", operation.Method == "DELETE" ? Hospice : TestService.Care, StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal),
        operation.Body is null ? null : "{}");
}
