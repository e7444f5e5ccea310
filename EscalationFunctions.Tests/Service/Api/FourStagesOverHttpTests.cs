using System.Net;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>South Gloucestershire's four stages as partner systems live them, from the raising to the close and what comes after.</summary>
public class FourStagesOverHttpTests
{
    private TestService service = null!;
    private Partner council = null!, care = null!, office = null!;
    private string one = "";

    [SetUp]
    public async Task Start()
    {
        service = await TestService.StartAsync();
        (council, care, office) = (await service.PartnerAsync(TestService.Council), await service.PartnerAsync(TestService.Care), await service.PartnerAsync());
        var raised = (await council.PostAsync("/differences", Concern())).Expect(HttpStatusCode.Created);
        one = $"/differences/{raised.Id}";
        Assert.That(raised.Headers["Location"], Is.EqualTo($"/api/v1{one}"));
    }

    [TearDown]
    public async Task Stop()
    {
        var lines = service.Log.Lines.ToList();
        await service.DisposeAsync();
        foreach (var personal in new[] { "Asha", "N-1234", "Robin", "package of care", "Dee", "nights" })
            Assert.That(lines.Where(l => l.Contains(personal, StringComparison.Ordinal)), Is.Empty, "logs carry ids and never people");
    }

    [Test]
    public async Task A_difference_is_raised_goes_up_is_decided_by_a_panel_and_closes_when_everybody_was_told()
    {
        await AtTheFirstStage();
        await AtTheSecondAndThird();
        await DecidedByAPanel();
        Assert.That((await council.PostAsync($"{one}/actions/review", new { agency = TestService.Care, owner = "Cai Carer", due = "2026-05-05", reason = "Dee is away." })).Facts,
            Has.Member("action-changed"));
        var closed = await ToldAndSigned();
        Assert.That((closed.State, closed.Stage), Is.EqualTo(("closed", "4")));
        await Afterwards();
    }

    [Test]
    public async Task An_outcome_that_one_side_proposes_and_the_other_confirms_settles_it()
    {
        var proposal = (await care.PostAsync($"{one}/proposals", Proposal())).Expect(HttpStatusCode.Created).Made;
        (await council.PostAsync($"{one}/disputes", new { proposal, reason = "It leaves the nights out." })).Expect(HttpStatusCode.OK);
        proposal = (await care.PostAsync($"{one}/proposals", Proposal())).Expect(HttpStatusCode.Created).Made;
        var settled = (await council.PostAsync($"{one}/confirmations", new { proposal })).Expect(HttpStatusCode.OK);
        // Whoever proposes is asked to confirm as well, unless the procedure counts the proposal as their word.
        if (!settled.Facts.Contains("outcome-settled")) settled = (await care.PostAsync($"{one}/confirmations", new { proposal })).Expect(HttpStatusCode.OK);
        Assert.That(settled.Facts, Has.Member("outcome-settled"));
        Assert.That((await office.PostAsync($"{one}/told", new { told = new[] { TestService.Council, TestService.Care, "raiser" } })).State, Is.EqualTo("closed"));
        Assert.That((await office.PostAsync($"{one}/reopening", new { stage = "2", reason = "The agreement was not kept." })).Stage, Is.EqualTo("2"));
    }

