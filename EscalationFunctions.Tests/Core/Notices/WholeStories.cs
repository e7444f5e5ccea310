using Escalation.Core.Differences;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

/// <summary>Differences told from beginning to end, in which together everything happens of which anybody is told.</summary>
internal static class WholeStories
{
    public static IReadOnlyList<Story> All { get; } = [WithAPanel(), MediationThatBindsNobody(), SentElsewhere()];

    public static Story FourStagesToAPanelAndBack => All[0];

    private static Story WithAPanel()
    {
        var story = new Story(SouthGloucestershire, Without(SouthGloucestershire, ["riverside-care-1"]));
        AtTheFirstStage(story);
        WithAForm(story);
        BeforeThePanel(story);
        return AfterClosing(story);
    }

    private static void AtTheFirstStage(Story story)
    {
        const string at = "2026-04-01T10:00";
        story.Given(new Actor.Worker("Asha Worker", "worker", Council, OnBehalfOf: "Pat Absent"), Raise(at), at)
            .Given(Carer, new Command.NominateContact(Care, "1", new Person("Nell Nominee", "carer", "nell@example.org")), at)
            .Given(CouncilManager, new Command.AddSupporter("sam", new Person("Sam Friend", "advocate", "sam@example.org")), at)
            .Given(CouncilManager, new Command.AddSupporter("tess", new Person("Tess Union", "representative")), at)
            .Given(CouncilManager, new Command.RemoveSupporter("tess", "She has left."), at)
            .Given(Carer, new Command.Acknowledge(), at).Given(Carer, Discussed("discuss"), at).Given(CareManager, Respond(), at)
            .Given(Carer, new Command.NoteComplaint("By the daughter."), at)
            .Given(BoardOffice, new Command.AddParty(Trust, Side.Involved, "It runs the ward."), at)
            .Given(Nurse, new Command.MarkImmediateRisk("Alone at night."), at).Given(Nurse, new Command.LiftImmediateRisk("A carer came."), at)
            .Given(CareManager, Propose("first"), at).Given(CouncilManager, Dispute("first"), at)
            .Given(CouncilManager, Disown(story.EntryOf<Fact.OutcomeDisputed>()), at).Given(BoardOffice, Stands(story.EntryOf<Fact.OutcomeDisputed>()), at)
            .Given(CareManager, AskUntil("no", "2026-04-08"), at)
            .Given(CouncilManager, new Command.DeclineTimescale("no", "The adult cannot wait."), at)
            .Given(CareManager, AskUntil("yes", "2026-04-08"), at).Given(CouncilManager, new Command.AgreeTimescale("yes"), at)
            .TimePasses("2026-04-08T09:00").TimePasses("2026-04-08T17:00");
    }

    private static void WithAForm(Story story)
    {
        const string at = "2026-04-09T10:00";
        story.Given(CouncilManager, Escalate("2"), at)
            .Given(Carer, MonitoringForm("Not settled."), at).Given(CouncilManager, Sign("initiating"), at)
            .Given(Carer, MonitoringForm("Not settled; it goes to stage 4."), at)
            .Given(CouncilManager, Sign("initiating", 2), at).Given(CareManager, Sign("receiving", 2), at)
            .TimePasses("2026-04-13T17:00");
    }

    private static void BeforeThePanel(Story story)
    {
        const string meeting = "2026-04-14T14:00", at = "2026-04-17T10:00";
        story.Given(Worker, new Command.ArrangeMeeting("m", Story.Instant(meeting), "Town hall", "To settle it", [Council, Care, Trust]), "2026-04-14T10:00")
            .Given(Worker, new Command.RecordMeeting("m", Story.Instant(meeting), [new(Council, "Ben Manager", true)], "Nobody moved."), "2026-04-14T16:00")
            .Given(Worker, new Command.ReportUnresolved("No agreement on nights."), "2026-04-14T16:00")
            .TimePasses("2026-04-15T17:00").TimePasses("2026-04-16T17:00")
            .Given(Chair, new Command.ChooseRoute("panel", "Too complex for mediation."), at)
            .Given(CouncilManager, new Command.FulfilDuty("send-form", "Sent by secure mail."), at)
            .Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), at)
            .Given(Panel, new Command.HearRepresentation(Council, "The council's view."), at)
            .Given(Panel, new Command.HearRepresentation(Care, "The provider's view."), at)
            .Given(Panel, Decide("decided") with { Actions = [Action("review", Care, "2026-04-24")] }, at)
            .Given(Carer, MonitoringForm("The panel decided."), at)
            .Given(CouncilManager, Sign("initiating", 3), at).Given(CareManager, Sign("receiving", 3), at)
            .EveryoneTold(at).ThenItHasEnded(Ending.Closed);
    }

    private static Story AfterClosing(Story story)
    {
        const string at = "2026-04-27T10:00";
        return story.TimePasses("2026-04-24T17:00")
            .Given(CareManager, new Command.ChangeAction("review", Care, "Sam Okoro", Acts.Day("2026-04-30"), "The reviewer is ill."), at)
            .Given(CareManager, new Command.CompleteAction("review", "Held on Monday."), at)
            .Given(BoardOffice, new Command.RecordDebrief(DebriefStep.Held, "Both came."), at)
            .Given(CareManager, new Command.PassLearning("nights", "Nobody plans for nights."), at)
            .Given(CouncilManager, new Command.GiveFeedback(4, "Shorter forms."), at)
            .Given(BoardOffice, new Command.Reopen("3", "The package was ended again."), at)
            .Given(CouncilManager, new Command.Withdraw("It was a mistake."), at);
    }

    private static Story MediationThatBindsNobody()
    {
        const string at = "2026-04-01T10:00";
        var stages = $$"""
            {{WithDeadlines("1", """ "id": "look", "kind": "notify", "holder": "chair", "within": "2 working days" """)}},
            {{Stage("2", """
                "gate": { "by": "raising-agency" },
                "deciding": { "opens": "at-once", "routes": [ { "id": "advice", "title": "Advice", "authority": "chair", "binding": false } ] }
                """)}}
            """;
        return new Story(Small(stages)).Raised(at)
            .Given(CouncilManager, new Command.PassGate("2"), at).Given(CouncilManager, Escalate("1"), at)
            .Given(Chair, Decide("advice"), at).Given(CouncilManager, Confirm("advice"), at).Given(CareManager, Confirm("advice") with { Reason = "It is what our nurses asked for." }, at)
            .EveryoneTold(at);
    }

    private static Story SentElsewhere() => new Story(SouthGloucestershire).Raised("2026-04-01T10:00")
        .Given(BoardOffice, new Command.Redirect("complaint", "It is about a bill."), "2026-04-01T11:00");
}
