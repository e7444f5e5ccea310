using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Notices.Words;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

/// <summary>Every decision is confirmed also to the one in whose name it stands, and everybody hears when somebody says that it was not theirs.</summary>
public sealed class DisowningNoticesTests
{
    private const string Now = "2026-04-01T12:00", AtStage4 = "2026-04-09T12:00";

    [TestCaseSource(nameof(Decisions))]
    public void Who_decides_is_told_of_it_as_of_their_own_act_and_of_nothing_else_by_that_entry(object told, string doer)
    {
        var story = ((Func<Story>)told)();
        var notice = story.TheNotice(NoticeKind.Confirmation, doer);

        Assert.That(story.Notices().Count(n => n.Kind == NoticeKind.Confirmation), Is.EqualTo(1));
        Assert.That(story.Notices().Where(n => n.Entry == notice.Entry && n.To == notice.To).Select(n => n.Kind), Is.EqualTo(new[] { NoticeKind.Confirmation }));
        Assert.That(story.Standing.FindDeed(notice.Entry)!.Number, Is.EqualTo(notice.Entry));
    }

    [TestCaseSource(nameof(Decisions))]
    public void Every_party_and_the_worker_who_raised_it_hear_of_every_decision(object told, string doer)
    {
        var heard = ((Func<Story>)told)().Notices().Select(n => Telling.InShort(n.To).Split('@')[0]).ToHashSet();

        Assert.That(new[] { Council, Care, "raiser", doer.Split('@')[0] }.Except(heard), Is.Empty);
    }

    [TestCaseSource(nameof(Talk))]
    public void Nobody_is_asked_whether_they_have_talked(Command talk) => UpToStage("1").Given(CareManager, talk, Now).ThenNobodyIsTold(NoticeKind.Confirmation);

    [Test]
    public void What_the_service_does_is_nobodys_act() =>
        UpToStage("1").TimePasses("2026-04-02T17:00").ThenNobodyIsTold(NoticeKind.Confirmation);

    [Test]
    public void Whoever_takes_it_further_is_told_where_they_were() =>
        UpToStage("1").Given(CouncilManager, Escalate("1"), Now).ThenTold(NoticeKind.Confirmation, "north-council@1")
            .ThenTold(NoticeKind.StageEntered, "north-council@2", "riverside-care@2", "raiser");

    [Test]
    public void What_was_disowned_is_told_to_everybody_and_at_once_to_the_board_office()
    {
        var story = UpToStage("1").Given(CareManager, Propose("p"), Now).TimePasses("2026-04-02T17:00").Disowned<Fact.OutcomeProposed>(CareManager, "2026-04-02T17:30")
            .ThenTold(NoticeKind.Disowned, "north-council@2", "riverside-care@2", "riverside-care@1", "raiser")
            .ThenTold(NoticeKind.Flagged, "board-office");

        Assert.That(Words(story, NoticeKind.Flagged, "board-office").Urgent, Is.True);
        Assert.That(Words(story, NoticeKind.Disowned, "raiser").Urgent, Is.False);
        Assert.That(Words(story, NoticeKind.Disowned, "raiser").Paragraphs[0],
            Is.EqualTo("At midday on Wednesday 1 April 2026 it was recorded that Riverside Care proposed an outcome. They have said that they did not do this."));
    }

    [Test]
    public void What_the_board_office_has_found_is_told_to_everybody_whatever_it_is()
    {
        var stands = UpToStage("1").Given(CareManager, Propose("p"), Now).Disowned<Fact.OutcomeProposed>(BoardOffice, Now).FoundToStand<Fact.OutcomeProposed>(Now)
            .ThenTold(NoticeKind.DisowningAnswered, "north-council@1", "riverside-care@1", "raiser");
        var isVoid = UpToStage("1").Given(CareManager, Propose("p"), Now).Disowned<Fact.OutcomeProposed>(CareManager, Now).FoundNotToStand<Fact.OutcomeProposed>(Now)
            .ThenTold(NoticeKind.DisowningAnswered, "north-council@1", "riverside-care@1", "raiser");

        Assert.That(Words(stands, NoticeKind.DisowningAnswered, "raiser").Subject, Is.EqualTo("[D-1] What was recorded stands"));
        Assert.That(Words(isVoid, NoticeKind.DisowningAnswered, "raiser").Subject, Is.EqualTo("[D-1] What was recorded does not stand"));
        Assert.That(Words(isVoid, NoticeKind.DisowningAnswered, "raiser").Paragraphs, Has.Exactly(1).Contains("is withdrawn"));
    }

    [Test]
    public void The_officer_in_whose_name_it_was_decided_hears_what_is_said_of_it() =>
        Unresolved().Given(Chair, new Command.ChooseRoute("mediation", "x"), AtStage4).Disowned<Fact.RouteChosen>(Chair, AtStage4)
            .ThenTold(NoticeKind.Disowned, "north-council@4", "riverside-care@4", "raiser", "chair");

    [Test]
    public void Of_what_has_ended_the_words_say_that_it_stays_so()
    {
        var story = UpToStage("1").Given(CouncilManager, new Command.Withdraw("x"), Now).Disowned<Fact.Withdrawn>(CouncilManager, Now);
        Assert.That(Words(story, NoticeKind.Disowned, "raiser").Paragraphs[1], Does.StartWith("The difference has ended"));
    }

    [Test]
    public void What_was_screened_out_when_it_was_raised_and_is_disowned_reaches_nobody_who_never_had_it() =>
        new Story(SouthGloucestershire).Given(Worker, Raise(Now) with { Screening = ["complaint"] }, Now).ThenNobodyIsTold(NoticeKind.Confirmation)
            .Disowned<Fact.Redirected>(Worker, Now).ThenTold(NoticeKind.Disowned, "raiser").ThenTold(NoticeKind.Flagged, "board-office");

