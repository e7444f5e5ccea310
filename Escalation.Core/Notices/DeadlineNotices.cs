using Escalation.Core.Differences;
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
            // What an answer has kept at once is not asked for.
            Fact.DeadlineSet fact when OfPresentStage(fact.Stage, fact.Deadline, s) is { IsPending: true } =>
                [new(NoticeKind.DutyAsked, Holders(fact, batch), fact.Deadline, fact.DueAt)],
            Fact.DeadlineMoved fact when OfPresentStage(fact.Stage, fact.Deadline, s) is { } deadline =>
                [new(NoticeKind.DeadlineMoved, ToEverybody(s).Concat(To(deadline.Set.Holder, s)), fact.Deadline, fact.To, KebabCase.Of(fact.Because))],
            Fact.DeadlinePassed fact when OfPresentStage(fact.Stage, fact.Deadline, s) is { } deadline =>
                [new(NoticeKind.DeadlinePassed, To(deadline.Set.Holder, s), fact.Deadline, fact.DueAt)],
            Fact.Reminded fact when OfPresentStage(fact.Stage, fact.Deadline, s) is { IsPending: true } deadline =>
                [new(NoticeKind.Reminder, To(deadline.Set.Holder, s), fact.Deadline, deadline.DueAt)],
            Fact.Chased fact when fact.Stage == s.Stage => [new(NoticeKind.Chase, Chased(fact, s).Except(ChasedBefore(entry, batch)))],
            Fact.Flagged fact => [new(NoticeKind.Flagged, ToBoardOffice, Detail: KebabCase.Of(fact.For))],
            Fact.DutyDone fact => [new(NoticeKind.DutyDone, ToTheOthers(entry.By, s), fact.Deadline)],
            _ => [],
        };
    }

    // The parties and the raiser hear of a stage's first deadlines with its beginning; an officer, or another rung, does not.
    private static IEnumerable<Recipient> Holders(Fact.DeadlineSet fact, Batch batch) =>
        To(fact.Holder, batch.Standing).Except(batch.BeganStage ? ToEverybody(batch.Standing) : []);

    private static IEnumerable<Recipient> Chased(Fact.Chased fact, Standing s) => To(fact.Holder, s).Concat(fact.BoardOfficeToo ? ToBoardOffice : []);

    // Several duties can be chased at once; nobody is asked twice in one moment.
    private static IEnumerable<Recipient> ChasedBefore(Entry entry, Batch batch) =>
        batch.Entries.TakeWhile(e => e != entry).Select(e => e.Fact).OfType<Fact.Chased>().SelectMany(fact => Chased(fact, batch.Standing));

    private static Deadline? OfPresentStage(string stage, string deadline, Standing s) => stage == s.Stage ? s.FindDeadline(deadline) : null;
}
