namespace Escalation.Core.Differences.Rules;

/// <summary>
/// Counts open deadlines again after a change of calendar (a bank holiday proclaimed, a closure day added). What was met or passed stays;
/// a date that people agreed stays too.
/// </summary>
internal static class Counting
{
    public static void Again(Command.CountAgain c, Draft draft)
    {
        draft.Require(draft.By is Actor.TheService || draft.By.IsBoardOffice, RefusalCode.BoardOfficeOnly,
            $"Only the service or the {draft.Procedure.BoardOfficeTitle} can have deadlines counted again.");
        draft.RequireText(c.Reason, "reason", "what changed in the calendar");
        if (draft.Refused) return;
        foreach (var deadline in draft.Standing.Pending.ToList()) Again(deadline, c.Reason, draft);
        if (draft.Standing.Chase is { } chase) Again(chase, draft);
    }

    private static void Again(Deadline deadline, string reason, Draft draft)
    {
        if (deadline.Why is not { } was || !draft.DueTimes.CountsWorkingDays(was.Within)) return;
        var why = draft.DueTimes.Reckon(was.From, was.FromAt, was.Within, was.Extended, was.OwnDay);
        if (why.DueAt == deadline.DueAt) return;
        draft.Record(new Fact.DeadlineMoved(
            deadline.Stage, deadline.Id, deadline.DueAt, why.DueAt, Moving.Calendar, reason, why,
            deadline.IsCap ? null : Deadlines.RemindAt(why.DueAt, draft)));
    }

    private static void Again(Fact.ChaseSet chase, Draft draft)
    {
        var why = draft.DueTimes.Reckon(chase.Why.From, chase.Why.FromAt, chase.Why.Within, ownDay: chase.Why.OwnDay);
        if (why.DueAt != chase.DueAt) draft.Record(chase with { DueAt = why.DueAt, Why = why });
    }
}
