using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static Escalation.Core.Notices.Addressing;

namespace Escalation.Core.Notices;

/// <summary>Notices about the outcome and what comes after it.</summary>
internal static class EndNotices
{
    public static IEnumerable<Asking> Asked(Entry entry, Batch batch)
    {
        var s = batch.Standing;
        return entry.Fact switch
        {
            // Closing waits until these have arrived.
            Fact.OutcomeSettled => [new(NoticeKind.Outcome, ToEverybody(s))],
            Fact.Closed => Closed(batch),
            Fact.Withdrawn => [new(NoticeKind.Withdrawn, ToEverybody(s))],
            Fact.Redirected fact => [new(NoticeKind.Redirected, ToEverybody(s), Detail: fact.Screening)],
            Fact.Reopened => [new(NoticeKind.Reopened, ToEverybody(s))],
            Fact.ActionCompleted fact => [new(NoticeKind.ActionDone, ToTheOthers(entry.By, s), Detail: fact.Action)],
            Fact.ActionChanged fact => [new(NoticeKind.ActionChanged, ToTheOthers(entry.By, s), DueAt: fact.ChaseAt, Detail: fact.Action)],
            Fact.ActionChased fact => [new(NoticeKind.ActionOverdue, Owner(fact, s).Concat(fact.Number > 1 ? ToBoardOffice : []), Detail: fact.Action)],
            Fact.LearningPassed fact => [new(NoticeKind.Learning, To(fact.To, s), Detail: fact.Id)],
            _ => [],
        };
    }

    private static IEnumerable<Asking> Closed(Batch batch)
    {
        yield return new Asking(NoticeKind.Closed, ToEverybody(batch.Standing));
        if (batch.Procedure.AfterClosing.Debrief) yield return new Asking(NoticeKind.DebriefOffered, ToEverybody(batch.Standing));
        if (batch.Procedure.AfterClosing.Feedback) yield return new Asking(NoticeKind.FeedbackAsked, To(Who.EveryParty, batch.Standing));
    }

    private static IEnumerable<Recipient> Owner(Fact.ActionChased fact, Standing s) =>
        ToAgency(s.Actions.First(a => a.Action.Id == fact.Action).Action.Agency, s);
}
