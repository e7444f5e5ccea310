using Escalation.Core.Differences;
using Escalation.Core.Notices;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

public sealed class EndNoticesTests
{
    private const string Now = "2026-04-01T10:00", AfterTheAction = "2026-04-08T17:00";

    [Test]
    public void The_outcome_goes_to_everybody() =>
        Begun().Given(BoardOffice, new Command.AddParty(Trust, Side.Involved, "It runs the ward."), Now)
            .Given(CouncilManager, new Command.AddSupporter("sam", new Person("Sam", "advocate", "sam@example.org")), Now)
            .Settled(Now)
            .ThenTold(NoticeKind.Outcome, "north-council@1", "riverside-care@1", "county-trust@1", "raiser", "supporter sam");

    [Test]
    public void When_it_closes_everybody_hears_it_is_offered_a_debrief_and_the_agencies_are_asked_how_it_went() =>
        Closed().ThenTold(NoticeKind.Closed, "north-council@1", "riverside-care@1", "raiser")
            .ThenTold(NoticeKind.DebriefOffered, "north-council@1", "riverside-care@1", "raiser")
            .ThenTold(NoticeKind.FeedbackAsked, "north-council@1", "riverside-care@1");

    [Test]
    public void No_debrief_and_no_feedback_where_the_procedure_has_none()
    {
        var closed = new Story(Small(Stage("1"), """ "afterClosing": { "feedback": false }, """)).Raised(Now).Settled(Now).EveryoneTold(Now);

        Assert.That(closed.Notices().Select(n => n.Kind).Distinct(), Is.EqualTo(new[] { NoticeKind.Closed }));
    }

    [Test]
    public void Issues_for_the_board_go_where_the_procedure_sends_them() =>
        Closed().Given(CareManager, new Command.PassLearning("nights", "Nobody plans for nights."), Now)
            .ThenTold(NoticeKind.Learning, "north-council@4", "riverside-care@4");

    [Test]
    public void An_action_past_its_date_is_asked_of_its_owner_and_the_second_time_of_the_board_office_too() =>
        Closed().TimePasses(AfterTheAction).ThenTold(NoticeKind.ActionOverdue, "riverside-care@1")
            .TimePasses("2026-04-15T17:00").ThenTold(NoticeKind.ActionOverdue, "riverside-care@1", "board-office");

    [Test]
    public void An_action_that_changes_or_is_done_is_told_to_the_others() =>
        Closed().Given(CouncilManager, new Command.ChangeAction("review", Council, "Sam Okoro", Day("2026-04-10"), "We hold it."), Now)
            .ThenTold(NoticeKind.ActionChanged, "riverside-care@1", "raiser")
            .Given(CouncilManager, new Command.CompleteAction("review", "It was held."), Now)
            .ThenTold(NoticeKind.ActionDone, "riverside-care@1", "raiser");

    [Test]
    public void A_withdrawal_is_told_to_everybody() =>
        Begun().Given(CouncilManager, new Command.Withdraw("The package goes on."), Now)
            .ThenTold(NoticeKind.Withdrawn, "riverside-care@1", "raiser").ThenTold(NoticeKind.Confirmation, "north-council@1");

    [Test]
    public void What_turns_out_to_belong_elsewhere_is_told_to_everybody() =>
        Begun().Given(BoardOffice, new Command.Redirect("complaint", "It is about a bill."), Now)
            .ThenTold(NoticeKind.Redirected, "north-council@1", "riverside-care@1", "raiser");

    [Test]
    public void What_was_screened_out_when_it_was_raised_never_reaches_the_agency_that_would_have_been_challenged()
    {
        var screened = new Story(SouthGloucestershire).Given(Worker, Raise(Now) with { Screening = ["complaint"] }, Now)
            .ThenTold(NoticeKind.Redirected, "raiser");

        Assert.That(screened.Notices().Select(n => (n.Kind, Telling.InShort(n.To))),
            Is.EqualTo(new[] { (NoticeKind.Raised, "raiser"), (NoticeKind.Redirected, "raiser") }));
    }

    [Test]
    public void Not_even_a_procedure_that_has_the_agencies_told_of_it_reaches_them() =>
        new Story(Small(Stage("1"), """ "tell": [ { "on": "redirected", "who": ["every-party", "every-party@1", "chair"] } ], """))
            .Given(Worker, Raise(Now) with { Screening = ["personal"] }, Now)
            .ThenTold(NoticeKind.ForInformation, "chair");

    [Test]
    public void When_the_board_office_opens_it_again_everybody_hears_it_and_what_is_asked_now() =>
        Closed().Given(BoardOffice, new Command.Reopen("3", "The package was ended again."), Now)
            .ThenTold(NoticeKind.Reopened, "north-council@3", "riverside-care@3", "raiser")
            .ThenTold(NoticeKind.StageEntered, "north-council@3", "riverside-care@3", "raiser");

    private static Story Begun() => new Story(SouthGloucestershire).Raised(Now);

    private static Story Closed() => Begun()
        .Given(CareManager, Propose("agreed", Action("review", Care, "2026-04-08")), Now).Given(CouncilManager, Confirm("agreed"), Now)
        .EveryoneTold(Now);
}
