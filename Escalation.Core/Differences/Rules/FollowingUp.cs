using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>What goes on once it is settled: actions until they are done, the debrief, what the board can learn.</summary>
internal static class FollowingUp
{
    private static readonly CountsFrom Waiting = new(Happening.Waiting);

    public static void CompleteAction(Command.CompleteAction c, Draft draft)
    {
        draft.RequireText(c.Account, "account", "what was done");
        if (Unfinished(c.Action, draft) is not { } action) return;
        draft.Require(draft.By.IsBoardOffice || draft.By.AgencyOrNull == action.Action.Agency, RefusalCode.NotYours,
            "Only the agency that took it on, or the board office, can say that it is done.");
        if (!draft.Refused) draft.Record(new Fact.ActionCompleted(c.Action, c.Account));
    }

    public static void ChangeAction(Command.ChangeAction c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.Reason, "reason", "why it changes");
        draft.RequireText(c.Owner, "owner", "who will do it");
        draft.RequireIsParty(c.Agency, RefusalCode.BadAction, "agency");
        Settling.CheckDue(c.Due, "due", draft);
        if (Unfinished(c.Action, draft) is not null && !draft.Refused)
            draft.Record(new Fact.ActionChanged(c.Action, c.Agency, c.Owner, c.Due, draft.DueTimes.CloseOf(c.Due), c.Reason));
    }

    /// <summary>Reminds of an action past its date, and sets the next reminder.</summary>
    public static void Chase(AgreedAction action, Draft draft)
    {
        var next = draft.DueTimes.Reckon(Waiting, draft.Now, draft.Procedure.AfterClosing.ActionsChasedEvery, ownDay: true);
        draft.Record(new Fact.ActionChased(action.Action.Id, action.Chases + 1, next.DueAt));
    }

    public static void Debrief(Command.RecordDebrief c, Draft draft)
    {
        if (!RequireSettled(draft)) return;
        draft.RequirePartyOrOfficer();
        if (!draft.Refused) draft.Record(new Fact.DebriefRecorded(c.Step, c.Note));
    }

    public static void PassLearning(Command.PassLearning c, Draft draft)
    {
        if (!RequireSettled(draft)) return;
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.Issue, "issue", "what the board should consider");
        if (!draft.Refused) draft.Record(new Fact.LearningPassed(c.Id, c.Issue, draft.Procedure.AfterClosing.LearningTo));
    }

    public static void Feedback(Command.GiveFeedback c, Draft draft)
    {
        if (!RequireSettled(draft)) return;
        draft.RequireParty();
        draft.Require(c.Effectiveness is >= 1 and <= 5, RefusalCode.EffectivenessOutOfRange, "Say how effective it was, from 1 to 5.", "effectiveness");
        if (!draft.Refused) draft.Record(new Fact.FeedbackGiven(c.Effectiveness, c.Suggestions));
    }

    private static bool RequireSettled(Draft draft) =>
        draft.Require(draft.Standing.Settlement is not null, RefusalCode.NotSettled, "This comes after an outcome.");

    private static AgreedAction? Unfinished(string id, Draft draft)
    {
        var action = draft.Standing.Actions.FirstOrDefault(a => a.Action.Id == id && !a.Done);
        draft.Require(action is not null, RefusalCode.NoSuchAction, $"No action '{id}' is unfinished.", "action");
        return action;
    }
}
