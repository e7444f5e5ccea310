using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.Story;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>South Gloucestershire from the first stage to a decision that binds. Raised on the Wednesday before Easter 2026.</summary>
public class FourStagesStories
{
    private static readonly Who StrategicManager = new("strategic-manager");

    internal static Story UpToStage(string stage) => new Story(ProcedureText.SouthGloucestershire).Raised("2026-04-01T10:00+01:00")
        .TimePasses(stage switch { "2" => "2026-04-02T17:00+01:00", "3" => "2026-04-07T17:00+01:00", "4" => "2026-04-08T17:00+01:00", _ => "2026-04-01T11:00+01:00" });

    internal static Story Unresolved() => UpToStage("4").Given(Worker, new Command.ReportUnresolved("No agreement on nights."), "2026-04-09T10:00+01:00");

    [Test]
    public void What_nobody_settles_goes_up_at_the_close_of_the_first_second_and_third_working_day_and_is_flagged_on_the_fifth() =>
        new Story(ProcedureText.SouthGloucestershire)
            .Raised("2026-04-01T10:00+01:00").ThenDue("resolve", "2026-04-02T17:00+01:00")
            .TimePasses("2026-04-02T09:00+01:00").ThenExactly(new Fact.Reminded("1", "resolve"))
            .TimePasses("2026-04-02T16:59+01:00").ThenNothing()
            .TimePasses("2026-04-02T17:00+01:00").Then(Passed("1", "2026-04-02T17:00+01:00"), new Fact.EscalatedByClock("1", "2", "resolve"))
            .ThenDue("resolve", "2026-04-07T17:00+01:00")
            .TimePasses("2026-04-07T17:00+01:00").Then(Passed("2", "2026-04-07T17:00+01:00"), new Fact.EscalatedByClock("2", "3", "resolve"))
            .ThenDue("resolve", "2026-04-08T17:00+01:00")
            .TimePasses("2026-04-08T17:00+01:00").Then(new Fact.EscalatedByClock("3", "4", "resolve"), new Fact.DeadlineMet("", "five-days"))
            .ThenDue("resolve", "2026-04-10T17:00+01:00")
            .TimePasses("2026-04-10T17:00+01:00").ThenNo<Fact.EscalatedByClock>()
            .Then(Passed("4", "2026-04-10T17:00+01:00"), new Fact.Flagged(FlaggedFor.DeadlinePassed, "settle the difference"),
                new Fact.DecidingOpened("4", [StrategicManager]))
            .ThenItIsAtStage("4").ThenWaitsFor("Chair of the Safeguarding Adults Board", "2026-04-13T17:00+01:00");

