using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Core.Notices;

/// <summary>Whom the procedure has told besides, such as the board at stage one or a commissioning officer where a care home is a party.</summary>
internal static class Tells
{
    public static IEnumerable<Asking> Asked(Entry entry, Batch batch) => Happened(entry.Fact) is { } happening
        ? batch.Procedure.Tell.Where(tell => tell.On == happening && Applies(tell, entry.Fact, batch))
            .Select(tell => new Asking(NoticeKind.ForInformation, Addressing.To(tell.Who, batch.Standing), Detail: tell.Why))
        : [];

    /// <summary>What happened, in the words of a procedure; none for what a procedure cannot have anybody told of.</summary>
    public static Happening? Happened(Fact fact) => fact switch
    {
        Fact.Raised => Happening.Raised,
        Fact.StageEntered => Happening.StageEntered,
        Fact.Acknowledged => Happening.Acknowledged,
        Fact.Responded => Happening.Responded,
        Fact.DiscussionRecorded { Internal: false } => Happening.DiscussionHeld,
        Fact.GatePassed => Happening.GatePassed,
        Fact.TimescaleAgreed => Happening.TimescaleAgreed,
        Fact.OutcomeProposed => Happening.OutcomeProposed,
        Fact.OutcomeDisputed => Happening.OutcomeDisputed,
        Fact.OutcomeSettled => Happening.OutcomeSettled,
        Fact.EveryoneTold => Happening.EveryoneTold,
        Fact.DecidingOpened or Fact.UnresolvedReported => Happening.UnresolvedReported,
        Fact.RouteChosen => Happening.RouteChosen,
        Fact.PanelFormed => Happening.PanelFormed,
        Fact.RepresentationHeard => Happening.RepresentationHeard,
        Fact.MeetingArranged => Happening.MeetingArranged,
        Fact.MeetingHeld => Happening.MeetingHeld,
        Fact.DecisionMade => Happening.DecisionMade,
        Fact.FormSubmitted => Happening.FormSubmitted,
        Fact.DutyDone => Happening.DutyDone,
        Fact.ImmediateRiskMarked => Happening.ImmediateRiskMarked,
        Fact.DeadlinePassed => Happening.DeadlinePassed,
        Fact.Escalated or Fact.EscalatedByClock => Happening.Escalated,
        Fact.ContactMissing => Happening.ContactMissing,
        Fact.Closed => Happening.Closed,
        Fact.Withdrawn => Happening.Withdrawn,
        Fact.Redirected => Happening.Redirected,
        Fact.Reopened => Happening.Reopened,
        _ => null,
    };

    // Where somebody decides, a report opens the way to it, and whoever is told of one is told of both as one.
    private static bool IsToldWithAnother(Fact fact, Batch batch) =>
        fact is Fact.UnresolvedReported && batch.Entries.Any(e => e.Fact is Fact.DecidingOpened);

    private static bool Applies(Tell tell, Fact fact, Batch batch) => !IsToldWithAnother(fact, batch) &&
        (tell.Stage is null || tell.Stage == StageOf(fact, batch)) && (tell.Sector is null || IsParty(tell.Sector, batch));

    // An escalation is told at the stage that it leads to; what happened in a stage passed through, at that stage.
    private static string StageOf(Fact fact, Batch batch) => fact switch
    {
        Fact.StageEntered entered => entered.Stage,
        Fact.Escalated escalated => escalated.To,
        Fact.EscalatedByClock escalated => escalated.To,
        Fact.ContactMissing missing => missing.Stage,
        Fact.UnresolvedReported reported => reported.Stage,
        Fact.DecidingOpened opened => opened.Stage,
        Fact.DeadlinePassed { Stage.Length: > 0 } passed => passed.Stage,
        _ => batch.Standing.Stage,
    };

    // By the sector that the file means, so that one which stands for every other kind of agency counts for those too.
    private static bool IsParty(string sector, Batch batch) => batch.Standing.Parties.Any(p => batch.Procedure.SectorOf(p.Sector)?.Id == sector);
}
