using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Immediate risk, and who acts where people are unknown or away.</summary>
public class RiskAndPeopleStories
{
    private const string Start = "2026-04-01T10:00+01:00", Noon = "2026-04-01T12:00+01:00";

    private static readonly Procedure Board = ProcedureText.SouthGloucestershire;

    [Test]
    public void With_the_adult_at_immediate_risk_it_starts_with_the_senior_managers() =>
        new Story(Board).Given(Worker, Raise(Start) with { ImmediateRisk = "He is alone at night.", StartAt = "3", StartReason = "It cannot wait." }, Start)
            .Then(new Fact.ImmediateRiskMarked("He is alone at night."), new Fact.Escalated("1", "3", "It cannot wait."))
            .ThenItIsAtStage("3").ThenDue("resolve", "2026-04-08T17:00+01:00")
            .TimePasses("2026-04-08T17:00+01:00").ThenItIsAtStage("4");

    [Test]
    public void A_stage_is_passed_over_only_while_the_adult_is_at_immediate_risk() =>
        UpToStage("1").When(Worker, Escalate("1", "3"), Noon).ThenRefused(RefusalCode.NotAllowedToJump, "to")
            .Given(Worker, new Command.MarkImmediateRisk("He fell."), Noon).ThenExactly(new Fact.ImmediateRiskMarked("He fell."))
            .Given(Worker, new Command.LiftImmediateRisk("A neighbour stays."), Noon).ThenExactly(new Fact.ImmediateRiskLifted("A neighbour stays."))
            .When(Worker, Escalate("1", "3"), Noon).ThenRefused(RefusalCode.NotAllowedToJump, "to")
            .Given(BoardOffice, new Command.MarkImmediateRisk("The neighbour left."), Noon)
            .Given(Worker, Escalate("1", "3"), Noon).Then(new Fact.Escalated("1", "3", "The managers could not agree.")).ThenItIsAtStage("3");

    [Test]
    public void Nobody_takes_it_down_a_stage() =>
        UpToStage("2").Given(Worker, new Command.MarkImmediateRisk("He fell."), "2026-04-03T10:00+01:00")
            .When(Worker, Escalate("2", "1"), "2026-04-03T10:00+01:00").ThenRefused(RefusalCode.NoSuchStage, "to")
            .When(Worker, Escalate("2", "2"), "2026-04-03T10:00+01:00").ThenRefused(RefusalCode.NoSuchStage, "to");

    [Test]
    public void An_empty_rung_is_held_by_the_board_office_until_somebody_is_named_and_the_clock_runs_on() =>
        new Story(Board, Without(Board, [$"{Care}-2"])).Raised(Start).TimePasses("2026-04-02T17:00+01:00")
            .Then(new Fact.ContactMissing(Care, "2", "Line manager and safeguarding lead"))
            .ThenDue("resolve", "2026-04-07T17:00+01:00").ThenWaitsFor("South Gloucestershire SAB board office", "2026-04-07T17:00+01:00")
            .When(Worker, Name(Care), "2026-04-03T10:00+01:00").ThenRefused(RefusalCode.NotYours)
            .Given(Carer, Name(Care), "2026-04-03T10:00+01:00").ThenExactly(new Fact.ContactNominated(Care, "2", Named))
            .ThenHeld(Care, new RungHolder(Care, "2", "Line manager and safeguarding lead", Basis.Nominated))
            .ThenWaitsFor("Line manager and safeguarding lead", "2026-04-07T17:00+01:00");

    [Test]
    public void Who_was_named_ahead_of_time_holds_the_rung_when_its_stage_begins() =>
        new Story(Board, Without(Board, [$"{Care}-2"])).Raised(Start).Given(BoardOffice, Name(Care), Noon)
            .TimePasses("2026-04-02T17:00+01:00").ThenNo<Fact.ContactMissing>()
            .ThenHeld(Care, new RungHolder(Care, "2", "Line manager and safeguarding lead", Basis.Nominated));

    [Test]
    public void Who_was_named_for_one_rung_holds_no_other_of_the_agency_and_none_of_another_agency() =>
        new Story(Board).Raised(Start).Given(BoardOffice, Name(Care), Noon)
            .TimePasses("2026-04-02T17:00+01:00").ThenHeld(Council, Holder(Council, "2", "Line manager and team manager"))
            .TimePasses("2026-04-07T17:00+01:00").ThenHeld(Care, Holder(Care, "3", "Registered manager and director of the service or organisation"));

