using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;
using EscalationFunctions.Tests.Core.Walks;
using static EscalationFunctions.Tests.Service.Pages.Acts.PageOffice;

namespace EscalationFunctions.Tests.Service.Pages.Acts;

/// <summary>North-council raises a difference on Wednesday 1 April 2026 at 10am, by the pages.</summary>
public class RaisingTests
{
    private PageOffice office = null!;

    [SetUp]
    public async Task Open() => office = await OpenAsync();

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task What_was_answered_is_what_is_raised()
    {
        var raised = (await office.RaiseAsync("responding: county-trust\nriverside-care", "involved: county-police",
            "concern.adultReference: N-1234", "concern.summary: Discharged without a plan.", "concern.desiredOutcome: A plan.", "concern.reason: not-safe"))
            .OfType<Fact.Raised>().Single();
        Assert.That(raised.Concern, Is.EqualTo(new Concern("N-1234", "Discharged without a plan.", "A plan.", "not-safe")));
        Assert.That(raised.Parties.Select(p => (p.Agency, p.Side)), Is.EqualTo(new[]
        {
            ("north-council", Side.Raising), ("county-trust", Side.Responding), ("riverside-care", Side.Responding), ("county-police", Side.Involved),
        }));
        Assert.That((raised.Outset, raised.Raiser), Is.EqualTo((office.Office.Clock.GetUtcNow(), new Person("Pat Example", "manager", Council))));
    }

    [Test]
    public async Task The_time_counts_from_when_the_concern_was_first_considered()
    {
        var facts = await office.RaiseAsync("when: earlier", "outset: 31/3/2026", "outset-time: 2.30pm");
        Assert.That(facts.OfType<Fact.Raised>().Single().Outset, Is.EqualTo(LondonTime.At(new DateOnly(2026, 3, 31), new TimeOnly(14, 30))));
        var due = facts.OfType<Fact.DeadlineSet>().First(d => d.Stage == "1").DueAt;
        Assert.That(due, Is.EqualTo(LondonTime.At(new DateOnly(2026, 4, 1), new TimeOnly(17, 0))));
    }

    [Test]
    public async Task At_immediate_risk_it_can_start_higher_with_the_reason()
    {
        var facts = await office.RaiseAsync("at-risk: yes", "immediateRisk: Nobody is with her.", "startAt: 3", "startReason: It cannot wait.");
        Assert.That(facts, Has.Member(new Fact.ImmediateRiskMarked("Nobody is with her.")).And.Member(new Fact.Escalated("1", "3", "It cannot wait.")));
    }

    [Test]
    public async Task Without_immediate_risk_nobody_is_asked_where_it_should_start() =>
        Assert.That((await ScreensOf("at-risk: no")).Select(s => s.Id), Has.None.EqualTo("startAt").And.None.EqualTo("immediateRisk"));

    [Test]
    public async Task A_colleague_who_raised_it_is_told_and_their_manager_entered_it()
    {
        var facts = await office.RaiseAsync("raised-by: colleague", "raiser.name: Ana Lee", "raiser.role: nurse", "raiser.email: ana@example.org");
        Assert.That(facts.OfType<Fact.Raised>().Single().Raiser, Is.EqualTo(new Person("Ana Lee", "nurse", "ana@example.org")));
    }

    [Test]
    public async Task What_belongs_elsewhere_can_be_recorded_so_and_has_no_clock()
    {
        var facts = await office.RaiseAsync("screening-complaint: yes", "record-it: yes");
        Assert.That(facts.Select(f => f.GetType()), Is.EqualTo(new[] { typeof(Fact.Raised), typeof(Fact.Redirected) }));
        Assert.That(Find("raise").DoneTitle(await office.AtAsync(Council, office.Id)), Is.EqualTo("It is on the record that it belongs elsewhere"));
    }

    [Test]
    public async Task Whoever_stops_there_sees_where_to_go_and_can_send_nothing()
    {
        var screens = await ScreensOf("screening-complaint: yes", "record-it: no");
        Assert.That(screens[^1], Is.EqualTo(screens.Single(s => s.Ends)));
        Assert.That(screens[^1].Quoted.Single().Text, Is.EqualTo("Use the complaints procedure of the organisation you want to complain about."));
    }

    [Test]
    public async Task A_complaint_alongside_is_noted_and_stops_nothing()
    {
        await using var moorland = await OpenAsync(TestOffice.Moorland);
        var facts = await moorland.RaiseAsync("screening-complaint: yes");
        Assert.That(facts.OfType<Fact.ComplaintNoted>().Count(), Is.EqualTo(1));
        Assert.That(facts.OfType<Fact.StageEntered>().Single().Stage, Is.EqualTo("1"));
    }

    [Test]
    public async Task Its_own_organisation_is_not_among_those_that_can_be_challenged()
    {
        var responding = (Choices)(await ScreensOf()).SelectMany(s => s.Questions).Single(q => q.Id == "responding");
        Assert.That(responding.Options.Select(o => o.Value), Is.EqualTo(new[] { "county-police", "county-trust", "riverside-care" }));
    }

    [TestCase("1/4/2026", null)]
    [TestCase("2/4/2026", "The day must be today or in the past")]
    [TestCase("31/3/2021", "The day can be at most 5 years back")]
    public async Task A_day_that_cannot_be_meant_is_pointed_out_where_it_is_typed(string day, string? problem)
    {
        var question = (await ScreensOf("when: earlier")).SelectMany(s => s.Questions).Single(q => q.Id == "outset");
        Assert.That(question.ProblemOf(new Answers(new Dictionary<string, string> { ["outset"] = day })), Is.EqualTo(problem));
    }

    [Test]
    public async Task The_board_office_raises_nothing() =>
        Assert.That(Find("raise").IsOffered(await office.AtAsync(office.BoardOffice, null)), Is.False);

    private async Task<List<Screen>> ScreensOf(params string[] said)
    {
        var at = await office.AtAsync(Council, null);
        var answers = Filled.In(Find("raise"), at, new Chance(1), Read([.. await office.NotElsewhereAsync(), .. said]));
        return [.. Find("raise").Screens(at, answers)];
    }
}
