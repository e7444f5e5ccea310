using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>How a directory is kept right: by the agencies for their own people, by the board office for all.</summary>
public class UpkeepOverHttpTests
{
    private const string Newcomer = "/contacts/riverside-care-deputy";

    private TestService service = null!;
    private Partner care = null!, office = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.StartAsync();
        (care, office) = (await service.PartnerAsync(TestService.Care), await service.PartnerAsync());
    }

    [TearDown]
    public async Task Stop()
    {
        var lines = service.Log.Lines.ToList();
        await service.DisposeAsync();
        Assert.That(lines.Where(l => l.Contains("Cai", StringComparison.Ordinal) || l.Contains("@example", StringComparison.Ordinal)), Is.Empty, "logs carry ids");
    }

    [Test]
    public async Task An_agency_says_who_acts_for_it_and_when_not_and_that_it_is_still_right()
    {
        Assert.That(Of(await care.PutAsync(Newcomer, Cai()), "from"), Is.EqualTo("2026-04-01"));
        Assert.That(Of(await care.SendAsync("POST", $"{Newcomer}/confirmation", null), "lastConfirmed"), Is.EqualTo("2026-04-01"));
        Assert.That(Of(await care.PutAsync($"{Newcomer}/absences", Away("2026-05-01", "2026-05-08")), "absences"), Does.Contain("2026-05-08"));
        service.Office.Clock.MoveTo("2026-04-20T10:00");
        var called = (await care.PutAsync(Newcomer, Cai(phone: "01454 868000"))).Expect(HttpStatusCode.OK);
        Assert.That((Of(called, "from"), Of(called, "phone"), Of(called, "lastConfirmed")), Is.EqualTo(("2026-04-01", "01454 868000", "2026-04-01")));
        Assert.That(Of(called, "absences"), Does.Contain("2026-05-08"), "what is not said stays");
        var other = await care.PutAsync(Newcomer, Cai(name: "Cai Other"));
        Assert.That((Of(other, "absences"), Of(other, "lastConfirmed")), Is.EqualTo(("[]", "")), "and goes with the person");
        var gone = (await care.SendAsync("DELETE", Newcomer, null)).Expect(HttpStatusCode.OK);
        Assert.That(gone.Text, Does.Not.Contain("riverside-care-deputy"));
        (await care.SendAsync("DELETE", Newcomer, null)).Expect(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Whoever_saw_an_older_edition_is_told_so_and_nothing_is_done()
    {
        var domains = await office.PutAsync(
            "/agencies/riverside-care", new { name = "Riverside Care", sector = "care-provider", domains = new[] { "riverside.example.org" } });
        Assert.That(domains.Text, Does.Contain("\"domains\":[\"riverside.example.org\"]"));
        var seen = (await care.GetAsync("/agencies/riverside-care")).Tag!;
        var changed = (await office.PutAsync("/agencies/riverside-care", new { name = "Riverside Care and Repair", sector = "care-provider" }, ("If-Match", seen)))
            .Expect(HttpStatusCode.OK);
        foreach (var late in new[] { await care.PutAsync(Newcomer, Cai(), ("If-Match", seen)), await care.SendAsync("DELETE", "/contacts/riverside-care-1", null, ("If-Match", seen)) })
            Assert.That((late.Status, late.Code), Is.EqualTo((HttpStatusCode.PreconditionFailed, "outdated")));
        Assert.That((await care.GetAsync("/agencies/riverside-care")).Tag, Is.EqualTo(changed.Tag));
        var done = (await care.PutAsync(Newcomer, Cai(), ("If-Match", changed.Tag!))).Expect(HttpStatusCode.OK);
        Assert.That((await care.PutAsync(Newcomer, Cai())).Tag, Is.EqualTo(done.Tag), "asking twice is asking once");
        Assert.That((await care.PutAsync(Newcomer, Cai(), ("If-Match", "1"))).Errors, Is.EqualTo(new[] { "bad-header" }));
        Assert.That((await care.SendAsync("POST", $"{Newcomer}/confirmation", null, ("If-Match", "1"))).Errors, Is.EqualTo(new[] { "bad-header" }));
    }

    [Test]
    public async Task An_agency_goes_with_its_contacts_unless_a_record_names_it_or_a_key_lets_it_in()
    {
        await office.PutAsync("/agencies/hospice", new { name = "Hospice", sector = "voluntary" });
        await office.PutAsync("/contacts/hospice-1", new { agency = "hospice", stage = "1", name = "Cai Newcomer", role = "manager", email = "cai@example.org" });
        var seen = (await office.GetAsync("/agencies/hospice")).Tag!;
        var outdated = await office.SendAsync("DELETE", "/agencies/hospice", null, ("If-Match", "\"999\""));
        Assert.That((outdated.Status, outdated.Code), Is.EqualTo((HttpStatusCode.PreconditionFailed, "outdated")));
        await service.PartnerAsync("hospice");
        var refused = await office.SendAsync("DELETE", "/agencies/hospice", null);
        Assert.That((refused.Code, refused.Text), Is.EqualTo(("directory-refused", refused.Text)));
        Assert.That(refused.Text, Does.Contain("has a key; revoke the key first"));
        var key = (await office.GetAsync("/keys")).Json!["keys"]!.AsArray().Single(k => (string?)k!["agency"] == "hospice")!["id"];
        await office.SendAsync("DELETE", $"/keys/{key}", null);
        var gone = (await office.SendAsync("DELETE", "/agencies/hospice", null, ("If-Match", seen))).Expect(HttpStatusCode.OK);
        Assert.That((string?)gone.Json!["name"], Is.EqualTo("Hospice"));
        (await office.GetAsync("/agencies/hospice")).Expect(HttpStatusCode.NotFound);
        (await office.SendAsync("POST", "/contacts/hospice-1/confirmation", null)).Expect(HttpStatusCode.NotFound);
        (await office.SendAsync("DELETE", "/agencies/hospice", null)).Expect(HttpStatusCode.NotFound);
        await service.Office.RaiseAsync();
        Assert.That((await office.SendAsync("DELETE", "/agencies/county-trust", null)).Text, Does.Contain("is a party to differences"));
        await office.PutAsync("/agencies/hospice", new { name = "Hospice", sector = "voluntary" });
        Assert.That((await office.GetAsync("/agencies/hospice")).Expect(HttpStatusCode.OK).Json!["contacts"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Every_problem_is_told_with_its_place()
    {
        var wrong = await care.PutAsync(Newcomer, new { stage = "9", name = "Cai", role = " ", email = "nowhere", until = "2026-03-01", deputy = "nobody" });
        Assert.That((wrong.Status, wrong.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "directory-refused")));
        Assert.That(wrong.Errors, Is.EqualTo(new[] { "/role bad-value", "/email bad-value", "/stage bad-value", "/deputy bad-value", "/until bad-value" }));
        Assert.That((await care.PutAsync("/contacts/No_Id", Cai())).Errors, Is.EqualTo(new[] { "bad-value" }), "the id is in the address");
        Assert.That((await care.PutAsync("/contacts/riverside-care-1/absences", Away("2026-05-08", "2026-05-01"))).Errors, Is.EqualTo(new[] { "/absences bad-value" }));
        Assert.That((await care.PutAsync("/contacts/riverside-care-1/absences", new { absences = new[] { new { from = "1 May" } } })).Errors,
            Is.EqualTo(new[] { "/absences/0/from bad-day", "/absences/0/to missing" }));
        await care.PutAsync("/contacts/riverside-care-1", Cai(deputy: "riverside-care-2"));
        Assert.That((await care.SendAsync("DELETE", "/contacts/riverside-care-2", null)).Code, Is.EqualTo("directory-refused"), "somebody's deputy");
    }

    [Test]
    public async Task A_new_contact_is_of_the_agency_that_says_so_or_that_the_board_office_names()
    {
        Assert.That((await care.PutAsync(Newcomer, Cai(agency: TestService.Police))).Errors, Is.EqualTo(new[] { "/agency bad-value" }));
        Assert.That((await office.PutAsync(Newcomer, Cai())).Errors, Is.EqualTo(new[] { "/agency missing" }));
        Assert.That((await office.PutAsync(Newcomer, Cai(agency: "nobody"))).Errors, Is.EqualTo(new[] { "/agency bad-value" }));
        Assert.That((string?)(await office.PutAsync(Newcomer, Cai(agency: TestService.Care))).Json!["id"], Is.EqualTo(TestService.Care));
        Assert.That((await office.PutAsync(Newcomer, Cai(agency: TestService.Police))).Errors, Is.EqualTo(new[] { "/agency bad-value" }), "and stays there");
        (await office.PutAsync(Newcomer, Cai(phone: "01454 868000"))).Expect(HttpStatusCode.OK);
    }

    private static object Cai(string name = "Cai Carer", string? phone = null, string? deputy = null, string? agency = null) =>
        new { stage = "2", name, role = "Deputy manager", email = "cai@example.org", phone, deputy, agency };

    private static object Away(string from, string to) => new { absences = new[] { new { from, to } } };

    /// <summary>A member of the newcomer, as the answer shows it; empty where it has none.</summary>
    private static string Of(Said said, string member)
    {
        var contact = said.Expect(HttpStatusCode.OK).Json!["contacts"]!.AsArray().Single(c => (string?)c!["id"] == "riverside-care-deputy")!;
        return contact[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string)value! : contact[member]?.ToJsonString() ?? "";
    }
}
