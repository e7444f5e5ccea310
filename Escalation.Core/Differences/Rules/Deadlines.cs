using Escalation.Core.Calendar;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>Sets the promises whose time has begun, and notes those that were kept.</summary>
internal static class Deadlines
{
    public static void SetAll(Draft draft)
    {
        foreach (var cap in draft.Procedure.Caps)
            if (draft.Standing is { Settlement: null } s && !s.Deadlines.Any(d => d.IsCap && d.Id == cap.Id)) SetCap(cap, draft);

        foreach (var rule in draft.Stage.Deadlines)
        {
            if (draft.Standing.FindDeadline(rule.Id) is not null) continue;
            if (draft.Standing.Settlement is not null && !rule.Kind.OutlivesSettlement()) continue;
            if (Began(rule.From, draft.Standing) is { } began) Set(rule, began, draft);
        }
    }

    public static void MeetAll(Draft draft)
    {
        foreach (var deadline in draft.Standing.Pending.Where(d => d.IsCap).Concat(draft.Standing.Duties).ToList())
        {
            // Kept late is kept all the same.
            if (deadline.IsCap ? CapIsKept(deadline, draft) : IsKept(deadline, draft))
                draft.Record(new Fact.DeadlineMet(deadline.Stage, deadline.Id));
            else if (draft.Standing.Settlement is not null && !deadline.Set.Kind.OutlivesSettlement())
                draft.Record(new Fact.DeadlineDropped(deadline.Stage, deadline.Id));
        }
    }

    /// <summary>The promises that are kept by what was done, as far as it is known.</summary>
    public static IReadOnlyList<Deadline> Kept(Draft draft) =>
        [.. draft.Standing.Deadlines.Where(d => d.Status == DeadlineStatus.Met && (d.IsCap ? CapIsKept(d, draft) : IsKept(d, draft)))];

    /// <summary>Waits again for those that were kept and no longer are, and for those that a settlement ended which no longer stands.</summary>
    public static void Restore(IReadOnlyList<Deadline> kept, Draft draft)
    {
        var still = Kept(draft);
        foreach (var deadline in draft.Standing.Deadlines.Where(d => d.Status == DeadlineStatus.Dropped || kept.Contains(d)).Except(still).ToList())
            if (draft.Standing.Deadlines.Contains(deadline) && (draft.Standing.Settlement is null || deadline.Set.Kind.OutlivesSettlement()))
                draft.Record(new Fact.DeadlineRestored(deadline.Stage, deadline.Id));
    }

    /// <summary>
    /// When a deadline is over: what it counts from and the allowance, brought forward where the adult is at immediate risk. None where
    /// the allowance has no number.
    /// </summary>
    public static Reckoning? Reckon(DeadlineRule rule, Moment began, Draft draft)
    {
        var s = draft.Standing;
        var extended = rule.From.Cumulative ? s.Extended : 0;
        var usual = rule.Within.HasNumber ? draft.DueTimes.Reckon(rule.From, began.At, rule.Within, extended, began.ByTheClock) : null;
        if (rule.WhenAtRisk is not { } shorter || s.ImmediateRiskSince is not { } since) return usual;
        var atRisk = since > began.At
            ? draft.DueTimes.Reckon(new CountsFrom(Happening.ImmediateRiskMarked), since, shorter)
            : draft.DueTimes.Reckon(rule.From, began.At, shorter, ownDay: began.ByTheClock);
        return usual is null || atRisk.DueAt < usual.DueAt ? atRisk : usual;
    }

    public static DateTimeOffset? RemindAt(DateTimeOffset due, Draft draft) =>
        draft.Procedure.RemindAt is { } time && LondonTime.At(LondonTime.DayOf(due), time) is var at && at > draft.Now && at < due ? at : null;

