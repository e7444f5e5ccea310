using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>Other ends than a settled outcome, and the way back from an end.</summary>
internal static class Endings
{
    public static void Withdraw(Command.Withdraw c, Draft draft)
    {
        draft.RequireStillUnsettled();
        draft.RequireText(c.Reason, "reason", "why it is withdrawn");
        draft.RequireAmong(Who.RaisingAgency, "withdraw it");
        if (!draft.Refused) draft.Record(new Fact.Withdrawn(c.Reason));
    }

    public static void Redirect(Command.Redirect c, Draft draft)
    {
        draft.RequireStillUnsettled();
        draft.RequireText(c.Reason, "reason", "why it belongs there");
        draft.Require(draft.By.IsBoardOffice || draft.IsAmong(Who.RaisingAgency), RefusalCode.NotYours,
            $"Only the raising agency or the {draft.Procedure.BoardOfficeTitle} can send it elsewhere.");
        var question = draft.Procedure.Screening.FirstOrDefault(q => q.Id == c.Screening && !q.Alongside);
        draft.Require(question is not null, RefusalCode.UnknownScreening,
            $"The procedure has no screening question '{c.Screening}' that sends it elsewhere.", "screening");
        if (!draft.Refused) draft.Record(new Fact.Redirected(c.Screening, question!.GoInstead, c.Reason));
    }

    public static void NoteComplaint(Command.NoteComplaint c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.Note, "note", "what complaint runs alongside");
        if (!draft.Refused) draft.Record(new Fact.ComplaintNoted(c.Note));
    }

    public static void Reopen(Command.Reopen c, Draft draft)
    {
        draft.RequireBoardOffice();
        draft.RequireText(c.Reason, "reason", "why it is opened again");
        draft.Require(draft.Procedure.FindStage(c.Stage) is not null, RefusalCode.NoSuchStage, $"There is no stage '{c.Stage}'.", "stage");
        if (draft.Refused) return;

        draft.Record(new Fact.Reopened(c.Stage, c.Reason));
        Escalating.Enter(c.Stage, draft);
    }
}
