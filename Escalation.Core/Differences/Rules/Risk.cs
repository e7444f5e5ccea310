using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>Immediate risk to the adult: it brings deadlines forward and lets people go to a higher stage. It never blocks anything.</summary>
internal static class Risk
{
    private static readonly CountsFrom MarkedAtRisk = new(Happening.ImmediateRiskMarked);

    public static void Mark(Command.MarkImmediateRisk c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.Reason, "reason", "why the adult is at immediate risk");
        draft.Require(!draft.Standing.AtImmediateRisk, RefusalCode.AlreadyAtRisk, "Immediate risk is marked already.");
        if (!draft.Refused) Mark(c.Reason, draft);
    }

    public static void Mark(string reason, Draft draft)
    {
        draft.Record(new Fact.ImmediateRiskMarked(reason));
        foreach (var rule in draft.Stage.Deadlines.Where(r => r.WhenAtRisk is not null)) BringForward(rule, draft);
    }

    public static void Lift(Command.LiftImmediateRisk c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.Reason, "reason", "why the risk is over");
        draft.Require(draft.Standing.AtImmediateRisk, RefusalCode.NotAtRisk, "Immediate risk is not marked.");
        if (!draft.Refused) draft.Record(new Fact.ImmediateRiskLifted(c.Reason));
    }

    private static void BringForward(DeadlineRule rule, Draft draft)
    {
        if (draft.Standing.FindDeadline(rule.Id) is not { IsPending: true } deadline) return;
        var since = draft.Standing.ImmediateRiskSince!.Value;
        var why = deadline.Why is { } was && was.FromAt > since
            ? draft.DueTimes.Reckon(rule.From, was.FromAt, rule.WhenAtRisk!, ownDay: was.OwnDay)
            : draft.DueTimes.Reckon(MarkedAtRisk, since, rule.WhenAtRisk!);
        if (deadline.DueAt is { } due && due <= why.DueAt) return;
        draft.Record(new Fact.DeadlineMoved(
            deadline.Stage, deadline.Id, deadline.DueAt, why.DueAt, Moving.ImmediateRisk, "the adult is at immediate risk", why,
            Deadlines.RemindAt(why.DueAt, draft)));
    }
}
