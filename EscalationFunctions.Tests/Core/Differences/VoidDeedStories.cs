using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>"That was not me", of all else that people decide or move: signatures, agreements, dates, steps upwards, risk, and the end.</summary>
public class VoidDeedStories
{
    private const string Noon = "2026-04-01T12:00+01:00", One = "2026-04-01T13:00+01:00", Two = "2026-04-01T14:00+01:00",
        InStage3 = "2026-04-08T10:00+01:00", AtStage4 = "2026-04-09T12:00+01:00";

    private static readonly ValueList<Who> Copies = [Who.EveryParty, new("every-party", "4"), new("strategic-manager")];

    [Test]
    public void A_form_is_not_complete_by_a_signature_that_was_not_theirs_and_is_when_it_was_after_all() =>
        SignedOnce().Disowned<Fact.FormSigned>(CouncilManager, InStage3)
            .Given(CareManager, Sign("receiving"), InStage3).ThenNo<Fact.FormSubmitted>()
            .Given(BoardOffice, Stands(SignedOnce().EntryOf<Fact.FormSigned>()), InStage3).Then(new Fact.FormSubmitted("monitoring", 1, "3", Copies));

    [Test]
    public void A_void_signature_is_given_again_by_whoever_may()
    {
        var first = SignedOnce().EntryOf<Fact.FormSigned>();
        SignedOnce().Given(CouncilManager, Disown(first), InStage3).When(CouncilManager, Sign("initiating"), InStage3).ThenRefused(RefusalCode.AlreadySigned, RefusalCode.SameSignatory)
            .Given(BoardOffice, DoesNotStand(first), InStage3).Given(CareManager, Sign("receiving"), InStage3).ThenNo<Fact.FormSubmitted>()
            .Given(CouncilManager, Sign("initiating"), InStage3).Then(new Fact.FormSubmitted("monitoring", 1, "3", Copies));
    }

    [Test]
    public void A_completed_form_is_wanted_again_when_one_of_its_signatures_is_void()
    {
        var story = Unresolved().Given(Worker, MonitoringForm("x"), AtStage4).Given(CouncilManager, Sign("initiating"), AtStage4)
            .Given(CareManager, Sign("receiving"), AtStage4).Then(new Fact.DeadlineMet("4", "send-form"))
            .Disowned<Fact.FormSigned>(CareManager, AtStage4).FoundNotToStand<Fact.FormSigned>(AtStage4).Then(new Fact.DeadlineRestored("4", "send-form"));

        Assert.That(story.Standing.FindForm("monitoring")!.Signed.Select(s => s.Signature), Is.EqualTo(new[] { "initiating" }));
        story.Given(CareManager, Sign("receiving"), AtStage4).Then(new Fact.FormSubmitted("monitoring", 1, "4", Copies), new Fact.DeadlineMet("4", "send-form"));
    }

    [Test]
    public void It_does_not_close_with_a_completed_form_that_carries_a_signature_in_doubt() =>
        SignedOnce().Given(CareManager, Sign("receiving"), InStage3).Disowned<Fact.FormSigned>(CareManager, InStage3)
            .Settled(InStage3).EveryoneTold(InStage3).ThenNo<Fact.Closed>().FoundToStand<Fact.FormSigned>(InStage3).Then(new Fact.Closed()).ThenNo<Fact.FormSubmitted>();

    [Test]
    public void What_was_changed_since_carries_no_signature_that_could_be_taken_off()
    {
        var story = SignedOnce().Given(Worker, MonitoringForm("y"), InStage3).Given(CouncilManager, Sign("initiating", 2), InStage3);
        var (first, second) = (story.Record.First(e => e.Fact is Fact.FormSigned).Number, story.EntryOf<Fact.FormSigned>());
        story.Given(CouncilManager, Disown(first), InStage3).Given(CareManager, Sign("receiving", 2), InStage3).Then(new Fact.FormSubmitted("monitoring", 2, "3", Copies))
            .Given(BoardOffice, DoesNotStand(first), InStage3);
        Assert.That(story.Standing.FindForm("monitoring")!.Signed.Select(s => s.Signature), Is.EqualTo(new[] { "initiating", "receiving" }));
        Assert.That(story.Standing.FindDeed(second)!.Doubt, Is.EqualTo(Doubt.None));
    }

