using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Withdrawn, sent elsewhere, opened again; and the form whose signatures stand only for what was read.</summary>
public class EndingStories
{
    private const string Start = "2026-04-01T10:00+01:00", Noon = "2026-04-01T12:00+01:00";

    private const string Complaints = "Use the complaints procedure of the organisation you want to complain about.";

    [Test]
    public void The_raising_agency_can_withdraw_it_and_then_nothing_is_waited_for() =>
        UpToStage("1").When(Carer, new Command.Withdraw("Solved."), Noon).ThenRefused(RefusalCode.NotYours)
            .Given(CouncilManager, new Command.Withdraw("Solved."), Noon).ThenExactly(new Fact.Withdrawn("Solved.")).ThenItHasEnded(Ending.Withdrawn)
            .TimePasses("2027-01-01T00:00+00:00").ThenNothing();

    [Test]
    public void A_complaint_is_told_at_intake_where_to_go_instead() =>
        new Story(ProcedureText.SouthGloucestershire).Given(Worker, Raise(Start) with { Screening = ["complaint"] }, Start)
            .Then(new Fact.Redirected("complaint", Complaints, "Screened when it was raised.")).ThenNo<Fact.StageEntered>().ThenItHasEnded(Ending.Redirected);

    [Test]
    public void What_turns_out_later_to_be_a_complaint_is_sent_there_by_the_raising_agency_or_the_board_office() =>
        UpToStage("2").When(Carer, new Command.Redirect("complaint", "It is one."), "2026-04-03T10:00+01:00").ThenRefused(RefusalCode.NotYours)
            .Given(BoardOffice, new Command.Redirect("complaint", "It is one."), "2026-04-03T10:00+01:00")
            .ThenExactly(new Fact.Redirected("complaint", Complaints, "It is one.")).ThenItHasEnded(Ending.Redirected);

    [Test]
    public void The_raising_agency_can_send_it_elsewhere_too() =>
        UpToStage("1").Given(Worker, new Command.Redirect("single-agency", "We are one."), Noon).ThenItHasEnded(Ending.Redirected);

    [Test]
    public void A_complaint_made_alongside_stops_nothing()
    {
        var story = new Story(ProcedureText.Somerset).Given(Worker, Raise(Start) with { Screening = ["complaint"] }, Start).ThenItIsAtStage("1");
        var due = story.State.NextDueAt;
        story.Then(new Fact.ComplaintNoted("Use that agency's complaints procedure and keep to its timescales. The difference goes on alongside it, and takes priority."))
            .When(Worker, new Command.Redirect("complaint", "x"), Noon).ThenRefused(RefusalCode.UnknownScreening, "screening")
            .Given(CareManager, new Command.NoteComplaint("The family complains."), Noon).ThenExactly(new Fact.ComplaintNoted("The family complains."));
        Assert.That(story.State.NextDueAt, Is.EqualTo(due));
    }

    [Test]
    public void What_the_board_office_opens_again_counts_from_then() =>
        UpToStage("1").Given(Worker, AskUntil("more", "2026-04-09"), Noon).Given(CareManager, new Command.AgreeTimescale("more"), Noon)
            .Settled(Noon).EveryoneTold(Noon).ThenItHasEnded(Ending.Closed)
            .When(Worker, new Command.Reopen("2", "It broke down."), "2026-05-11T10:00+01:00").ThenRefused(RefusalCode.BoardOfficeOnly)
            .Given(BoardOffice, new Command.Reopen("2", "It broke down."), "2026-05-11T10:00+01:00")
            .Then(new Fact.Reopened("2", "It broke down.")).ThenItIsAtStage("2").ThenDue("resolve", "2026-05-13T17:00+01:00")
            .TimePasses("2026-05-13T17:00+01:00").ThenItIsAtStage("3")
            .When(CouncilManager, Confirm("agreed"), "2026-05-14T10:00+01:00").ThenRefused(RefusalCode.ProposalNotPending, "proposal")
            .When(CouncilManager, Propose("agreed"), "2026-05-14T10:00+01:00").ThenRefused(RefusalCode.IdInUse, "id");

