using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>"That was not me", of what settles a difference: what rests on it is held, the board office finds out, and the clock runs on.</summary>
public class DisowningStories
{
    private const string Noon = "2026-04-01T12:00+01:00", One = "2026-04-01T13:00+01:00", Two = "2026-04-01T14:00+01:00", Three = "2026-04-01T15:00+01:00",
        Late = "2026-04-09T12:00+01:00", Later = "2026-04-09T15:00+01:00", EndOfStage1 = "2026-04-02T17:00+01:00";

    private const string Office = "South Gloucestershire SAB board office";

    [Test]
    public void It_does_not_close_on_a_confirmation_that_was_not_theirs_until_the_board_office_has_found_that_it_was()
    {
        var story = UpToStage("1").Settled(Noon).Disowned<Fact.OutcomeConfirmed>(CouncilManager, One);
        story.Then(new Fact.Disowned(story.EntryOf<Fact.OutcomeConfirmed>(), "Nobody here has done that."))
            .Then(new Fact.Flagged(FlaggedFor.Disowned, $"entry {story.EntryOf<Fact.OutcomeConfirmed>()}"))
            .EveryoneTold(Two).Then(new Fact.EveryoneTold()).ThenNo<Fact.Closed>().ThenWaitsFor(Office, EndOfStage1)
            .FoundToStand<Fact.OutcomeConfirmed>(Three)
            .ThenExactly(new Fact.DisowningAnswered(story.EntryOf<Fact.OutcomeConfirmed>(), true, "They had forgotten it."), new Fact.Closed());
    }

    [Test]
    public void A_confirmation_that_was_not_theirs_is_taken_back_and_the_time_to_settle_it_runs_as_if_it_had_never_been()
    {
        var story = UpToStage("1").Settled(Noon).Then(new Fact.DeadlineMet("1", "resolve"))
            .Disowned<Fact.OutcomeConfirmed>(CouncilManager, One).FoundNotToStand<Fact.OutcomeConfirmed>(Two)
            .ThenExactly(new Fact.DisowningAnswered(6, false, "The link was used by somebody else."), new Fact.DeadlineRestored("", "five-days"),
                new Fact.DeadlineRestored("1", "resolve"))
            .ThenDue("resolve", EndOfStage1);

        Assert.That(story.Standing.Settlement, Is.Null);
        Assert.That(story.Standing.PendingProposal!.ConfirmedBy, Is.EqualTo(new[] { Care }));
        story.When(Actor.Post, Told("raiser"), Three).ThenRefused(RefusalCode.NotSettled)
            .TimePasses(EndOfStage1).Then(new Fact.EscalatedByClock("1", "2", "resolve")).ThenItIsAtStage("2")
            .Given(CouncilManager, Confirm("agreed"), "2026-04-03T10:00+01:00").Then(new Fact.OutcomeSettled("agreed", "2", SettledBy.Agreement, 2, []));
    }

    [Test]
    public void What_was_late_before_it_was_settled_is_late_again_when_it_is_not()
    {
        var story = UpToStage("4").TimePasses("2026-04-10T17:00+01:00").Settled("2026-04-13T10:00+01:00").Then(new Fact.DeadlineMet("4", "resolve"))
            .Disowned<Fact.OutcomeConfirmed>(CouncilManager, "2026-04-13T11:00+01:00").FoundNotToStand<Fact.OutcomeConfirmed>("2026-04-13T12:00+01:00");

        Assert.That(story.Standing.FindDeadline("resolve")!.Status, Is.EqualTo(DeadlineStatus.Passed));
        Assert.That(story.Standing.FindDeadline("send-form")!.Status, Is.EqualTo(DeadlineStatus.Pending));
        story.TimePasses("2026-04-13T17:00+01:00").ThenNo<Fact.DeadlinePassed>();
    }

    [Test]
    public void The_actions_of_an_outcome_that_does_not_stand_are_not_followed_up()
    {
        var story = UpToStage("1").Given(CareManager, Propose("p", Action("review", Care, "2026-04-02")), Noon).Given(CouncilManager, Confirm("p"), Noon)
            .Disowned<Fact.OutcomeConfirmed>(CouncilManager, One).FoundNotToStand<Fact.OutcomeConfirmed>(Two);

        Assert.That(story.Standing.Actions, Is.Empty);
        Assert.That(story.Given(CouncilManager, Confirm("p"), Three).Standing.Actions.Select(a => a.Action.Id), Is.EqualTo(new[] { "review" }));
    }

    [Test]
    public void To_an_outcome_that_was_not_theirs_nobody_agrees_but_they_can_dispute_it_or_propose_another() =>
        UpToStage("1").Given(CareManager, Propose("p"), Noon).Disowned<Fact.OutcomeProposed>(CareManager, One)
            .When(CouncilManager, Confirm("p"), Two).ThenRefused(RefusalCode.Frozen)
            .Given(CouncilManager, Dispute("p"), Two).Given(CareManager, Propose("q"), Two).Given(CouncilManager, Confirm("q"), Two)
            .Then(new Fact.OutcomeSettled("q", "1", SettledBy.Agreement, 0, []))
            .EveryoneTold(Three).Then(new Fact.Closed());

    [Test]
    public void The_refusal_says_who_has_said_so_and_whom_to_tell_what_one_knows()
    {
        var story = UpToStage("1").Given(CareManager, Propose("p"), Noon).Disowned<Fact.OutcomeProposed>(CareManager, One);
        var verdict = (Verdict.Refused)Difference.Decide(story.Terms, new("x", CouncilManager, Confirm("p")), Story.Instant(Two), story.State);

        Assert.That(verdict.Refusals[0].Sentence, Is.EqualTo("Riverside Care says that entry 5, in the name of Riverside Care, was not theirs. "
            + "This waits until the South Gloucestershire SAB board office has answered; tell them what you know of it."));
    }

