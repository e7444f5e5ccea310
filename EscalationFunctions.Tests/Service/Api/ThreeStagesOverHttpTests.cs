using System.Net;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>Somerset's three stages as partner systems live them: dates that people agree, a referral, a meeting, and everybody satisfied.</summary>
public class ThreeStagesOverHttpTests
{
    private static readonly string[] Everything = ["satisfied", "informed", "heard", "clear-plan"];

    [Test]
    public async Task It_ends_when_all_who_are_involved_are_satisfied_and_each_was_heard()
    {
        await using var service = await TestService.StartAsync("2026-04-13T10:00");
        var council = await service.PartnerAsync(TestService.Council, TestOffice.Moorland);
        var care = await service.PartnerAsync(TestService.Care, TestOffice.Moorland);
        var trust = await service.PartnerAsync(TestService.Trust, TestOffice.Moorland);
        var office = await service.PartnerAsync(null, TestOffice.Moorland);
        var one = $"/differences/{(await council.PostAsync("/differences", Concern("2026-04-13T09:00:00+01:00"))).Expect(HttpStatusCode.Created).Id}";
        (await council.PostAsync($"{one}/parties", new { agency = TestService.Trust, side = "involved", reason = "It discharged him." })).Expect(HttpStatusCode.OK);
        await TheManagersAgreeOnADay(service, council, care, one);
        await ReferredAndMet(service, council, office, one);
        await Satisfied(council, care, trust, office, one);
    }

    private static async Task TheManagersAgreeOnADay(TestService service, Partner council, Partner care, string one)
    {
        service.Office.Clock.MoveTo("2026-04-14T10:00");
        Assert.That((await council.PostAsync($"{one}/escalations", new { fromStage = "1", reason = "No agreement." })).Stage, Is.EqualTo("2"));
        var asked = (await council.PostAsync($"{one}/extensions", new { deadline = "respond", until = "2026-04-24", reason = "To look into it." })).Expect(HttpStatusCode.Created);
        var agreed = (await care.PostAsync($"{one}/extensions/{asked.Made}/agreement", new { })).Expect(HttpStatusCode.OK);
        Assert.That((string?)agreed.Json!["difference"]!["due"]!["why"], Is.EqualTo("Both sides agreed on it. So it is due by 5pm on Friday 24 April 2026."));
        (await care.PostAsync($"{one}/responses", new { position = "We see no need.", reason = "The review found none." })).Expect(HttpStatusCode.Created);
        Assert.That((await council.PostAsync($"{one}/escalations", new { fromStage = "2", reason = "No agreement." })).Stage, Is.EqualTo("3"));
    }

    private static async Task ReferredAndMet(TestService service, Partner council, Partner office, string one)
    {
        var parts = new[] { "organisations", "request", "action-taken", "refusal-reasons", "other" }.ToDictionary(p => p, _ => "As we told them.");
        Assert.That((await council.PostAsync($"{one}/forms/referral", new { entries = parts, complete = true })).Facts, Has.Member("form-submitted"));
        var everybody = new[] { TestService.Council, TestService.Care, TestService.Trust };
        var meeting = (await office.PostAsync($"{one}/meetings", new
        {
            at = "2026-04-21T14:00:00+01:00", place = "Room 1", purpose = "Settle it.", invited = everybody.Append("statutory-partners"),
        })).Expect(HttpStatusCode.Created).Made;
        service.Office.Clock.MoveTo("2026-04-21T16:00");
        (await office.PostAsync($"{one}/meetings/{meeting}/record", new
        {
            heldAt = "2026-04-21T14:00:00+01:00", record = "A plan was drafted.",
            attended = everybody.Select(agency => new { agency, name = "Somebody", decisionAuthority = true }),
        })).Expect(HttpStatusCode.OK);
    }

    private static async Task Satisfied(Partner council, Partner care, Partner trust, Partner office, string one)
    {
        Assert.That((await care.PostAsync($"{one}/proposals", Proposal("satisfied"))).Code, Is.EqualTo("statements-needed"));
        var proposal = (await care.PostAsync($"{one}/proposals", Proposal(Everything))).Expect(HttpStatusCode.Created).Made;
        (await council.PostAsync($"{one}/confirmations", new { proposal, affirmed = Everything })).Expect(HttpStatusCode.OK);
        Assert.That((await trust.PostAsync($"{one}/confirmations", new { proposal, affirmed = Everything })).Facts, Has.Member("outcome-settled"));
        var told = (await office.PostAsync($"{one}/told", new { told = new[] { TestService.Council, TestService.Care, TestService.Trust, "raiser" } })).Expect(HttpStatusCode.OK);
        Assert.That(told.State, Is.EqualTo("closed"));
    }
}
