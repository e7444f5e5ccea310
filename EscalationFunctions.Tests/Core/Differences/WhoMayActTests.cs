using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>What nobody does who is no part of it, what is over once an outcome is settled, and what comes only then.</summary>
public class WhoMayActTests
{
    private const string Noon = "2026-04-01T12:00+01:00", AtStage3 = "2026-04-08T10:00+01:00", AtStage4 = "2026-04-09T12:00+01:00";

    private static readonly Actor OfficerOfNoProcedure = new Actor.Officeholder("Oz", "nobody");

    [TestCaseSource(nameof(OfThoseWhoArePartOfIt))]
    public void An_agency_that_is_no_part_of_it_is_refused_for_that_reason_alone(Command command, object story, string at) =>
        ((Func<Story>)story)().When(Stranger, command, at).ThenRefused(RefusalCode.NotAParty);

    [TestCaseSource(nameof(OfThoseWhoArePartOfIt))]
    public void So_is_an_officer_whom_the_procedure_does_not_name(Command command, object story, string at) =>
        ((Func<Story>)story)().When(OfficerOfNoProcedure, command, at).ThenRefused(RefusalCode.NotAParty);

    [TestCaseSource(nameof(OfWhatIsStillOpen))]
    public void Once_an_outcome_is_settled_nobody_goes_on_arguing(Command command, object story, string at) =>
        ((Func<Story>)story)().When(Worker, command, at).ThenRefused(RefusalCode.AlreadySettled);

    [TestCaseSource(nameof(OfLookingBack))]
    public void Before_there_is_an_outcome_nobody_looks_back_on_it(Command command) =>
        UpToStage("1").When(Worker, command, Noon).ThenRefused(RefusalCode.NotSettled);

    [Test]
    public void A_difference_is_raised_by_an_agency_and_not_by_the_board() =>
        new Story(SouthGloucestershire).When(BoardOffice, Raise(Noon), Noon).ThenRefused(RefusalCode.NotAParty);

    [Test]
    public void Only_the_post_and_the_board_office_say_who_was_told() =>
        UpToStage("1").Settled(Noon).When(Worker, Told(Care), Noon).ThenRefused(RefusalCode.BoardOfficeOnly)
            .When(Actor.Clock, Told(Care), Noon).ThenRefused(RefusalCode.BoardOfficeOnly)
            .Given(Actor.Post, Told(Care), Noon).Given(BoardOffice, Told(Council), Noon);

    [Test]
    public void Those_who_are_challenged_do_not_choose_who_stands_by_the_one_who_challenges_them() =>
        UpToStage("1").Given(Worker, new Command.AddSupporter("union", Raiser), Noon)
            .When(Carer, new Command.RemoveSupporter("union", "x"), Noon).ThenRefused(RefusalCode.NotYours)
            .Given(BoardOffice, new Command.RemoveSupporter("union", "She moved."), Noon);

    [Test]
    public void Who_is_not_asked_to_confirm_does_not_dispute_either() =>
        new Story(SouthGloucestershire).Given(Worker, Raise(Noon) with { Involved = [Police] }, Noon).Given(Worker, Propose("p"), Noon)
            .When(Sergeant, Dispute("p"), Noon).ThenRefused(RefusalCode.NotAskedToConfirm);

    [Test]
    public void An_officer_acknowledges_once_and_each_for_themselves() =>
        UpToStage("1").Given(BoardOffice, new Command.Acknowledge(), Noon)
            .When(BoardOffice, new Command.Acknowledge(), Noon).ThenRefused(RefusalCode.AlreadyAcknowledged)
            .Given(Chair, new Command.Acknowledge(), Noon);

    private static IEnumerable<TestCaseData> OfThoseWhoArePartOfIt() =>
    [
        Row(Discussed(), Open), Row(Respond(), Open), Row(new Command.Acknowledge(), Open), Row(new Command.NoteComplaint("x"), Open),
        Row(new Command.AddSupporter("s", Raiser), Open), Row(new Command.AddParty(Police, Side.Involved, "x"), Open),
        Row(new Command.MarkImmediateRisk("x"), Open), Row(new Command.LiftImmediateRisk("x"), () => Open().Given(Worker, new Command.MarkImmediateRisk("x"), Noon)),
        Row(Propose("q"), Open), Row(Dispute("p"), () => Open().Given(Worker, Propose("p"), Noon)),
        Row(Escalate("1"), Open), Row(AskUntil("t", "2026-04-07"), Open),
        Row(new Command.AgreeTimescale("t"), () => Open().Given(Worker, AskUntil("t", "2026-04-07"), Noon)),
        Row(MonitoringForm("x"), () => UpToStage("3"), AtStage3),
        Row(new Command.ReportUnresolved("x"), () => UpToStage("4"), AtStage4), Row(Meeting, () => UpToStage("4"), AtStage4),
        Row(new Command.RecordMeeting("m", Story.Instant(AtStage4), [], "x"), () => UpToStage("4").Given(Worker, Meeting, AtStage4), AtStage4),
        Row(new Command.ChangeAction("a", Care, "Sam Okoro", Day("2026-04-20"), "x"), SettledWithAnAction),
        .. OfLookingBack().Select(row => Row((Command)row.Arguments[0]!, SettledWithAnAction)),
    ];

    private static IEnumerable<TestCaseData> OfWhatIsStillOpen() =>
    [
        Row(new Command.Acknowledge(), SettledWithAnAction), Row(Respond(), SettledWithAnAction), Row(Propose("q"), SettledWithAnAction),
        Row(Escalate("1"), SettledWithAnAction), Row(new Command.AddParty(Police, Side.Involved, "x"), SettledWithAnAction),
        Row(new Command.Redirect("single-agency", "x"), SettledWithAnAction), Row(new Command.Withdraw("x"), SettledWithAnAction),
        Row(new Command.ReportUnresolved("x"), () => UpToStage("4").Settled(AtStage4), AtStage4),
        Row(new Command.ChooseRoute("panel", "x"), () => Unresolved().Settled(AtStage4), AtStage4),
        Row(AskUntil("t", "2026-04-30", "tell"), PromiseThatOutlivesIt),
    ];

    private static IEnumerable<TestCaseData> OfLookingBack() =>
    [
        Row(new Command.RecordDebrief(DebriefStep.Offered, "")), Row(new Command.PassLearning("l", "x")), Row(new Command.GiveFeedback(3, "")),
    ];

    private static readonly Command Meeting = new Command.ArrangeMeeting("m", Story.Instant(AtStage4), "Room 1", "Settle it.", [Council, Care]);

    private static Story Open() => UpToStage("1");

    private static Story SettledWithAnAction() =>
        UpToStage("1").Given(CareManager, Propose("p", Action("a", Care, "2026-04-10")), Noon).Given(CouncilManager, Confirm("p"), Noon);

    private static Story PromiseThatOutlivesIt() => new Story(Small(WithDeadlines("1",
        """ "id": "tell", "kind": "notify", "holder": "raising-agency", "within": "5 working days" """))).Raised(Noon).Settled(Noon);

    private static TestCaseData Row(Command command) => new TestCaseData(command).SetArgDisplayNames(command.GetType().Name);

    private static TestCaseData Row(Command command, Func<Story> story, string at = Noon) =>
        new TestCaseData(command, story, at).SetArgDisplayNames(command.GetType().Name);
}
