using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

/// <summary>Whom a procedure has told besides: its "tell".</summary>
public sealed class TellTests
{
    private const string Now = "2026-04-01T10:00";

    private const string Dated = """ "id": "resolve", "kind": "resolve", "holder": "every-party", "within": "1 working day", "onExpiry": "escalate" """;

    private static readonly string TwoStages = $"{WithDeadlines("1", Dated)}, {Stage("2")}";

    [Test]
    public void The_notice_says_why_the_procedure_has_them_told() =>
        Assert.That(Telling("raised", "chair", """ "why": "The chair hears of each." """).TheNotice(NoticeKind.ForInformation, "chair").Detail,
            Is.EqualTo("The chair hears of each."));

    [TestCase("raised", "1", true, TestName = "Raising is told at the stage at which it starts")]
    [TestCase("raised", "2", false, TestName = "Raising is not told at the stage that it comes to")]
    [TestCase("escalated", "2", true, TestName = "Going higher is told at the stage that it leads to")]
    [TestCase("deadline-passed", "1", true, TestName = "A deadline that passed is told at its own stage, though it is left by then")]
    [TestCase("deadline-passed", "2", false, TestName = "A deadline that passed is not told at the stage that it leads to")]
    [TestCase("stage-entered", "1", true, TestName = "The beginning of a stage is told at that stage")]
    [TestCase("stage-entered", "2", true, TestName = "The beginning of the next stage is told at that one")]
    public void Only_at_the_stage_that_the_rule_names(string on, string stage, bool told) =>
        Assert.That(
            Telling(on, "chair", $""" "stage": "{stage}" """).TimePasses("2026-04-02T17:00").AllNotices().Any(n => n.Kind == NoticeKind.ForInformation),
            Is.EqualTo(told));

    [Test]
    public void A_rule_for_one_stage_is_silent_at_another() =>
        Telling("discussion-held", "chair", """ "stage": "2" """).Given(Carer, Discussed(), Now).ThenNobodyIsTold(NoticeKind.ForInformation);

    [Test]
    public void A_missing_contact_is_told_at_the_stage_where_they_are_missing_also_when_it_was_passed_through()
    {
        var procedure = SouthGloucestershire with { Tell = [new Tell(Happening.ContactMissing, [new Who("chair")], Stage: "2")] };

        new Story(procedure, Without(procedure, ["riverside-care-2"])).Raised(Now).TimePasses("2026-04-08T09:00")
            .ThenTold(NoticeKind.ForInformation, "chair");
    }

    [TestCase("care-provider", new[] { "contract-officer" }, TestName = "The contract officer hears where a care provider is a party")]
    [TestCase("police", new string[0], TestName = "Not where no agency of the sector is a party")]
    public void Only_where_an_agency_of_the_sector_is_a_party(string sector, string[] told) =>
        new Story(Somerset with { Tell = [new Tell(Happening.Escalated, [new Who("contract-officer")], Sector: sector)] }).Raised(Now)
            .Given(CouncilManager, Escalate("1"), Now).ThenTold(NoticeKind.ForInformation, told);

    [Test]
    public void The_sector_that_stands_for_every_other_counts_for_agencies_of_kinds_not_listed() =>
        new Story(Somerset with { Tell = [new Tell(Happening.Raised, [new Who("contract-officer")], Sector: "other-agency")] })
            .Given(Worker, Raise(Now, "ferry-company"), Now).ThenTold(NoticeKind.ForInformation, "contract-officer");

    [Test]
    public void The_contract_officer_hears_when_the_last_stage_with_a_care_provider_is_unresolved() =>
        new Story(Somerset).Given(Worker, Raise(Now) with { ImmediateRisk = "Alone.", StartAt = "3", StartReason = "Tonight." }, Now)
            .Given(Partners, new Command.ReportUnresolved("The meeting did not settle it."), Now)
            .ThenTold(NoticeKind.ForInformation, "contract-officer");

    [Test]
    public void That_it_is_unresolved_is_told_once_though_deciding_opens_with_it() =>
        new Story(SouthGloucestershire with { Tell = [new Tell(Happening.UnresolvedReported, [new Who("chair")])] })
            .Given(Worker, Raise(Now) with { ImmediateRisk = "Alone.", StartAt = "4", StartReason = "Tonight." }, Now)
            .Given(Worker, new Command.ReportUnresolved("No agreement."), Now).ThenTold(NoticeKind.ForInformation, "chair");

    [Test]
    public void Sides_are_told_at_the_rung_that_the_rule_names() =>
        Telling("raised", "every-party@2").ThenTold(NoticeKind.ForInformation, "north-council@2", "riverside-care@2");

    [TestCaseSource(nameof(EveryHappening))]
    public void Whatever_a_file_can_name_is_told_one_day_or_the_check_says_that_it_never_will_be(Happening on)
    {
        var tell = new Tell(on, [new Who("chair")]);

        var told = WholeStories.All.Any(s => s.AllNotices(s.Terms.Procedure with { Tell = [tell] }).Any(n => n.Kind == NoticeKind.ForInformation));

        Assert.That(told, Is.EqualTo(Procedures.SoundFile.ProblemsOf(SoundFile(on)).Count == 0));
    }

    [TestCase("outset", "1", """$.tell[0].on: is "outset", of which nobody is told: it lies before anything was raised here; say "raised" """)]
    [TestCase("waiting", "1", """$.tell[0].on: is "waiting", of which nobody is told: whoever is waited for is reminded as "chase" says""")]
    [TestCase("escalated", "1", """$.tell[0].on: is "escalated", which cannot happen at stage "1": it needs a stage below that leads to it""")]
    [TestCase("unresolved-reported", "1",
        """$.tell[0].on: is "unresolved-reported", which cannot happen at stage "1": it needs "deciding", or to be the last stage: """
            + "from the others a person takes it further")]
    public void A_rule_by_which_nobody_would_ever_be_told_is_a_mistake(string on, string stage, string problem) =>
        Assert.That(Procedures.SoundFile.ProblemsOf(SoundFile(on, stage)), Is.EqualTo(new[] { problem.TrimEnd() }));

    [Test]
    public void Raising_cannot_be_told_at_a_stage_at_which_nothing_starts() =>
        Assert.That(
            Procedures.SoundFile.ProblemsOf(SoundFile("raised", "2").Replace("""["2", "3"]""", """["3"]""", StringComparison.Ordinal)),
            Is.EqualTo(new[] { """$.tell[0].on: is "raised", which cannot happen at stage "2": it needs a place in "starting" """.TrimEnd() }));

    private static Happening[] EveryHappening() => Enum.GetValues<Happening>();

    private static string SoundFile(Happening on) => Procedures.SoundFile.Spoil(
        Procedures.SoundFile.Text, instead: $$""" "tell": [ { "on": "{{KebabCase.Of(on)}}", "who": ["chair"] } ] """, of: Rule);

    private static string SoundFile(string on, string stage) => Procedures.SoundFile.Spoil(
        Procedures.SoundFile.Text, instead: $$""" "tell": [ { "on": "{{on}}", "who": ["chair"], "stage": "{{stage}}" } ] """, of: Rule);

    private const string Rule = """
        "tell": [ { "on": "meeting-held", "who": ["chair"], "stage": "3", "sector": "council", "why": "The chair follows it up." } ]
        """;

    private static Story Telling(string on, string who, string more = "") =>
        new Story(Small(TwoStages, $$""" "tell": [ { "on": "{{on}}", "who": ["{{who}}"], {{more}} } ], """)).Raised(Now);
}
