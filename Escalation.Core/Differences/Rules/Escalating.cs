using Escalation.Core.Calendar;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>Going to a higher stage, by a person or by the clock.</summary>
internal static class Escalating
{
    public static void ByPerson(Command.Escalate c, Draft draft)
    {
        var s = draft.Standing;
        draft.RequireParty();
        draft.RequireText(c.Reason, "reason", "why it goes further");
        draft.RequireStillUnsettled();
        if (!draft.Require(c.FromStage == s.Stage, RefusalCode.StageClosed, $"It is at stage {s.Stage} now.", "fromStage")) return;
        if (Target(c, draft) is not { } target) return;
        CheckSteps(draft);
        CheckForms(draft);
        CheckEntry(c, draft.Procedure.StageOf(target), draft);
        if (draft.Refused) return;

        draft.Record(new Fact.Escalated(s.Stage, target, c.Reason));
        Enter(target, draft);
    }

    public static void ByClock(string to, string deadline, DateTimeOffset due, Draft draft)
    {
        draft.Record(new Fact.EscalatedByClock(draft.Standing.Stage, to, deadline));
        Enter(to, draft, LondonTime.DayOf(due) == draft.Today ? LondonTime.In(due) : null);
    }

    /// <summary>Begins a stage: finds who acts for each agency, and asks for the name where nobody is found.</summary>
    /// <param name="since">The due time of the same day by which the clock brought it here, if it did.</param>
    public static void Enter(string stage, Draft draft, DateTimeOffset? since = null)
    {
        var rungs = draft.Standing.Parties.Select(p => Involving.HolderOf(p, stage, draft)).ToValueList();
        draft.Record(new Fact.StageEntered(stage, rungs, since));
        foreach (var rung in rungs.Where(r => r.Basis == Basis.BoardOffice))
            draft.Record(new Fact.ContactMissing(rung.Agency, rung.Stage, rung.Role));
    }

    public static void PassGate(Command.PassGate c, Draft draft)
    {
        var gate = draft.Procedure.FindStage(c.Stage)?.Gate;
        if (!draft.Require(gate is not null && !draft.Standing.GatesPassed.Contains(c.Stage), RefusalCode.NoGate,
            $"No manager's agreement is waited for before stage '{c.Stage}'.", "stage")) return;
        draft.RequireAmong(gate!.By, "agree to this");
        if (!draft.Refused) draft.Record(new Fact.GatePassed(c.Stage));
    }

    private static string? Target(Command.Escalate c, Draft draft)
    {
        var waysOn = draft.Procedure.WaysOnFrom(draft.Stage);
        if (!draft.Require(waysOn.Count > 0, RefusalCode.NoFurtherStage, "This is the last stage.")) return null;
        var target = c.To ?? waysOn[0];
        if (waysOn.Contains(target)) return target;
        return draft.Require(draft.Procedure.RankOf(target) > draft.Procedure.RankOf(draft.Standing.Stage), RefusalCode.NoSuchStage,
                $"From stage {draft.Standing.Stage} it can go to {string.Join(" or ", waysOn)}.", "to")
            && draft.Require(draft.Standing.MayJump(draft.Procedure), RefusalCode.NotAllowedToJump,
                "The procedure lets it pass over a stage only when the adult is at immediate risk, or not at all.", "to")
            ? target
            : null;
    }

    private static void CheckSteps(Draft draft)
    {
        foreach (var step in draft.Standing.StepsMissing(draft.Stage))
            draft.Refuse(RefusalCode.StepNeeded, $"Record this step first: {step.Title}.");
    }

    private static void CheckForms(Draft draft)
    {
        foreach (var form in draft.Standing.FormsToGoFurther(draft.Stage))
        {
            draft.Require(draft.Standing.FindForm(form.Form)?.SubmittedAt is not null, RefusalCode.FormNeeded,
                $"Complete this form first: {draft.Procedure.FormOf(form.Form).Title}.");
            Disowning.RequireNotFrozen(draft.Standing.FrozenSignature(form.Form), draft);
        }
    }

    private static void CheckEntry(Command.Escalate c, Stage target, Draft draft)
    {
        draft.Require(draft.Standing.IsGateOpen(target),
            RefusalCode.GateNotPassed, $"A manager of {draft.Procedure.TitleOf(target.Gate?.By ?? Who.RaisingAgency)} must agree first.");
        if (target.Gate is not null && !draft.Standing.AtImmediateRisk) Disowning.RequireNotFrozen(draft.Standing.FrozenGate(target.Id), draft);
        foreach (var question in draft.Procedure.Screening.Where(q => target.NotFor.Contains(q.Id) && c.Screening?.Contains(q.Id) == true))
            draft.Refuse(RefusalCode.NotForThisStage, question.GoInstead, "screening");
    }
}