    [Test]
    public void A_reminder_to_the_board_office_says_that_an_answer_is_waited_for()
    {
        var story = UpToStage("1").Given(CareManager, Propose("p"), Now).Disowned<Fact.OutcomeProposed>(CareManager, Now).TimePasses("2026-04-02T17:00");
        var toOffice = new Notice("x", NoticeKind.Chase, new Recipient.Officer("board-office"), 1, "1");
        var toCare = toOffice with { To = new Recipient.Rung(Care, "1") };

        Assert.That(NoticeWords.Of(toOffice, story.Standing, SouthGloucestershire, id => id).Paragraphs, Has.Some.Contains("please say whether it stands"));
        Assert.That(NoticeWords.Of(toCare, story.Standing, SouthGloucestershire, id => id).Paragraphs, Has.None.Contains("please say whether it stands"));
    }

    // Which act and when, in words; never what anybody wrote.
    [TestCaseSource(nameof(Decisions))]
    public void Of_every_decision_there_are_words_when_it_is_confirmed_disowned_and_void(object told, string doer)
    {
        var story = ((Func<Story>)told)();
        var (deed, at) = (story.TheNotice(NoticeKind.Confirmation, doer).Entry, story.Standing.LastEntryAt.ToString("O"));
        var words = new List<Message> { Words(story, NoticeKind.Confirmation, doer) };
        words.Add(Words(story.Given(BoardOffice, Disown(deed), at), NoticeKind.Disowned, "raiser"));
        words.Add(Words(story.Given(BoardOffice, DoesNotStand(deed), at), NoticeKind.DisowningAnswered, "raiser"));

        Assert.That(words.Select(w => w.Paragraphs.Count), Is.EqualTo(new[] { 2, 2, 2 }));
        Assert.That(words.SelectMany(w => w.Paragraphs), Has.None.Contains("Nobody here").And.None.Contains("The link was used"));
    }

    private static Message Words(Story story, NoticeKind kind, string to) => NoticeWords.Of(
        story.TheNotice(kind, to), story.Standing, story.Terms.Procedure, id => id == Care ? "Riverside Care" : "North Council");

    private static IEnumerable<TestCaseData> Decisions()
    {
        yield return Row("proposal", () => Given(CareManager, Propose("p")), "riverside-care@1");
        yield return Row("confirmation", () => UpToStage("1").Settled(Now), "north-council@1");
        yield return Row("dispute", () => Given(CareManager, Propose("p")).Given(CouncilManager, Dispute("p"), Now), "north-council@1");
        yield return Row("answer", () => Given(CareManager, Respond()), "riverside-care@1");
        yield return Row("escalation", () => Given(CouncilManager, Escalate("1")), "north-council@1");
        yield return Row("wish for time", () => Given(CareManager, AskUntil("t", "2026-04-08")), "riverside-care@1");
        yield return Row("agreed time", () => Given(CareManager, AskUntil("t", "2026-04-08")).Given(CouncilManager, new Command.AgreeTimescale("t"), Now), "north-council@1");
        yield return Row("declined time", () => Given(CareManager, AskUntil("t", "2026-04-08")).Given(CouncilManager, new Command.DeclineTimescale("t", "x"), Now), "north-council@1");
        yield return Row("risk", () => Given(CareManager, new Command.MarkImmediateRisk("x")), "riverside-care@1");
        yield return Row("risk over", () => Given(CareManager, new Command.MarkImmediateRisk("x")).Given(BoardOffice, new Command.LiftImmediateRisk("x"), Now), "board-office");
        yield return Row("gate", () => new Story(Small($"{Stage("1")}, {Stage("2", """ "gate": { "by": "raising-agency" } """)}")).Raised(Now)
            .Given(CouncilManager, new Command.PassGate("2"), Now), "north-council@1");
        yield return Row("report", Unresolved, "north-council@4");
        yield return Row("route", ToThePanel, "chair");
        yield return Row("panel", () => ToThePanel().Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), AtStage4), "panel");
        yield return Row("decision", () => Unresolved().Given(Chair, new Command.ChooseRoute("mediation", "x"), AtStage4).Given(Mediator, Decide("d"), AtStage4), "mediation");
        yield return Row("signature", () => UpToStage("3").Given(Worker, MonitoringForm("x"), "2026-04-08T10:00").Given(CouncilManager, Sign("initiating"), "2026-04-08T10:00"), "north-council@3");
        yield return Row("withdrawal", () => Given(CouncilManager, new Command.Withdraw("x")), "north-council@1");
        yield return Row("redirection", () => Given(CouncilManager, new Command.Redirect("single-agency", "x")), "north-council@1");
        yield return Row("reopening", () => Given(CouncilManager, new Command.Withdraw("x")).Given(BoardOffice, new Command.Reopen("1", "x"), Now), "board-office");
    }

    private static IEnumerable<Command> Talk() => [Discussed(), new Command.Acknowledge(), new Command.NoteComplaint("x"), new Command.AddSupporter("s", Raiser)];

    private static TestCaseData Row(string name, Func<Story> story, string doer) => new TestCaseData(story, doer).SetArgDisplayNames(name);

    private static Story Given(Actor by, Command command) => UpToStage("1").Given(by, command, Now);

    private static Story ToThePanel() => Unresolved().Given(Chair, new Command.ChooseRoute("panel", "x"), AtStage4);
}
