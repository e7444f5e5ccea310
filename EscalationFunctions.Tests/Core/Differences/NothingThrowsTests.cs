using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Whatever is asked, by whomever, wherever a difference stands, the answer is a verdict and what is open waits for somebody.</summary>
public class NothingThrowsTests
{
    private const string Noon = "2026-04-09T12:00+01:00";

    private static readonly Actor[] Actors =
        [Worker, Carer, Stranger, BoardOffice, Chair, Panel, Actor.Clock, Actor.Post, new Actor.Officeholder("Ida", "board-office", "panel"), new Actor.Officeholder("Oz", "nobody")];

    private static readonly Dictionary<string, Func<Story>> Stories = new()
    {
        ["not raised"] = () => new Story(ProcedureText.SouthGloucestershire),
        ["just raised"] = () => UpToStage("1"),
        ["at stage 3, form signed once"] = () => UpToStage("3").Given(Worker, MonitoringForm("x"), "2026-04-08T10:00+01:00").Given(CouncilManager, Sign("initiating"), "2026-04-08T10:00+01:00"),
        ["unresolved"] = Unresolved,
        ["before the panel"] = () => Unresolved().Given(Chair, new Command.ChooseRoute("panel", "x"), Noon),
        ["settled at the last stage"] = () => UpToStage("4").Given(CareManager, Propose("p", Action("a", Care, "2026-04-20")), Noon).Given(Worker, Confirm("p"), Noon),
        ["closed"] = () => UpToStage("1").Settled("2026-04-01T12:00+01:00").EveryoneTold("2026-04-01T12:00+01:00"),
        ["sent elsewhere at once"] = () => new Story(ProcedureText.SouthGloucestershire).Given(Worker, Raise(Noon) with { Screening = ["complaint"] }, Noon),
        ["settled on what was disowned"] = () => UpToStage("1").Settled("2026-04-01T12:00+01:00").Disowned<Fact.OutcomeConfirmed>(BoardOffice, "2026-04-01T12:00+01:00"),
        ["a decision that was disowned"] = () => Unresolved().Given(Chair, new Command.ChooseRoute("mediation", "x"), Noon).Given(Mediator, Decide("d"), Noon).Disowned<Fact.DecisionMade>(Mediator, Noon),
        ["Somerset's formal stage"] = SomersetStories.AtStage3,
        ["a panel from the beginning"] = () => DecidingTests.AtOnce(),
        ["a form with nothing required"] = () => Refusals.Small(ProcedureText.Stage("1", """ "forms": [ { "form": "loose" }, { "form": "kinds" } ] """)),
    };

    private static IEnumerable<string> Names => Stories.Keys;

    [TestCaseSource(nameof(Names))]
    public void Wherever_it_stands_every_instruction_gets_an_answer(string name)
    {
        var story = Stories[name]();
        foreach (var command in Commands())
            foreach (var by in Actors)
            {
                var verdict = Difference.Decide(story.Terms, new Instruction("asked", by, command), Story.Instant("2026-04-21T18:00+01:00"), story.State);
                if (verdict is not Verdict.Accepted(_, Difference.Open open)) continue;
                Assert.That(open.NextDueAt, Is.Not.Null, $"{command} by {by} leaves it quiet");
                Assert.That(DutyHolders.Of(open, story.Terms.Procedure), Is.Not.Empty, $"{command} by {by} leaves nobody with the next act");
            }
    }

    [Test]
    public void Every_command_is_among_those_tried() =>
        Assert.That(Commands().Select(c => c.GetType()).Distinct(), Is.EquivalentTo(typeof(Command).GetNestedTypes()));

    private static IEnumerable<Command> Commands() =>
    [
        Raise(Noon), Raise("0001-01-01T00:00+00:00"), Raise("9999-12-31T23:59+00:00", "nobody") with { StartAt = "", StartReason = null, ImmediateRisk = "x" },
        Discussed(), Discussed("discuss"), Discussed(""), new Command.Acknowledge(), Respond(), new Command.FulfilDuty("send-form", "x"), new Command.FulfilDuty("", "x"),
        Propose("q"), Propose("q", Action("z", Care, "9999-12-31"), Action("z", "", "0001-01-01")), Propose("p"), Confirm("p"), Confirm(""), Dispute("p"),
        Escalate("1"), Escalate("3"), Escalate("1", ""), Escalate("1", "4"), new Command.PassGate("2"), new Command.PassGate(""),
        AskUntil("t", "9999-12-31"), AskUntil("t", "0001-01-01"), AskUntil("t", "2026-04-30"), AskUntil("t", "2026-05-01", ""), new Command.AgreeTimescale("t"), new Command.DeclineTimescale("t", "x"),
        new Command.MarkImmediateRisk("x"), new Command.LiftImmediateRisk("x"), new Command.NominateContact(Care, "4", Raiser), new Command.NominateContact("", "", Raiser),
        new Command.AddSupporter("", Raiser), new Command.RemoveSupporter("", "x"), new Command.AddParty(Police, Side.Responding, "x"), new Command.AddParty(Trust, (Side)9, "x"),
        new Command.NoteComplaint("x"), new Command.ArrangeMeeting("m", DateTimeOffset.MaxValue, "x", "x", [Council, Care, "statutory-partners"]),
        new Command.ArrangeMeeting("m", DateTimeOffset.MinValue, "x", "x", [Council, Care, "statutory-partners"]), new Command.RecordMeeting("m", DateTimeOffset.MinValue, [], "x"),
        new Command.ReportUnresolved("x"), new Command.ChooseRoute("panel", "x"), new Command.ChooseRoute("", "x"), new Command.FormPanel([]), new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]),
        new Command.HearRepresentation(Care, "x"), new Command.HearRepresentation("", "x"), Decide("d", Council, Care), Decide("p"), Decide("d") with { Actions = [Action("a", Care, "9999-12-31")] },
        MonitoringForm("y"), MonitoringForm("y") with { Complete = true }, Fill("loose"), Fill("kinds", "choice: "), Fill("", "a: b"), Fill("loose") with { Complete = true },
        Sign("receiving"), Sign("initiating", 0), Sign("any", 0, "loose"), Sign("any", 1, "loose"), Sign("", -1, ""), Told("raiser"), Told(), Told(""),
        new Command.CompleteAction("a", "x"), new Command.ChangeAction("a", Care, "x", DateOnly.MaxValue, "x"), new Command.ChangeAction("", "", "", DateOnly.MinValue, ""),
        new Command.RecordDebrief((DebriefStep)9, ""), new Command.PassLearning("", "x"), new Command.GiveFeedback(int.MinValue, ""), new Command.Withdraw("x"),
        new Command.Redirect("complaint", "x"), new Command.Redirect("", "x"), new Command.Reopen("1", "x"), new Command.Reopen("", "x"), new Command.CountAgain("x"), new Command.LetTimePass(),
        .. Enumerable.Range(-1, 42).SelectMany(entry => new Command[]
        {
            new Command.Disown(entry, "x"), new Command.AnswerDisowned(entry, true, "x"), new Command.AnswerDisowned(entry, false, "x"),
        }),
    ];
}