    private static void Set(DeadlineRule rule, Moment began, Draft draft)
    {
        var why = Reckon(rule, began, draft);
        var remindAt = why is null ? null : RemindAt(why.DueAt, draft);
        draft.Record(new Fact.DeadlineSet(
            draft.Standing.Stage, rule.Id, rule.Kind, rule.Title, rule.Holder, rule.OnExpiry, began.Number, why?.DueAt, why, remindAt));
    }

    private static void SetCap(Cap cap, Draft draft)
    {
        var began = Began(cap.From, draft.Standing)!;
        var why = draft.DueTimes.Reckon(cap.From, began.At, cap.Within);
        var title = cap.Reach is { } stage ? $"reach stage {stage} within {cap.Within}" : $"settle the difference within {cap.Within}";
        draft.Record(new Fact.DeadlineSet(
            "", cap.Id, DeadlineKind.Resolve, title, Who.EveryParty, cap.OnExpiry, began.Number, why.DueAt, why));
    }

    /// <summary>When the event happened that a deadline counts from, and since which entry what people do can keep it; none if it has not.</summary>
    public static Moment? Began(CountsFrom from, Standing s)
    {
        if (from.MetDeadline is { } met) return s.FindDeadline(met) is { Over: { } over } before ? After(before, over) : null;
        var entered = s.Acts[0].Number;
        return from.What switch
        {
            Happening.Outset => new Moment(entered, s.RunsFrom),
            Happening.Raised => new Moment(entered, s.RunsFrom > s.RaisedAt ? s.RunsFrom : s.RaisedAt),
            Happening.ImmediateRiskMarked => s.ImmediateRiskSince is { } since ? new Moment(entered, since) : null,
            var what => s.Acts.FirstOrDefault(a => a.What == what) is { } act ? new Moment(act.Number, act.At, act.ByTheClock) : null,
        };
    }

    // An answer also acknowledges: whoever answered at once, or before another agency acknowledged, is not asked for an answer again.
    private static Moment After(Deadline met, Moment over) =>
        met.Set.Kind == DeadlineKind.Acknowledge ? over with { Number = met.Set.After } : over;

    private static bool CapIsKept(Deadline cap, Draft draft)
    {
        var reach = draft.Procedure.Caps.First(c => c.Id == cap.Id).Reach;
        return reach is null
            ? draft.Standing.Settlement is not null
            : draft.Procedure.RankOf(draft.Standing.Stage) >= draft.Procedure.RankOf(reach);
    }

    private static bool IsKept(Deadline deadline, Draft draft)
    {
        var rule = draft.Stage.Deadlines.First(r => r.Id == deadline.Id);
        var acts = draft.Standing.Acts.Where(a => a.Number > deadline.Set.After && Keeps(a, rule)).ToList();
        return acts.Any(a => !IsEachOnesOwn(a.What) || IsDoneByTheBoard(a))
            || (acts.Count > 0 && Holders(rule.Holder, draft).All(holder => acts.Any(a => a.Who == holder)));
    }

    private static bool Keeps(Act act, DeadlineRule rule) =>
        rule.MetBy.Contains(act.What) && act.What switch
        {
            Happening.DutyDone => act.About == rule.Id,
            Happening.FormSubmitted => rule.Form is null || act.About == rule.Form,
            _ => true,
        };

    // An answer is each agency's own: where it is asked of several, it takes all of theirs. A discussion or a meeting is everybody's.
    private static bool IsEachOnesOwn(Happening what) => what is Happening.Acknowledged or Happening.Responded or Happening.DutyDone;

    // The board office may say for anybody that a duty is done; an answer is not its to give.
    private static bool IsDoneByTheBoard(Act act) => act is { What: Happening.DutyDone, Who: "board-office" };

    private static IEnumerable<string> Holders(Who holder, Draft draft) => holder switch
    {
        { IsSide: true } => draft.Standing.PartiesAmong(holder).Select(p => p.Agency),
        { Name: "raiser" } => draft.Standing.PartiesAmong(Who.RaisingAgency).Select(p => p.Agency),
        _ => [holder.Name],
    };
}