    [Test]
    public async Task Risk_people_complaints_and_parties_are_noted_along_the_way()
    {
        (await council.PostAsync($"{one}/risk", Because())).Expect(HttpStatusCode.OK);
        (await care.PostAsync($"{one}/risk/lifting", Because("He is with his daughter."))).Expect(HttpStatusCode.OK);
        var supporter = (await council.PostAsync($"{one}/supporters", new { supporter = new { name = "Sam Friend", role = "colleague" } })).Expect(HttpStatusCode.Created).Made;
        (await council.DeleteAsync($"{one}/supporters/{supporter}", Because("On leave."))).Expect(HttpStatusCode.OK);
        (await care.PostAsync($"{one}/parties", new { agency = TestService.Trust, side = "involved", reason = "It discharged him." })).Expect(HttpStatusCode.OK);
        (await council.PostAsync($"{one}/complaints", new { note = "The family complains of the ward." })).Expect(HttpStatusCode.OK);
        (await care.PostAsync($"{one}/contacts", new { agency = TestService.Care, stage = "2", contact = new { name = "Dee", role = "manager", email = "dee@example.org" } })).Expect(HttpStatusCode.OK);
        (await office.PostAsync($"{one}/deadlines/recount", Because("A day was proclaimed."))).Expect(HttpStatusCode.OK);
        var asked = (await council.PostAsync($"{one}/extensions", new { deadline = "resolve", until = "2026-04-09", reason = "The assessor is away." })).Expect(HttpStatusCode.Created);
        (await care.PostAsync($"{one}/extensions/{asked.Made}/decline", Because("It is urgent."))).Expect(HttpStatusCode.OK);
        Assert.That((await council.PostAsync($"{one}/withdrawal", Because("We were wrong."))).State, Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task What_belongs_elsewhere_is_sent_there() =>
        Assert.That((await office.PostAsync($"{one}/redirection", new { screening = "complaint", reason = "It is one." })).State, Is.EqualTo("redirected"));

    private async Task AtTheFirstStage()
    {
        (await council.PostAsync($"{one}/discussions", Discussion("consult"))).Expect(HttpStatusCode.Created);
        (await care.PostAsync($"{one}/acknowledgements", new { })).Expect(HttpStatusCode.OK);
        (await care.PostAsync($"{one}/responses", new { position = "We see no need.", reason = "The review found none." })).Expect(HttpStatusCode.Created);
        var deadlines = (await council.GetAsync($"{one}/deadlines")).Expect(HttpStatusCode.OK);
        Assert.That((string?)deadlines.Json!["deadlines"]!.AsArray().First(d => (string?)d!["deadline"] == "resolve")!["why"],
            Is.EqualTo("1 working day from the outset, 9:30am on Wednesday 1 April 2026. So it is due by 5pm on Thursday 2 April 2026."));
        await service.TimePassesAsync(one.Split('/')[^1], "2026-04-02T17:00");
        Assert.That((string?)(await care.GetAsync(one)).Json!["stage"], Is.EqualTo("2"), "the clock took it up");
    }

    private async Task AtTheSecondAndThird()
    {
        service.Office.Clock.MoveTo("2026-04-07T11:00");
        (await council.PostAsync($"{one}/discussions", Discussion("managers-discuss"))).Expect(HttpStatusCode.Created);
        Assert.That((await council.PostAsync($"{one}/escalations", new { fromStage = "2", reason = "The managers could not agree." })).Stage, Is.EqualTo("3"));
        (await council.PostAsync($"{one}/forms/monitoring", MonitoringForm("Not settled."))).Expect(HttpStatusCode.OK);
        var form = (await care.GetAsync($"{one}/forms/monitoring")).Expect(HttpStatusCode.OK);
        Assert.That((int)form.Json!["edition"]!, Is.EqualTo(1));
        await service.TimePassesAsync(one.Split('/')[^1], "2026-04-08T17:00");
    }

    private async Task DecidedByAPanel()
    {
        service.Office.Clock.MoveTo("2026-04-09T10:00");
        Assert.That((await council.PostAsync($"{one}/unresolved", Because("No agreement on nights."))).Facts, Has.Member("deciding-opened"));
        (await office.PostAsync($"{one}/route", new { by = For("chair"), route = "panel", reason = "It is complex." })).Expect(HttpStatusCode.OK);
        (await office.PostAsync($"{one}/panel", new { members = new[] { Member(TestService.Council), Member(TestService.Care), Member(TestService.Police) } })).Expect(HttpStatusCode.OK);
        foreach (var agency in new[] { TestService.Council, TestService.Care })
            (await office.PostAsync($"{one}/panel/representations", new { by = For("panel"), agency, summary = "What they said." })).Expect(HttpStatusCode.OK);
        var decided = (await office.PostAsync($"{one}/decision", new { by = For("panel"), decision = "Care goes on.", reasons = "No review.", outstanding = "None.", actions = new[] { Bodies.Action() } }))
            .Expect(HttpStatusCode.Created);
        Assert.That(decided.Facts, Has.Member("outcome-settled"));
    }

    private async Task<Said> ToldAndSigned()
    {
        (await council.PostAsync($"{one}/forms/monitoring", MonitoringForm("Care goes on."))).Expect(HttpStatusCode.OK);
        (await office.PostAsync($"{one}/told", new { told = new[] { TestService.Council, TestService.Care, "raiser" } })).Expect(HttpStatusCode.OK);
        (await council.PostAsync($"{one}/forms/monitoring/signatures", Signature("initiating", 2))).Expect(HttpStatusCode.OK);
        return (await care.PostAsync($"{one}/forms/monitoring/signatures", Signature("receiving", 2))).Expect(HttpStatusCode.OK);
    }

    private async Task Afterwards()
    {
        (await care.PostAsync($"{one}/actions/review/completion", new { account = "The review was held." })).Expect(HttpStatusCode.OK);
        (await council.PostAsync($"{one}/debrief", new { step = "held", note = "We talked it over." })).Expect(HttpStatusCode.OK);
        (await council.PostAsync($"{one}/learning", new { issue = "Discharge letters come late." })).Expect(HttpStatusCode.Created);
        (await care.PostAsync($"{one}/feedback", new { effectiveness = 4, suggestions = "Say the dates." })).Expect(HttpStatusCode.OK);
        var record = (await care.GetAsync($"{one}/record")).Expect(HttpStatusCode.OK).Json!["entries"]!.AsArray();
        Assert.That(record.Select(e => (int)e!["number"]!), Is.EqualTo(Enumerable.Range(1, record.Count)));
        Assert.That(record.Select(e => (string?)e!["fact"]!["fact"]), Is.SupersetOf(new[] { "raised", "escalated-by-clock", "decision-made", "closed", "feedback-given" }));
    }
}
