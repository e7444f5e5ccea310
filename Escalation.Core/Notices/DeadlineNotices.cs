using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static Escalation.Core.Notices.Addressing;

namespace Escalation.Core.Notices;

/// <summary>Notices about what is asked and by when.</summary>
internal static class DeadlineNotices
{
    public static IEnumerable<Asking> Asked(Entry entry, Batch batch)
    {
        var s = batch.Standing;
        return entry.Fact switch
        {
            Fact.DeadlineSet fact when fact.Stage == s.Stage && !batch.BeganStage => [new(NoticeKind.DutyAsked, To(fact.Holder, s), fact.Deadline, fact.DueAt)],
            Fact.DeadlineMoved { Stage.Length: > 0 } fact =>
                [new(NoticeKind.DeadlineMoved, ToEverybody(s), fact.Deadline, fact.To, KebabCase.Of(fact.Because))],
            Fact.DeadlinePassed fact when OfPresentStage(fact.Stage, fact.Deadline, s) is { Set.OnExpiry: not OnExpiry.Escalate } deadline =>
                [new(NoticeKind.DeadlinePassed, To(deadline.Set.Holder, s), fact.Deadline, fact.DueAt)],
            Fact.Reminded fact when OfPresentStage(fact.Stage, fact.Deadline, s) is { } deadline =>
                [new(NoticeKind.Reminder, To(deadline.Set.Holder, s), fact.Deadline, deadline.DueAt)],
            Fact.Chased fact when fact.Stage == s.Stage =>
                [new(NoticeKind.Chase, To(fact.Holder, s).Concat(fact.BoardOfficeToo ? ToBoardOffice : []).Distinct())],
            Fact.Flagged fact => [new(NoticeKind.Flagged, ToBoardOffice, Detail: KebabCase.Of(fact.For))],
            Fact.DutyDone fact => [new(NoticeKind.DutyDone, ToTheOthers(entry.By, s), fact.Deadline)],
            _ => [],
        };
    }

    private static Deadline? OfPresentStage(string stage, string deadline, Standing s) => stage == s.Stage ? s.FindDeadline(deadline) : null;
}
