using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>What happens without anybody asking: what is due, and what follows from what people did.</summary>
internal static class TimePassing
{
    /// <summary>Lets everything happen that was due by now, in the order in which it was due.</summary>
    public static void CatchUp(Draft draft)
    {
        while (Agenda.Next(draft.Standing, draft.Now) is { } item && item.At <= draft.Now)
        {
            Happen(item, draft);
            Settle(draft);
        }
    }

    /// <summary>Draws every consequence of the entries so far, until nothing more follows.</summary>
    public static void Settle(Draft draft)
    {
        int before;
        do
        {
            before = draft.Entries.Count;
            if (draft.IsOpen) Decisions.OpenIfDue(draft);
            if (draft.IsOpen) Deadlines.MeetAll(draft);
            if (draft.IsOpen) Deadlines.SetAll(draft);
            if (draft.IsOpen) Settling.SettleIfConfirmed(draft);
            if (draft.IsOpen) Settling.CloseIfDone(draft);
        }
        while (draft.Entries.Count > before);

        if (draft.IsOpen) Chasing.KeepAwake(draft);
    }

    private static void Happen(Agenda.Item item, Draft draft)
    {
        switch (item)
        {
            case Agenda.Item.Reminder(_, var deadline): draft.Record(new Fact.Reminded(deadline.Stage, deadline.Id)); break;
            case Agenda.Item.Passing(var at, var deadline): Pass(deadline, at, draft); break;
            case Agenda.Item.Chasing(_, var chase): Chasing.Chase(chase, draft); break;
            case Agenda.Item.ChasingAction(_, var action): FollowingUp.Chase(action, draft); break;
            default: throw new InvalidOperationException($"No rule for {item.GetType().Name}.");
        }
    }

    private static void Pass(Deadline deadline, DateTimeOffset at, Draft draft)
    {
        draft.Record(new Fact.DeadlinePassed(deadline.Stage, deadline.Id, at));
        var goesTo = draft.Standing.Settlement is null && deadline.Set.OnExpiry == OnExpiry.Escalate ? GoesTo(deadline, draft) : null;
        if (deadline.IsCap) draft.Record(new Fact.Flagged(FlaggedFor.CapPassed, deadline.Set.Title));
        // Nothing is decided because time ran out: without a stage to go to, the board office is told and people decide.
        else if (deadline.Set.OnExpiry != OnExpiry.Remind && goesTo is null)
            draft.Record(new Fact.Flagged(FlaggedFor.DeadlinePassed, deadline.Set.Title));
        if (goesTo is not null) Escalating.ByClock(goesTo, deadline.Id, at, draft);
    }

    // A promise to reach a stage is kept as soon as it is there, so one that passes leads upwards.
    private static string? GoesTo(Deadline deadline, Draft draft) => deadline.IsCap
        ? draft.Procedure.Caps.First(c => c.Id == deadline.Id).Reach
        : draft.Procedure.ClockGoesTo(draft.Stage);
}