    [TestCase("2026-04-01", "2026-04-03", Basis.Deputy, "away on the first, the last and every day between")]
    [TestCase("2026-04-02", "2026-04-02", Basis.Deputy, "away on that one day")]
    [TestCase("2026-04-03", "2026-04-30", Basis.Contact, "leaves the day after")]
    [TestCase("2026-03-01", "2026-04-01", Basis.Contact, "came back that morning")]
    public void The_deputy_acts_when_the_contact_is_away(string from, string to, Basis basis, string because)
    {
        var away = ContactOf(Care, "2") with { Absences = [new(Day(from), Day(to))], Deputy = $"{Care}-3" };
        var story = new Story(Board, Without(Board, [$"{Care}-2"], away)).Raised(Start).TimePasses("2026-04-02T17:00+01:00");
        Assert.That(story.Standing.Rungs.Single(r => r.Agency == Care),
            Is.EqualTo(new RungHolder(Care, "2", "Line manager and safeguarding lead", basis, basis == Basis.Deputy ? $"{Care}-3" : $"{Care}-2")), because);
    }

    [TestCase("2026-04-02", null, Basis.Contact, "in post from that day")]
    [TestCase("2026-04-03", null, Basis.BoardOffice, "not in post yet, and a deputy of nobody")]
    [TestCase("2026-01-01", "2026-04-02", Basis.Contact, "the last day in post")]
    [TestCase("2026-01-01", "2026-04-01", Basis.BoardOffice, "left the day before, so that no deputy stands in")]
    public void Only_who_is_in_post_on_the_day_holds_a_rung(string from, string? until, Basis basis, string because)
    {
        var contact = ContactOf(Care, "2") with { From = Day(from), Until = until is null ? null : Day(until), Deputy = $"{Care}-3" };
        var story = new Story(Board, Without(Board, [$"{Care}-2"], contact)).Raised(Start).TimePasses("2026-04-02T17:00+01:00");
        Assert.That(story.Standing.Rungs.Single(r => r.Agency == Care).Basis, Is.EqualTo(basis), because);
    }

    [Test]
    public void Primary_cares_third_rung_is_held_by_the_body_outside_it_or_else_by_the_practice() =>
        new Story(Board).Given(Worker, Raise(Start, Surgery), Start).TimePasses("2026-04-07T17:00+01:00")
            .ThenHeld(Surgery, new RungHolder(Surgery, "3", "Clinical governance", Basis.OutsideBody, $"{OutsideBody}-3"));

    [Test]
    public void Where_the_outside_body_has_nobody_the_practices_own_contact_acts() =>
        new Story(Board, Without(Board, [$"{OutsideBody}-3"])).Given(Worker, Raise(Start, Surgery), Start).TimePasses("2026-04-07T17:00+01:00")
            .ThenHeld(Surgery, Holder(Surgery, "3", "Clinical governance"));

    [Test]
    public void An_agency_that_no_ladder_lists_has_the_rungs_of_any_other_agency_and_then_the_board_office() =>
        new Story(Board, Without(Board, ["ferry-company-4"])).Given(Worker, Raise(Start, "ferry-company"), Start)
            .ThenHeld("ferry-company", Holder("ferry-company", "1", "Practitioner and line manager"))
            .TimePasses("2026-04-08T17:00+01:00").Then(new Fact.ContactMissing("ferry-company", "4", "South Gloucestershire SAB board office"));

    [Test]
    public void Somebody_stands_by_the_worker_who_raised_it() =>
        UpToStage("1").Given(Worker, new Command.AddSupporter("union", Named), Noon).ThenExactly(new Fact.SupporterAdded("union", Named))
            .When(Worker, new Command.AddSupporter("union", Named), Noon).ThenRefused(RefusalCode.IdInUse, "id")
            .Given(Worker, new Command.RemoveSupporter("union", "She moved."), Noon).ThenExactly(new Fact.SupporterRemoved("union", "She moved."))
            .Given(Worker, new Command.AddSupporter("union", Named), Noon);

    [Test]
    public void An_agency_that_is_added_later_is_a_party_from_then_on() =>
        new Story(Board, Without(Board, [$"{Trust}-1"])).Raised(Start)
            .Given(Worker, new Command.AddParty(Trust, Side.Responding, "Their ward."), Noon)
            .Then(new Fact.PartyAdded(new Party(Trust, "secondary-health", Side.Responding), new RungHolder(Trust, "1", "Practitioner and line manager", Basis.BoardOffice), "Their ward."),
                new Fact.ContactMissing(Trust, "1", "Practitioner and line manager"))
            .Given(Worker, new Command.AddParty(Police, Side.Involved, "They were called."), Noon).ThenNo<Fact.ContactMissing>()
            .When(Worker, new Command.AddParty(Charity, Side.Raising, "They too."), Noon).ThenRefused(RefusalCode.NotYours, "side")
            .Given(CareManager, Propose("agreed"), Noon).Given(Worker, Confirm("agreed"), Noon).ThenNo<Fact.OutcomeSettled>()
            .Given(Nurse, Confirm("agreed"), Noon).Then(new Fact.OutcomeSettled("agreed", "1", SettledBy.Agreement, 0, []));

    private static Command.NominateContact Name(string agency) => new(agency, "2", Named);

    private static readonly Person Named = new("Pat Named", "safeguarding lead", "pat@example.org");
}