    [Test]
    public void Nobody_goes_further_on_a_form_with_a_signature_in_doubt()
    {
        var stages = Stage("1", """ "forms": [ { "form": "loose", "needed": "to-go-further" } ] """) + "," + Stage("2");
        new Story(Small(stages)).Raised(Noon).Given(Worker, Fill("loose", "note: a"), Noon).Given(Worker, Sign("any", 1, "loose"), Noon)
            .Disowned<Fact.FormSigned>(CouncilManager, One).When(Worker, Escalate("1"), One).ThenRefused(RefusalCode.Frozen)
            .FoundToStand<Fact.FormSigned>(Two).Given(Worker, Escalate("1"), Two).ThenItIsAtStage("2");
    }

    [Test]
    public void A_managers_agreement_in_doubt_takes_it_no_further_except_at_immediate_risk()
    {
        var doubted = () => new Story(Small($"{Stage("1")}, {Stage("2", """ "gate": { "by": "raising-agency" } """)}")).Raised(Noon)
            .Given(CouncilManager, new Command.PassGate("2"), Noon).Disowned<Fact.GatePassed>(CouncilManager, One).When(Worker, Escalate("1"), One).ThenRefused(RefusalCode.Frozen);

        doubted().FoundToStand<Fact.GatePassed>(Two).Given(Worker, Escalate("1"), Two);
        doubted().FoundNotToStand<Fact.GatePassed>(Two).When(Worker, Escalate("1"), Two).ThenRefused(RefusalCode.GateNotPassed)
            .Given(CouncilManager, new Command.PassGate("2"), Two).Given(Worker, Escalate("1"), Two);
        doubted().Given(Carer, new Command.MarkImmediateRisk("x"), Two).Given(Worker, Escalate("1"), Two);
    }

    [Test]
    public void Nothing_is_decided_on_a_way_that_the_chair_says_was_not_their_choice()
    {
        var doubted = () => Unresolved().Given(Chair, new Command.ChooseRoute("mediation", "x"), AtStage4).Then(new Fact.DeadlineMet("4", "choose-route"))
            .Disowned<Fact.RouteChosen>(Chair, AtStage4).When(Mediator, Decide("d"), AtStage4).ThenRefused(RefusalCode.Frozen);

        doubted().FoundToStand<Fact.RouteChosen>(AtStage4).Given(Mediator, Decide("d"), AtStage4);
        doubted().FoundNotToStand<Fact.RouteChosen>(AtStage4).Then(new Fact.DeadlineRestored("4", "choose-route"))
            .When(Mediator, Decide("d"), AtStage4).ThenRefused(RefusalCode.NoRoute);
        doubted().Given(Chair, new Command.ChooseRoute("mediation", "Now it is my choice."), AtStage4).Given(Mediator, Decide("d"), AtStage4);
    }

    [Test]
    public void Nothing_is_decided_by_a_panel_that_was_not_named_by_those_who_name_it()
    {
        var doubted = () => Unresolved().Given(Chair, new Command.ChooseRoute("panel", "x"), AtStage4)
            .Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), AtStage4).Disowned<Fact.PanelFormed>(Panel, AtStage4)
            .Given(Panel, new Command.HearRepresentation(Council, "x"), AtStage4).Given(Panel, new Command.HearRepresentation(Care, "x"), AtStage4)
            .When(Panel, Decide("d"), AtStage4).ThenRefused(RefusalCode.Frozen);

        doubted().FoundNotToStand<Fact.PanelFormed>(AtStage4).When(Panel, Decide("d"), AtStage4).ThenRefused(RefusalCode.PanelNeeded);
        doubted().Given(Chair, new Command.ChooseRoute("mediation", "x"), AtStage4).Given(Mediator, Decide("d"), AtStage4);
    }

    [Test]
    public void Nobody_agrees_to_a_date_that_was_not_asked_for_by_them() =>
        UpToStage("1").Given(CareManager, AskUntil("t", "2026-04-08"), Noon).Disowned<Fact.TimescaleProposed>(CareManager, One)
            .When(CouncilManager, new Command.AgreeTimescale("t"), One).ThenRefused(RefusalCode.Frozen)
            .FoundNotToStand<Fact.TimescaleProposed>(Two).When(CouncilManager, new Command.AgreeTimescale("t"), Two).ThenRefused(RefusalCode.NoSuchTimescale, "id");

    [Test]
    public void A_date_that_was_agreed_stays_for_people_have_gone_by_it_and_can_go_further_at_once() =>
        UpToStage("1").Given(CareManager, AskUntil("t", "2026-04-08"), Noon).Given(CouncilManager, new Command.AgreeTimescale("t"), Noon)
            .Disowned<Fact.TimescaleAgreed>(CouncilManager, One).FoundNotToStand<Fact.TimescaleAgreed>(Two).ThenDue("resolve", "2026-04-08T17:00+01:00")
            .ThenNo<Fact.DeadlineMoved>().Given(CouncilManager, Escalate("1"), Two);

    [Test]
    public void Nobody_is_taken_back_down_a_stage() =>
        UpToStage("1").Given(CouncilManager, Escalate("1"), Noon).Disowned<Fact.Escalated>(CouncilManager, One).FoundNotToStand<Fact.Escalated>(Two).ThenItIsAtStage("2");

    [Test]
    public void A_mark_of_immediate_risk_stays_and_one_that_was_lifted_by_somebody_else_is_set_again()
    {
        UpToStage("1").Given(Carer, new Command.MarkImmediateRisk("x"), Noon).Disowned<Fact.ImmediateRiskMarked>(CareManager, One)
            .FoundNotToStand<Fact.ImmediateRiskMarked>(Two).When(Worker, new Command.MarkImmediateRisk("x"), Two).ThenRefused(RefusalCode.AlreadyAtRisk);
        var lifted = () => UpToStage("1").Given(Carer, new Command.MarkImmediateRisk("x"), Noon).Given(Carer, new Command.LiftImmediateRisk("x"), Noon);
        lifted().Disowned<Fact.ImmediateRiskLifted>(CareManager, One).FoundNotToStand<Fact.ImmediateRiskLifted>(Two)
            .Then(new Fact.ImmediateRiskMarked("The link was used by somebody else."));
        var first = lifted().EntryOf<Fact.ImmediateRiskLifted>();
        lifted().Given(Carer, new Command.MarkImmediateRisk("x"), One).Given(Carer, new Command.LiftImmediateRisk("x"), One)
            .Given(CareManager, Disown(first), One).Given(BoardOffice, DoesNotStand(first), Two).ThenNo<Fact.ImmediateRiskMarked>();
    }

    [Test]
    public void An_answer_that_was_not_theirs_keeps_it_no_longer_from_going_to_the_statutory_partners()
    {
        const string asked = "2026-04-14T10:00+01:00", answered = "2026-04-23T10:00+01:00";
        new Story(Somerset).Raised("2026-04-13T10:00+01:00").Given(Worker, Escalate("1"), asked)
            .Given(CouncilManager, AskUntil("when", "2026-04-24", "respond"), asked).Given(CareManager, new Command.AgreeTimescale("when"), asked)
            .Given(CareManager, Respond(), answered).Then(new Fact.DeadlineMet("2", "respond"))
            .Disowned<Fact.Responded>(CareManager, answered).FoundNotToStand<Fact.Responded>(answered).Then(new Fact.DeadlineRestored("2", "respond"))
            .ThenDue("respond", "2026-04-24T17:00+01:00")
            .TimePasses("2026-04-24T17:00+01:00").Then(new Fact.EscalatedByClock("2", "3", "respond"));
    }

    [Test]
    public void In_Somerset_all_who_are_involved_wait_when_one_of_them_says_that_they_have_not_agreed()
    {
        const string at = "2026-04-21T10:00+01:00";
        ValueList<string> everything = ["satisfied", "informed", "heard", "clear-plan"];
        new Story(Somerset).Given(Worker, Raise(at) with { Involved = [Trust] }, at).Given(CareManager, Propose("plan") with { Affirmed = everything }, at)
            .Given(Worker, Confirm("plan") with { Affirmed = everything }, at).Disowned<Fact.OutcomeConfirmed>(CouncilManager, at)
            .When(Nurse, Confirm("plan") with { Affirmed = everything }, at).ThenRefused(RefusalCode.Frozen)
            .FoundNotToStand<Fact.OutcomeConfirmed>(at).Given(Nurse, Confirm("plan") with { Affirmed = everything }, at).ThenNo<Fact.OutcomeSettled>()
            .Given(Worker, Confirm("plan") with { Affirmed = everything }, at).Then(new Fact.OutcomeSettled("plan", "1", SettledBy.Agreement, 0, []));
    }

    [Test]
    public void What_has_ended_stays_ended_until_the_board_office_opens_it_again()
    {
        var story = UpToStage("1").Given(CouncilManager, new Command.Withdraw("x"), Noon).Disowned<Fact.Withdrawn>(CouncilManager, One)
            .Then(new Fact.Flagged(FlaggedFor.Disowned, "entry 5")).ThenNo<Fact.ChaseSet>().ThenItHasEnded(Ending.Withdrawn);

        story.FoundNotToStand<Fact.Withdrawn>(Two).ThenExactly(new Fact.DisowningAnswered(5, false, "The link was used by somebody else.")).ThenItHasEnded(Ending.Withdrawn)
            .Given(BoardOffice, new Command.Reopen("1", "It was not theirs to withdraw."), Two).ThenItIsAtStage("1");
    }

    [Test]
    public void A_closed_outcome_stays_when_a_confirmation_of_it_is_void()
    {
        var story = UpToStage("1").Settled(Noon).EveryoneTold(Noon).Disowned<Fact.OutcomeConfirmed>(CouncilManager, One).FoundNotToStand<Fact.OutcomeConfirmed>(Two)
            .ThenItHasEnded(Ending.Closed);
        Assert.That(story.Standing.Settlement!.Of, Is.EqualTo("agreed"));
    }

    [Test]
    public void What_was_not_answered_when_it_ended_is_asked_of_the_board_office_when_it_is_opened_again() =>
        UpToStage("1").Given(CouncilManager, new Command.Withdraw("x"), Noon).Disowned<Fact.Withdrawn>(CouncilManager, One)
            .Given(BoardOffice, new Command.Reopen("3", "x"), Two).ThenWaitsFor("South Gloucestershire SAB board office", "2026-04-08T17:00+01:00")
            .FoundNotToStand<Fact.Withdrawn>(Two).ThenItIsAtStage("3");

    [Test]
    public void What_was_found_void_after_the_end_is_not_carried_over_when_it_is_opened_again()
    {
        var story = SignedOnce().Given(CouncilManager, new Command.Withdraw("x"), InStage3).Disowned<Fact.FormSigned>(CouncilManager, InStage3).FoundNotToStand<Fact.FormSigned>(InStage3)
            .Given(BoardOffice, new Command.Reopen("3", "x"), InStage3);
        Assert.That(story.Standing.FindForm("monitoring")!.Signed, Is.Empty);
    }

    [Test]
    public void The_board_office_can_say_it_for_anybody_and_an_officer_of_what_was_recorded_for_them()
    {
        var forTheChair = new Actor.Officeholder("Ida Office", "board-office", OnBehalfOf: "chair");
        Unresolved().Given(forTheChair, new Command.ChooseRoute("mediation", "x"), AtStage4).When(Manager, Disown(Deed<Fact.RouteChosen>(forTheChair)), AtStage4).ThenRefused(RefusalCode.NotYours)
            .Disowned<Fact.RouteChosen>(Chair, AtStage4);
        UpToStage("1").Given(CareManager, Propose("p"), Noon).Disowned<Fact.OutcomeProposed>(BoardOffice, One).When(CouncilManager, Confirm("p"), One).ThenRefused(RefusalCode.Frozen);
    }

    private static int Deed<T>(Actor chooser) where T : Fact => Unresolved().Given(chooser, new Command.ChooseRoute("mediation", "x"), AtStage4).EntryOf<T>();

    private static Story SignedOnce() => UpToStage("3").Given(Worker, MonitoringForm("x"), InStage3).Given(CouncilManager, Sign("initiating"), InStage3);
}
