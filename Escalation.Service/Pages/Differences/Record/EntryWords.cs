using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>
/// Puts what happened into words for those who may see all of it. Every fact has its own; one that is new and has none yet stops the page
/// rather than going missing from a record.
/// </summary>
internal static class EntryWords
{
    public static Said Of(Entry entry, RecordNames names) => entry.Fact switch
    {
        Fact.Raised or Fact.StageEntered or Fact.Escalated or Fact.EscalatedByClock or Fact.GatePassed or Fact.ImmediateRiskMarked
            or Fact.ImmediateRiskLifted or Fact.Withdrawn or Fact.Redirected or Fact.Reopened => CourseWords.Of(entry, names),
        Fact.ContactMissing or Fact.ContactNominated or Fact.SupporterAdded or Fact.SupporterRemoved or Fact.PartyAdded
            or Fact.ComplaintNoted => PeopleWords.Of(entry, names),
        Fact.DeadlineSet or Fact.DeadlineMet or Fact.DeadlineDropped or Fact.DeadlineMoved or Fact.DeadlinePassed or Fact.DeadlineRestored or Fact.Reminded
            or Fact.ChaseSet or Fact.Chased or Fact.Flagged or Fact.DutyDone => DeadlineWords.Of(entry, names),
        Fact.TimescaleProposed or Fact.TimescaleAgreed or Fact.TimescaleDeclined => TimescaleWords.Of(entry, names),
        Fact.DiscussionRecorded or Fact.Acknowledged or Fact.Responded or Fact.OutcomeProposed or Fact.OutcomeConfirmed
            or Fact.OutcomeDisputed => ExchangeWords.Of(entry, names),
        Fact.MeetingArranged or Fact.MeetingHeld or Fact.UnresolvedReported or Fact.DecidingOpened or Fact.RouteChosen or Fact.PanelFormed
            or Fact.RepresentationHeard or Fact.DecisionMade => DecidingWords.Of(entry, names),
        Fact.FormFilled or Fact.SignaturesVoided or Fact.FormSigned or Fact.FormSubmitted => FormWords.Of(entry, names),
        Fact.OutcomeSettled or Fact.Told or Fact.EveryoneTold or Fact.Closed or Fact.ActionCompleted or Fact.ActionChanged or Fact.ActionChased
            or Fact.DebriefRecorded or Fact.LearningPassed or Fact.FeedbackGiven => EndWords.Of(entry, names),
        Fact.Disowned or Fact.DisowningAnswered => DisowningWords.Of(entry, names),
        // Facts of a later day get their words above.
        _ => throw Missing(entry),
    };

    public static InvalidOperationException Missing(Entry entry) => new($"No words for {entry.Fact.GetType().Name}.");
}