    [Test]
    public void A_panel_decides_bindingly_and_it_closes_when_everybody_was_told_and_the_form_of_stage_4_is_signed() =>
        UpToStage("4").TimePasses("2026-04-10T17:00+01:00")
            .Given(CouncilManager, MonitoringForm("Not settled."), "2026-04-13T10:00+01:00")
            .Given(CouncilManager, Sign("initiating"), "2026-04-13T10:05+01:00").ThenNo<Fact.FormSubmitted>()
            .Given(CareManager, Sign("receiving"), "2026-04-13T10:10+01:00")
            .Then(new Fact.FormSubmitted("monitoring", 1, "4", [Who.EveryParty, new("every-party", "4"), StrategicManager]), new Fact.DeadlineMet("4", "send-form"))
            .Given(Chair, new Command.ChooseRoute("panel", "It is complex."), "2026-04-13T12:00+01:00").Then(new Fact.DeadlineMet("4", "choose-route"))
            .ThenWaitsFor("Safeguarding Adults Board resolution panel", "2026-04-13T17:00+01:00")
            .Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Police, "Board manager")]), "2026-04-14T10:00+01:00").ThenNo<Fact.Flagged>()
            .Given(Panel, new Command.HearRepresentation(Council, "Nights are not safe."), "2026-04-15T10:00+01:00")
            .Given(Panel, new Command.HearRepresentation(Care, "There is no staff."), "2026-04-15T11:00+01:00")
            .Given(Panel, Decide("decision"), "2026-04-15T12:00+01:00")
            .Then(new Fact.DeadlineMet("4", "decide"))
            .Then(new Fact.OutcomeSettled("decision", "4", SettledBy.BindingDecision, 14, []))
            .ThenWaitsFor("South Gloucestershire SAB board office", "2026-04-16T17:00+01:00")
            .Given(CouncilManager, Fill("monitoring", "outcome: Care goes on."), "2026-04-15T13:00+01:00")
            .Then(new Fact.SignaturesVoided("monitoring", ["initiating", "receiving"]))
            .EveryoneTold("2026-04-15T14:00+01:00").Then(new Fact.Told("raiser"), new Fact.EveryoneTold()).ThenNo<Fact.Closed>()
            .Given(CouncilManager, Sign("initiating", 2), "2026-04-16T10:00+01:00")
            .Given(CareManager, Sign("receiving", 2), "2026-04-16T10:05+01:00").Then(new Fact.Closed())
            .ThenItHasEnded(Ending.Closed);

    [Test]
    public void When_the_representatives_report_it_unresolved_the_strategic_manager_is_told_at_once() =>
        UpToStage("4").Given(Worker, new Command.ReportUnresolved("No agreement on nights."), "2026-04-09T10:00+01:00")
            .Then(new Fact.UnresolvedReported("4", "No agreement on nights."), new Fact.DecidingOpened("4", [StrategicManager]))
            .ThenDue("resolve", "2026-04-10T17:00+01:00")
            .TimePasses("2026-04-10T17:00+01:00").Then(new Fact.Flagged(FlaggedFor.DeadlinePassed, "settle the difference"))
            .ThenNo<Fact.UnresolvedReported>().ThenNo<Fact.DecidingOpened>();

    [Test]
    public void Mediation_decides_finally_without_a_panel() =>
        Unresolved()
            .Given(Chair, new Command.ChooseRoute("mediation", "They trust each other."), "2026-04-09T11:00+01:00")
            .Given(Mediator, Decide("mediated"), "2026-04-10T11:00+01:00")
            .Then(new Fact.OutcomeSettled("mediated", "4", SettledBy.BindingDecision, 9, []), new Fact.DeadlineMet("4", "resolve"))
            .When(CareManager, Dispute("mediated"), "2026-04-10T12:00+01:00").ThenRefused(RefusalCode.ProposalNotPending, "proposal");

    [Test]
    public void Mediation_that_fails_can_be_followed_by_a_panel() =>
        Unresolved()
            .Given(Chair, new Command.ChooseRoute("mediation", "They trust each other."), "2026-04-09T11:00+01:00")
            .Given(Chair, new Command.ChooseRoute("panel", "Mediation failed."), "2026-04-13T11:00+01:00")
            .When(Mediator, Decide("late"), "2026-04-13T12:00+01:00")
            .ThenRefused(RefusalCode.NotYours, RefusalCode.PanelNeeded, RefusalCode.PartyNotHeard, RefusalCode.PartyNotHeard)
            .Given(BoardOffice, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), "2026-04-13T13:00+01:00");

    [Test]
    public void A_panel_of_parties_alone_is_pointed_out_and_not_forbidden() =>
        new Story(ProcedureText.SouthGloucestershire)
            .Given(Worker, Raise("2026-04-01T10:00+01:00", Care, Trust), "2026-04-01T10:00+01:00")
            .TimePasses("2026-04-08T17:00+01:00")
            .Given(Worker, new Command.ReportUnresolved("No agreement."), "2026-04-09T10:00+01:00")
            .Given(Chair, new Command.ChooseRoute("panel", "It is complex."), "2026-04-09T11:00+01:00")
            .Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), "2026-04-09T12:00+01:00")
            .Then(new Fact.Flagged(FlaggedFor.NoNeutralAgency, "every member of the panel comes from an agency in dispute"));

    [Test]
    public void While_it_waits_without_a_date_everybody_who_has_a_duty_is_reminded_every_working_day() =>
        Unresolved()
            .TimePasses("2026-04-10T17:00+01:00").ThenChased(1, boardOfficeToo: false, Who.RaisingAgency, new("chair"))
            .TimePasses("2026-04-13T17:00+01:00").ThenChased(2, boardOfficeToo: true, new("chair"), Who.EveryParty, Who.RaisingAgency)
            .TimePasses("2026-04-14T17:00+01:00").ThenChased(3, boardOfficeToo: true, new("chair"), Who.EveryParty, Who.RaisingAgency);

    private static Fact.DeadlinePassed Passed(string stage, string at) => new(stage, "resolve", Instant(at));
}
