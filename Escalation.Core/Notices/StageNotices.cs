using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static Escalation.Core.Notices.Addressing;

namespace Escalation.Core.Notices;

/// <summary>Notices about where it stands and who acts there.</summary>
internal static class StageNotices
{
    public static IEnumerable<Asking> Asked(Entry entry, Batch batch)
    {
        var s = batch.Standing;
        return entry.Fact switch
        {
            // A stage that was passed through within one decision asks nothing of anybody any more.
            Fact.StageEntered fact when fact.Stage == s.Stage => [Entered(ToEverybody(s), s)],
            Fact.ContactMissing fact when fact.Stage == s.Stage => [new(NoticeKind.ContactNeeded, ToPeopleInHand(fact.Agency, s), Detail: fact.Agency)],
            Fact.ContactNominated fact when fact.Stage == s.Stage => [Entered(ToAgency(fact.Agency, s), s)],
            Fact.PartyAdded fact =>
            [
                Entered(ToAgency(fact.Party.Agency, s), s),
                new(NoticeKind.PartyAdded, ToTheOthers(entry.By, s).Except(ToAgency(fact.Party.Agency, s)), Detail: fact.Party.Agency),
            ],
            Fact.SupporterRemoved fact => [new(NoticeKind.SupporterRemoved, ToRaiser(s), Detail: fact.Id)],
            Fact.SupporterAdded fact => [new(NoticeKind.Supporting, [new Recipient.Supporter(fact.Id)])],
            Fact.Escalated fact => [new(NoticeKind.Escalated, ToThoseAt(fact.From, batch).LessThoseOf(entry.By), Detail: fact.To)],
            Fact.EscalatedByClock fact => [new(NoticeKind.Escalated, ToThoseAt(fact.From, batch), fact.Deadline, Detail: fact.To)],
            _ => [],
        };
    }

    private static Asking Entered(IEnumerable<Recipient> to, Standing s)
    {
        var first = s.PendingAtStage.MinBy(d => d.DueAt);
        return new Asking(NoticeKind.StageEntered, to, first?.Id, first?.DueAt);
    }

    // Those at a stage that was passed through never had it.
    private static IEnumerable<Recipient> ToThoseAt(string stage, Batch batch) =>
        To(batch.WasToldOf(stage) ? [Who.EveryParty with { AtStage = stage }, Who.Raiser] : [Who.Raiser], batch.Standing);
}
