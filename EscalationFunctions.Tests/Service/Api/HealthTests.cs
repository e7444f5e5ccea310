using System.Net;
using Microsoft.Extensions.DependencyInjection;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>When something is wrong with us we say so, and nobody thinks that something was done.</summary>
public class HealthTests
{
    [Test]
    public async Task While_the_journal_cannot_be_used_every_act_is_answered_so_and_can_be_asked_again_later()
    {
        FaultyJournal fault = null!;
        await using var service = await TestService.StartAsync(change: (services, office) =>
        {
            (var journal, fault) = FaultyJournal.Around(office.Journal);
            services.AddSingleton(journal);
        });
        var council = await service.PartnerAsync(TestService.Council);
        fault.Broken = true;
        var said = await council.PostAsync("/differences", Concern(), ("Idempotency-Key", "raise-1"));
        Assert.That((said.Status, said.Code, said.Headers["Retry-After"]), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "unavailable", "5")));
        Assert.That((await council.GetAsync("/differences")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await council.GetAsync("/health/ready")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await council.GetAsync("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
        fault.Broken = false;
        (await council.PostAsync("/differences", Concern(), ("Idempotency-Key", "raise-1"))).Expect(HttpStatusCode.Created);
        (await council.GetAsync("/health/ready")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_clock_that_has_stopped_is_seen_after_a_minute()
    {
        await using var service = await TestService.StartAsync();
        var council = await service.PartnerAsync(TestService.Council);
        (await council.GetAsync("/health/waking")).Expect(HttpStatusCode.OK);
        var raised = await council.PostAsync("/differences", Concern());
        // The reminder of the morning comes before the deadline itself.
        service.Office.Clock.MoveTo("2026-04-02T09:01");
        (await council.GetAsync("/health/waking")).Expect(HttpStatusCode.OK);
        service.Office.Clock.MoveTo("2026-04-02T09:02");
        var late = (await council.GetAsync("/health/waking")).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.That((int)late.Json!["secondsLate"]!, Is.EqualTo(120));
        await service.TimePassesAsync(raised.Id, "2026-04-02T09:02");
        (await council.GetAsync("/health/waking")).Expect(HttpStatusCode.OK);
    }
}
