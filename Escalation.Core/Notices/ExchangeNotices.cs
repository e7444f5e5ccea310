using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static Escalation.Core.Notices.Addressing;

namespace Escalation.Core.Notices;

/// <summary>Notices about what the parties, and those who decide, say to each other.</summary>
internal static class ExchangeNotices
{
    public static IEnumerable<Asking> Asked(Entry entry, Batch batch)
    {
        var s = batch.Standing;
        return entry.Fact switch
        {
            Fact.Acknowledged => [new(NoticeKind.Acknowledged, ToTheOthers(entry.By, s))],
            Fact.DiscussionRecorded => [new(NoticeKind.DiscussionRecorded, ToTheOthers(entry.By, s))],
            Fact.Responded => [new(NoticeKind.Responded, ToTheOthers(entry.By, s))],
            Fact.GatePassed => [new(NoticeKind.GatePassed, ToEverybody(s))],
            Fact.OutcomeProposed fact => [new(NoticeKind.OutcomeToConfirm, ToTheOthers(entry.By, s), Detail: fact.Id)],
            Fact.OutcomeConfirmed fact => [new(NoticeKind.OutcomeConfirmed, ToTheOthers(entry.By, s), Detail: fact.Proposal)],
            Fact.OutcomeDisputed fact => [new(NoticeKind.OutcomeDisputed, ToTheOthers(entry.By, s), Detail: fact.Proposal)],
            Fact.TimescaleProposed fact => [new(NoticeKind.TimescaleToAgree, ToTheOthers(entry.By, s), fact.Deadline, Detail: fact.Id)],
            Fact.TimescaleDeclined fact => [new(NoticeKind.TimescaleDeclined, ToTheOthers(entry.By, s), s.FindTimescale(fact.Id)!.Deadline, Detail: fact.Id)],
            Fact.ImmediateRiskMarked => [new(NoticeKind.ImmediateRisk, ToEverybody(s).Concat(ToBoardOffice).LessThoseOf(entry.By))],
            Fact.ImmediateRiskLifted => [new(NoticeKind.ImmediateRiskOver, ToEverybody(s).Concat(ToBoardOffice).LessThoseOf(entry.By))],
            Fact.ComplaintNoted => [new(NoticeKind.ComplaintNoted, ToBoardOffice.LessThoseOf(entry.By))],
            Fact.MeetingArranged fact => [new(NoticeKind.MeetingInvitation, Invited(fact, batch), DueAt: fact.MeetAt, Detail: fact.Id)],
            Fact.MeetingHeld fact => [new(NoticeKind.MeetingRecorded, ToTheOthers(entry.By, s), Detail: fact.Id)],
            Fact.UnresolvedReported => [new(NoticeKind.Unresolved, ToTheOthers(entry.By, s))],
            Fact.DecidingOpened fact => [new(NoticeKind.Unresolved, Deciders(fact, batch))],
            Fact.RouteChosen fact => [new(NoticeKind.RouteChosen, ToEverybody(s).Concat(Authority(fact, batch)), Detail: fact.Route)],
            Fact.PanelFormed => [new(NoticeKind.PanelFormed, ToEverybody(s))],
            Fact.RepresentationHeard fact => [new(NoticeKind.Heard, ToEverybody(s), Detail: fact.Agency)],
            Fact.DecisionMade { Binding: false } fact => [new(NoticeKind.OutcomeToConfirm, ToEverybody(s), Detail: fact.Id)],
            _ => [],
        };
    }

    private static IEnumerable<Recipient> Invited(Fact.MeetingArranged fact, Batch batch) =>
        fact.Invited.SelectMany(invited => Invited(invited, batch)).Concat(ToRaiser(batch.Standing));

    // Agencies are invited by their id, everybody else by the procedure's name for them.
    private static IEnumerable<Recipient> Invited(string invited, Batch batch) =>
        invited == Who.Raiser.Name || invited == Who.BoardOffice.Name || batch.Procedure.Officers.Any(o => o.Id == invited)
            ? To(new Who(invited), batch.Standing)
            : ToAgency(invited, batch.Standing);

    private static IEnumerable<Recipient> Deciders(Fact.DecidingOpened fact, Batch batch)
    {
        var deciding = batch.Procedure.StageOf(fact.Stage).Deciding!;
        return To(fact.Tell.Append(deciding.ChosenBy ?? deciding.Routes[0].Authority), batch.Standing);
    }

    private static IEnumerable<Recipient> Authority(Fact.RouteChosen fact, Batch batch) =>
        To(batch.Procedure.StageOf(fact.Stage).Deciding!.Routes.First(r => r.Id == fact.Route).Authority, batch.Standing);
}
