using System.Net;
using Escalation.Service.Delivery;
using Microsoft.Extensions.DependencyInjection;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>What a board has beside its differences: agencies, procedures, the overdue report, notices.</summary>
public class BoardOverHttpTests
{
    [Test]
    public async Task The_directory_and_the_procedure_in_force_can_be_read()
    {
        await using var service = await TestService.StartAsync();
        var council = await service.PartnerAsync(TestService.Council);
        Assert.That((await council.GetAsync("/agencies")).Json!["agencies"]!.AsArray().Select(a => (string?)a!["id"]), Has.Member(TestService.Care));
        Assert.That((string?)(await council.GetAsync("/agencies/riverside-care")).Json!["name"], Is.EqualTo("Riverside Care"));
        (await council.GetAsync("/agencies/nobody")).Expect(HttpStatusCode.NotFound);
        var contacts = (await council.GetAsync("/contacts?agency=riverside-care&stage=2")).Json!["contacts"]!.AsArray();
        Assert.That(contacts.Select(c => (string?)c!["id"]), Is.EqualTo(new[] { "riverside-care-2" }));
        var procedure = (await council.GetAsync("/procedures")).Json!["procedures"]!.AsArray().Single(p => (bool)p!["inForce"]!)!;
        var file = (await council.GetAsync($"/procedures/{procedure["id"]}/{procedure["version"]}")).Expect(HttpStatusCode.OK);
        Assert.That(file.Json!["stages"]!.AsArray(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task The_overdue_report_shows_each_agency_its_own_part_and_the_board_office_all()
    {
        await using var service = await TestService.StartAsync();
        var (council, police, office) = (await service.PartnerAsync(TestService.Council), await service.PartnerAsync(TestService.Police), await service.PartnerAsync());
        var raised = await council.PostAsync("/differences", Concern());
        Assert.That(Ids(await council.GetAsync("/reports/overdue"), "dueToday"), Is.Empty);
        service.Office.Clock.MoveTo("2026-04-02T09:00");
        Assert.That(Ids(await council.GetAsync("/reports/overdue"), "dueToday"), Is.EqualTo(new[] { raised.Id }));
        await service.TimePassesAsync(raised.Id, "2026-04-10T17:00");
        Assert.That(Ids(await office.GetAsync("/reports/overdue"), "late"), Is.EqualTo(new[] { raised.Id }));
        Assert.That(Ids(await police.GetAsync("/reports/overdue"), "late"), Is.Empty);
    }

    [Test]
    public async Task The_overdue_report_tells_what_the_clock_took_further_since_the_last_one_before_today_and_that_nothing_was_left_out()
    {
        await using var service = await TestService.StartAsync();
        var (council, police) = (await service.PartnerAsync(TestService.Council), await service.PartnerAsync(TestService.Police));
        var raised = await council.PostAsync("/differences", Concern());
        await service.TimePassesAsync(raised.Id, "2026-04-02T17:00");
        var report = (await council.GetAsync("/reports/overdue")).Expect(HttpStatusCode.OK).Json!;
        Assert.That((string?)report["since"], Is.EqualTo("2026-04-01T08:30:00+01:00"));
        Assert.That(report["movedByTheClock"]!.AsArray().Select(m => $"{m!["id"]} {m["from"]}-{m["to"]}"), Is.EqualTo(new[] { $"{raised.Id} 1-2" }));
        Assert.That(report["more"]!.AsObject().Select(m => (int)m.Value!), Is.EqualTo(new[] { 0, 0, 0, 0, 0 }));
        Assert.That(Ids(await police.GetAsync("/reports/overdue"), "movedByTheClock"), Is.Empty);
        service.Office.Clock.MoveTo("2026-04-08T09:00");
        Assert.That(Ids(await council.GetAsync("/reports/overdue"), "movedByTheClock"), Is.Empty, "that of Tuesday has told it");
    }

    [Test]
    public async Task A_notice_is_sent_again_for_the_agency_it_goes_to_and_for_nobody_else()
    {
        await using var service = await TestService.StartAsync();
        var (council, care) = (await service.PartnerAsync(TestService.Council), await service.PartnerAsync(TestService.Care));
        await council.PostAsync("/differences", Concern());
        var owed = (await care.GetAsync("/notices?state=waiting")).Json!["notices"]!.AsArray().First()!;
        var (one, path) = ((string)owed["difference"]!, $"/notices/{owed["difference"]}/{owed["entry"]}/{owed["place"]}/resend");
        await service.Office.Journal.NoteAsync([new(one, (string)owed["id"]!, Escalation.Service.Desk.DeliveryState.Dead, 9, service.Office.Clock.GetUtcNow(), "no such mailbox")], default);
        Assert.That((await care.GetAsync("/notices")).Json!["notices"]!.AsArray().Select(n => (string?)n!["problem"]), Is.EqualTo(new[] { "no such mailbox" }));
        (await council.SendAsync("POST", path, null)).Expect(HttpStatusCode.NotFound);
        var rung = 0;
        service.Services.GetRequiredService<Outbox>().Refilled += () => rung++;
        for (var i = 0; i < 2; i++)
            Assert.That((string?)(await care.SendAsync("POST", path, null)).Expect(HttpStatusCode.OK).Json!["state"], Is.EqualTo("waiting"));
        Assert.That((await care.GetAsync("/notices")).Json!["notices"]!.AsArray(), Is.Empty);
        Assert.That(rung, Is.EqualTo(1), "the post goes out at once, and once");
    }

    private static IEnumerable<string> Ids(Said said, string part) => said.Expect(HttpStatusCode.OK).Json![part]!.AsArray().Select(d => (string)d!["id"]!);
}