    [Test]
    public void What_was_sent_elsewhere_by_mistake_is_opened_at_the_first_stage() =>
        new Story(ProcedureText.SouthGloucestershire).Given(Worker, Raise(Start) with { Screening = ["complaint"] }, Start)
            .Given(BoardOffice, new Command.Reopen("1", "It is no complaint."), "2026-04-08T10:00+01:00").ThenDue("resolve", "2026-04-09T17:00+01:00");

    [Test]
    public void A_proposal_that_was_pending_when_it_was_withdrawn_is_not_on_the_table_when_it_is_opened_again() =>
        UpToStage("1").Given(CareManager, Propose("old"), Noon).Given(Worker, new Command.Withdraw("x"), Noon)
            .Given(BoardOffice, new Command.Reopen("1", "By mistake."), Noon)
            .When(CouncilManager, Confirm("old"), Noon).ThenRefused(RefusalCode.ProposalNotPending, "proposal");

    [Test]
    public void An_edit_voids_the_signatures_and_the_same_words_again_do_not() =>
        UpToStage("3").Given(Worker, MonitoringForm("Not settled."), "2026-04-08T10:00+01:00").Given(CouncilManager, Sign("initiating"), "2026-04-08T10:00+01:00")
            .Given(Worker, Fill("monitoring", "outcome: Not settled."), "2026-04-08T11:00+01:00").ThenNothing()
            .Given(Carer, Fill("monitoring", "outcome: It goes to stage 4."), "2026-04-08T11:00+01:00")
            .ThenExactly(new Fact.FormFilled("monitoring", 2, [new("outcome", "It goes to stage 4.")]), new Fact.SignaturesVoided("monitoring", ["initiating"]))
            .When(CareManager, Sign("receiving"), "2026-04-08T12:00+01:00").ThenRefused(RefusalCode.FormChanged, "edition")
            .Given(CareManager, Sign("receiving", 2), "2026-04-08T12:00+01:00").ThenNo<Fact.FormSubmitted>()
            .Given(CouncilManager, Sign("initiating", 2), "2026-04-08T12:00+01:00")
            .ThenExactly(new Fact.FormSigned("monitoring", 2, "initiating", "Ben Manager", "Team manager", Council),
                new Fact.FormSubmitted("monitoring", 2, "3", [new("every-party"), new("every-party", "4"), new("strategic-manager")]));

    [Test]
    public void Two_people_of_two_agencies_sign() =>
        UpToStage("3").Given(Worker, MonitoringForm("Not settled."), "2026-04-08T10:00+01:00").Given(CouncilManager, Sign("initiating"), "2026-04-08T10:00+01:00")
            .When(CouncilManager, Sign("receiving"), "2026-04-08T11:00+01:00").ThenRefused(RefusalCode.NotYours)
            .When(new Actor.Worker("Ben Manager", "agency worker", Care), Sign("receiving"), "2026-04-08T11:00+01:00").ThenRefused(RefusalCode.SameSignatory)
            .When(Actor.Clock, Sign("receiving"), "2026-04-08T11:00+01:00").ThenRefused(RefusalCode.NotYours)
            .Given(CareManager, Sign("receiving"), "2026-04-08T11:00+01:00");

    [Test]
    public void An_empty_entry_takes_back_what_was_entered() =>
        UpToStage("3").Given(Worker, MonitoringForm("Not settled."), "2026-04-08T10:00+01:00").Given(Worker, Fill("monitoring", "outcome: "), "2026-04-08T11:00+01:00")
            .When(CouncilManager, Sign("initiating", 2), "2026-04-08T11:00+01:00").ThenRefused(RefusalCode.FormIncomplete);

    [Test]
    public void The_form_belongs_to_the_formal_stages() =>
        UpToStage("2").When(Worker, MonitoringForm("x"), "2026-04-03T10:00+01:00").ThenRefused(RefusalCode.NoSuchForm, "form");
}
