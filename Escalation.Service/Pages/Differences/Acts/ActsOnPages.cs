using Escalation.Service.Pages.Differences.Formal;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.Pages.Raising;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>Every act that somebody can be taken to on a page, in the order in which they are offered.</summary>
internal static class ActsOnPages
{
    public static IReadOnlyList<Journey> All { get; } =
    [
        new AcknowledgeIt(),
        new ProposeOutcome(),
        new AnswerProposal(),
        new RecordDiscussion(),
        new RespondToIt(),
        new AnswerTime(),
        new AskForTime(),
        new AgreeToStage(),
        new TakeFurther(),
        new ArrangeMeeting(),
        new RecordMeeting(),
        new ReportUnresolved(),
        new ChooseRoute(),
        new FormPanel(),
        new RecordHearing(),
        new MakeDecision(),
        new MarkRisk(),
        new LiftRisk(),
        new NameContact(),
        new BringIn(),
        new AddSupporter(),
        new RemoveSupporter(),
        new NoteComplaint(),
        new SayDutyDone(),
        new CompleteAction(),
        new ChangeAction(),
        new RecordDebrief(),
        new PassLearning(),
        new GiveFeedback(),
        new SayWhoWasTold(),
        new CountAgain(),
        new SendElsewhere(),
        new WithdrawIt(),
        new ReopenIt(),
        new SayNotMine(),
        new FindOut(),
        new RaiseIt(),
    ];
}
