using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Answers;
using Microsoft.AspNetCore.Routing;

namespace Escalation.Service.Api.Differences;

/// <summary>Every address of differences. Each command of Core but the clock's own has one.</summary>
internal static class DifferenceRoutes
{
    private const string One = "/differences/{difference}";

    public static void MapDifferences(this IEndpointRouteBuilder endpoints)
    {
        MapReads(endpoints);
        endpoints.Map<Acts>(
            new Operation("POST", "/differences", Raise.Sentence, Scope.DifferencesWrite, typeof(ActAnswer), typeof(Raise), typeof(Command.Raise), 201, true),
            (acts, http) => acts.RaiseAsync(http));
        Act<Discuss, Command.RecordDiscussion>(endpoints);
        Act<Acknowledge, Command.Acknowledge>(endpoints);
        Act<Respond, Command.Respond>(endpoints);
        Act<Propose, Command.ProposeOutcome>(endpoints);
        Act<Confirm, Command.ConfirmOutcome>(endpoints);
        Act<Dispute, Command.DisputeOutcome>(endpoints);
        Act<Escalate, Command.Escalate>(endpoints);
        Act<PassGate, Command.PassGate>(endpoints);
        Act<AskForTime, Command.ProposeTimescale>(endpoints);
        Act<AgreeTime, Command.AgreeTimescale>(endpoints);
        Act<DeclineTime, Command.DeclineTimescale>(endpoints);
        Act<MarkRisk, Command.MarkImmediateRisk>(endpoints);
        Act<LiftRisk, Command.LiftImmediateRisk>(endpoints);
        Act<Nominate, Command.NominateContact>(endpoints);
        Act<AddSupporter, Command.AddSupporter>(endpoints);
        Act<RemoveSupporter, Command.RemoveSupporter>(endpoints);
        Act<AddParty, Command.AddParty>(endpoints);
        Act<NoteComplaint, Command.NoteComplaint>(endpoints);
        Act<ArrangeMeeting, Command.ArrangeMeeting>(endpoints);
        Act<RecordMeeting, Command.RecordMeeting>(endpoints);
        Act<ReportUnresolved, Command.ReportUnresolved>(endpoints);
        Act<ChooseRoute, Command.ChooseRoute>(endpoints);
        Act<FormPanel, Command.FormPanel>(endpoints);
        Act<Hear, Command.HearRepresentation>(endpoints);
        Act<Decide, Command.MakeDecision>(endpoints);
        Act<FillForm, Command.FillForm>(endpoints);
        Act<SignForm, Command.SignForm>(endpoints);
        Act<FulfilDuty, Command.FulfilDuty>(endpoints);
        Act<ConfirmTold, Command.ConfirmTold>(endpoints);
        Act<CompleteAction, Command.CompleteAction>(endpoints);
        Act<ChangeAction, Command.ChangeAction>(endpoints);
        Act<Debrief, Command.RecordDebrief>(endpoints);
        Act<PassLearning, Command.PassLearning>(endpoints);
        Act<GiveFeedback, Command.GiveFeedback>(endpoints);
        Act<Withdraw, Command.Withdraw>(endpoints);
        Act<Redirect, Command.Redirect>(endpoints);
        Act<Reopen, Command.Reopen>(endpoints);
        Act<Disown, Command.Disown>(endpoints);
        Act<AnswerDisowned, Command.AnswerDisowned>(endpoints);
        Act<CountAgain, Command.CountAgain>(endpoints);
    }

    private static void MapReads(IEndpointRouteBuilder endpoints)
    {
        endpoints.Map<ListDifferences>(ListDifferences.Operation, (list, http) => list.AnswerAsync(http));
        endpoints.Map<ReadDifference>(ReadDifference.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ReadDeadlines>(ReadDeadlines.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ReadForm>(ReadForm.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ReadRecord>(ReadRecord.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ReadFileCopy>(ReadFileCopy.Operation, (read, http) => read.AnswerAsync(http));
    }

    private static void Act<TAct, TCommand>(IEndpointRouteBuilder endpoints)
        where TCommand : Command
        where TAct : IAct<TCommand>
    {
        var (path, sentence, creates, method) = TAct.Address;
        endpoints.Map<Acts>(
            new Operation(
                method, $"{One}/{path}", sentence, Scope.DifferencesWrite, typeof(ActAnswer), typeof(TAct), typeof(TCommand), creates ? 201 : 200, true),
            (acts, http) => acts.DoAsync<TAct, TCommand>(http, creates));
    }
}