    [Test]
    public void When_it_was_theirs_after_all_the_other_side_can_agree() =>
        UpToStage("1").Given(CareManager, Propose("p"), Noon).Disowned<Fact.OutcomeProposed>(CareManager, One).FoundToStand<Fact.OutcomeProposed>(Two)
            .Given(CouncilManager, Confirm("p"), Three).Then(new Fact.OutcomeSettled("p", "1", SettledBy.Agreement, 0, []));

    [Test]
    public void An_outcome_that_was_not_theirs_is_off_the_table()
    {
        var story = UpToStage("1").Given(CareManager, Propose("p"), Noon).Disowned<Fact.OutcomeProposed>(CareManager, One).FoundNotToStand<Fact.OutcomeProposed>(Two)
            .When(CouncilManager, Confirm("p"), Three).ThenRefused(RefusalCode.ProposalNotPending, "proposal");
        Assert.That(story.Standing.Proposals[0].Status, Is.EqualTo(ProposalStatus.Withdrawn));
    }

    [Test]
    public void A_dispute_that_was_not_theirs_is_taken_back_unless_something_newer_is_on_the_table()
    {
        var disputed = () => UpToStage("1").Given(CareManager, Propose("p"), Noon).Given(CouncilManager, Dispute("p"), Noon).Disowned<Fact.OutcomeDisputed>(CouncilManager, One);

        disputed().When(CouncilManager, Confirm("p"), One).ThenRefused(RefusalCode.ProposalNotPending, "proposal")
            .FoundNotToStand<Fact.OutcomeDisputed>(Two).Given(CouncilManager, Confirm("p"), Three).Then(new Fact.OutcomeSettled("p", "1", SettledBy.Agreement, 0, []));
        disputed().Given(CareManager, Propose("q"), Two).FoundNotToStand<Fact.OutcomeDisputed>(Two)
            .When(CouncilManager, Confirm("p"), Three).ThenRefused(RefusalCode.ProposalNotPending, "proposal");
        disputed().Disowned<Fact.OutcomeProposed>(CareManager, Two).FoundNotToStand<Fact.OutcomeProposed>(Two).FoundNotToStand<Fact.OutcomeDisputed>(Two)
            .When(CouncilManager, Confirm("p"), Three).ThenRefused(RefusalCode.ProposalNotPending, "proposal");
    }

    [Test]
    public void A_decision_that_was_not_theirs_does_not_close_it_and_when_it_is_void_they_go_on_deciding()
    {
        var story = Unresolved().Given(Chair, new Command.ChooseRoute("mediation", "Simple."), Late).Given(Mediator, Decide("d"), Late).Then(new Fact.DeadlineMet("4", "decide"))
            .EveryoneTold(Late).Given(Worker, MonitoringForm("Decided."), Late).Given(CouncilManager, Sign("initiating"), Late)
            .Disowned<Fact.DecisionMade>(Mediator, Late).Given(CareManager, Sign("receiving"), Late).ThenNo<Fact.Closed>()
            .FoundNotToStand<Fact.DecisionMade>(Later)
            .Then(new Fact.DeadlineRestored("4", "resolve"), new Fact.DeadlineRestored("4", "send-form"), new Fact.DeadlineRestored("4", "decide"));

        Assert.That((story.Standing.Settlement, story.Standing.Deciding!.Route), Is.EqualTo(((Settlement?)null, "mediation")));
        Assert.That(story.Standing.FindForm("monitoring")!.SubmittedAt, Is.Null, "what was completed told of an outcome that does not stand");
        story.Given(Mediator, Decide("e"), Later).Then(new Fact.OutcomeSettled("e", "4", SettledBy.BindingDecision, 8, []), new Fact.DeadlineMet("4", "decide"));
    }

    [Test]
    public void The_clock_runs_on_and_reminds_the_board_office_beside_it() =>
        UpToStage("1").Given(CareManager, Propose("p"), Noon).Disowned<Fact.OutcomeProposed>(CareManager, One)
            .ThenWaitsFor(Office, EndOfStage1).ThenWaitsFor("Practitioner and line manager", EndOfStage1)
            .TimePasses(EndOfStage1).Then(new Fact.Chased("1", Who.BoardOffice, 1, false), new Fact.EscalatedByClock("1", "2", "resolve"))
            .ThenWaitsFor(Office, "2026-04-07T17:00+01:00");

    [Test]
    public void When_it_is_answered_while_a_date_runs_the_board_office_is_left_to_it() =>
        UpToStage("3").Given(CareManager, Propose("p"), "2026-04-08T10:00+01:00").Disowned<Fact.OutcomeProposed>(CareManager, "2026-04-08T10:00+01:00")
            .FoundToStand<Fact.OutcomeProposed>("2026-04-08T11:00+01:00").TimePasses("2026-04-08T17:00+01:00").ThenNo<Fact.Chased>();

    [Test]
    public void Where_nothing_else_is_waited_for_the_board_office_alone_is_reminded() =>
        new Story(Small(Stage("1"))).Raised(Noon).Given(CareManager, Propose("p"), Noon).Disowned<Fact.OutcomeProposed>(CareManager, One)
            .ThenWaitsFor("Board office", EndOfStage1).TimePasses(EndOfStage1).ThenChased(1, boardOfficeToo: false, Who.BoardOffice);
}
