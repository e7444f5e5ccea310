using System.Text.Json.Serialization;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>
/// A line of the record of a difference: what became true, when it was recorded, who made it so, and the request that asked for it.
/// Lines are numbered from 1 without gaps and never change.
/// </summary>
public sealed record Entry(int Number, DateTimeOffset At, Actor By, string Request, Fact Fact);

/// <summary>
/// Everything that can become true of a difference. The stored name of a fact is written here and never changes, whatever the type is
/// called. A fact carries what was computed, so that a later change of calendar, directory or code cannot move a promise already made.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(Raised), "raised")]
[JsonDerivedType(typeof(StageEntered), "stage-entered")]
[JsonDerivedType(typeof(ContactMissing), "contact-missing")]
[JsonDerivedType(typeof(ContactNominated), "contact-nominated")]
[JsonDerivedType(typeof(DeadlineSet), "deadline-set")]
[JsonDerivedType(typeof(DeadlineMet), "deadline-met")]
[JsonDerivedType(typeof(DeadlineDropped), "deadline-dropped")]
[JsonDerivedType(typeof(DeadlineMoved), "deadline-moved")]
[JsonDerivedType(typeof(DeadlinePassed), "deadline-passed")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(ChaseSet), "chase-set")]
[JsonDerivedType(typeof(Chased), "chased")]
[JsonDerivedType(typeof(Flagged), "flagged")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(EscalatedByClock), "escalated-by-clock")]
[JsonDerivedType(typeof(GatePassed), "gate-passed")]
[JsonDerivedType(typeof(DiscussionRecorded), "discussion-recorded")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(Responded), "responded")]
[JsonDerivedType(typeof(OutcomeProposed), "outcome-proposed")]
[JsonDerivedType(typeof(OutcomeConfirmed), "outcome-confirmed")]
[JsonDerivedType(typeof(OutcomeDisputed), "outcome-disputed")]
[JsonDerivedType(typeof(OutcomeSettled), "outcome-settled")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(EveryoneTold), "everyone-told")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(TimescaleProposed), "timescale-proposed")]
[JsonDerivedType(typeof(TimescaleAgreed), "timescale-agreed")]
[JsonDerivedType(typeof(TimescaleDeclined), "timescale-declined")]
[JsonDerivedType(typeof(ImmediateRiskMarked), "immediate-risk-marked")]
[JsonDerivedType(typeof(ImmediateRiskLifted), "immediate-risk-lifted")]
[JsonDerivedType(typeof(SupporterAdded), "supporter-added")]
[JsonDerivedType(typeof(SupporterRemoved), "supporter-removed")]
[JsonDerivedType(typeof(PartyAdded), "party-added")]
[JsonDerivedType(typeof(ComplaintNoted), "complaint-noted")]
[JsonDerivedType(typeof(MeetingArranged), "meeting-arranged")]
[JsonDerivedType(typeof(MeetingHeld), "meeting-held")]
[JsonDerivedType(typeof(UnresolvedReported), "unresolved-reported")]
[JsonDerivedType(typeof(DecidingOpened), "deciding-opened")]
[JsonDerivedType(typeof(RouteChosen), "route-chosen")]
[JsonDerivedType(typeof(PanelFormed), "panel-formed")]
[JsonDerivedType(typeof(RepresentationHeard), "representation-heard")]
[JsonDerivedType(typeof(DecisionMade), "decision-made")]
[JsonDerivedType(typeof(FormFilled), "form-filled")]
[JsonDerivedType(typeof(SignaturesVoided), "signatures-voided")]
[JsonDerivedType(typeof(FormSigned), "form-signed")]
[JsonDerivedType(typeof(FormSubmitted), "form-submitted")]
[JsonDerivedType(typeof(DutyDone), "duty-done")]
[JsonDerivedType(typeof(ActionCompleted), "action-completed")]
[JsonDerivedType(typeof(ActionChanged), "action-changed")]
[JsonDerivedType(typeof(ActionChased), "action-chased")]
[JsonDerivedType(typeof(DebriefRecorded), "debrief-recorded")]
[JsonDerivedType(typeof(LearningPassed), "learning-passed")]
[JsonDerivedType(typeof(FeedbackGiven), "feedback-given")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Redirected), "redirected")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Disowned), "disowned")]
[JsonDerivedType(typeof(DisowningAnswered), "disowning-answered")]
[JsonDerivedType(typeof(DeadlineRestored), "deadline-restored")]
public abstract record Fact
{
    private Fact()
    {
    }

    public sealed record Raised(
        string Reference, string Procedure, string Version, Concern Concern, ValueList<Party> Parties, DateTimeOffset Outset, Person Raiser) : Fact;

    /// <summary>A stage began; <paramref name="Rungs"/> says who acts for each agency.</summary>
    /// <param name="Since">
    /// The due time by which the clock brought it here, where that was on the same day: what counts from the beginning of the stage counts
    /// from then, so that a clock that is a second late does not give anybody a day.
    /// </param>
    public sealed record StageEntered(string Stage, ValueList<RungHolder> Rungs, DateTimeOffset? Since = null) : Fact;

    /// <summary>Nobody was found for an agency's rung; the people in hand are asked for the name (the policies oblige them to share it).</summary>
    public sealed record ContactMissing(string Agency, string Stage, string Role) : Fact;

    public sealed record ContactNominated(string Agency, string Stage, Person Contact) : Fact;

    /// <param name="DueAt">When it is over; none where the duty has no date.</param>
    /// <param name="Why">How the due time was reckoned; none where it was not counted but agreed, or has no date.</param>
    /// <param name="RemindAt">When those who hold it are reminded, if they are.</param>
    /// <param name="After">Number of the entry that it counts from: only what is recorded later can meet it.</param>
    public sealed record DeadlineSet(
        string Stage,
        string Deadline,
        DeadlineKind Kind,
        string Title,
        Who Holder,
        OnExpiry OnExpiry,
        int After,
        DateTimeOffset? DueAt = null,
        Reckoning? Why = null,
        DateTimeOffset? RemindAt = null) : Fact;

    public sealed record DeadlineMet(string Stage, string Deadline) : Fact;

    /// <summary>It no longer applies, because an outcome was settled.</summary>
    public sealed record DeadlineDropped(string Stage, string Deadline) : Fact;

    /// <param name="From">When it was due before; null, and written so, where it had no date.</param>
    public sealed record DeadlineMoved(
        string Stage, string Deadline, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? From, DateTimeOffset To,
        Moving Because, string Reason, Reckoning? Why = null, DateTimeOffset? RemindAt = null) : Fact;

    public sealed record DeadlinePassed(string Stage, string Deadline, DateTimeOffset DueAt) : Fact;

    public sealed record Reminded(string Stage, string Deadline) : Fact;

    /// <summary>Silence will be chased then.</summary>
    public sealed record ChaseSet(string Stage, Who Holder, DateTimeOffset DueAt, int Number, Reckoning Why) : Fact;

    public sealed record Chased(string Stage, Who Holder, int Number, bool BoardOfficeToo) : Fact;

    /// <summary>The board office is told of something that a person must look at. Nothing else follows from it.</summary>
    public sealed record Flagged(FlaggedFor For, string Detail) : Fact;

    public sealed record Escalated(string From, string To, [property: Personal] string Reason) : Fact;

    public sealed record EscalatedByClock(string From, string To, string Deadline) : Fact;

    public sealed record GatePassed(string Stage) : Fact;

    /// <param name="Internal">Whether it stayed within an agency.</param>
    public sealed record DiscussionRecorded(
        string Id, string Stage, [property: Personal] string With, [property: Personal] string Views, [property: Personal] string Outcome,
        string? Step = null, bool Internal = false) : Fact;

    public sealed record Acknowledged(string Stage) : Fact;

    public sealed record Responded(string Id, string Stage, [property: Personal] string Position, [property: Personal] string Reason) : Fact;

    public sealed record OutcomeProposed(
        string Id, string Stage, [property: Personal] string Outcome, [property: Personal] string Outstanding, ValueList<ActionAgreed> Actions,
        ValueList<string> Affirmed) : Fact;

    public sealed record OutcomeConfirmed(string Proposal, ValueList<string> Affirmed, [property: Personal] string? Reason = null) : Fact;

    public sealed record OutcomeDisputed(string Proposal, [property: Personal] string Reason) : Fact;

    /// <summary>It is settled, by agreement or by a binding decision; <paramref name="Of"/> is the id of the proposal or decision.</summary>
    /// <param name="DaysTaken">Whole calendar days from the outset.</param>
    /// <param name="ActionsDue">When each of its actions is over, so that it can be followed up.</param>
    public sealed record OutcomeSettled(string Of, string Stage, SettledBy By, int DaysTaken, ValueList<ActionDue> ActionsDue) : Fact;

    public sealed record Told(string Recipient) : Fact;

    public sealed record EveryoneTold : Fact;

    public sealed record Closed : Fact;

    public sealed record TimescaleProposed(string Id, string Stage, string Deadline, DateOnly Until, [property: Personal] string Reason) : Fact;

    /// <param name="Extended">Working days that it adds to the deadline.</param>
    public sealed record TimescaleAgreed(string Id, int Extended) : Fact;

    public sealed record TimescaleDeclined(string Id, [property: Personal] string Reason) : Fact;

    public sealed record ImmediateRiskMarked([property: Personal] string Reason) : Fact;

    public sealed record ImmediateRiskLifted([property: Personal] string Reason) : Fact;

    public sealed record SupporterAdded(string Id, Person Supporter) : Fact;

    public sealed record SupporterRemoved(string Id, [property: Personal] string Reason) : Fact;

    public sealed record PartyAdded(Party Party, RungHolder Rung, [property: Personal] string Reason) : Fact;

    public sealed record ComplaintNoted([property: Personal] string Note) : Fact;

    public sealed record MeetingArranged(
        string Id, string Stage, DateTimeOffset MeetAt, [property: Personal] string Place, [property: Personal] string Purpose,
        ValueList<string> Invited) : Fact;

    public sealed record MeetingHeld(
        string Id, string Stage, DateTimeOffset HeldAt, ValueList<Attendance> Attended, [property: Personal] string Record) : Fact;

    public sealed record UnresolvedReported(string Stage, [property: Personal] string Reason) : Fact;

    public sealed record DecidingOpened(string Stage, ValueList<Who> Tell) : Fact;

    public sealed record RouteChosen(string Stage, string Route, [property: Personal] string Reason) : Fact;

    public sealed record PanelFormed(ValueList<PanelMember> Members) : Fact;

    public sealed record RepresentationHeard(string Agency, [property: Personal] string Summary) : Fact;

    public sealed record DecisionMade(
        string Id, string Stage, string Route, bool Binding, [property: Personal] string Decision, [property: Personal] string Reasons,
        [property: Personal] string Outstanding, ValueList<ActionAgreed> Actions, ValueList<string> AgreedBy) : Fact;

    public sealed record FormFilled(string Form, int Edition, ValueList<FieldEntry> Entries) : Fact;

    public sealed record SignaturesVoided(string Form, ValueList<string> Signatures) : Fact;

    public sealed record FormSigned(
        string Form, int Edition, string Signature, [property: Personal] string Name, [property: Personal] string Designation,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Agency) : Fact;

    public sealed record FormSubmitted(string Form, int Edition, string Stage, ValueList<Who> Copies) : Fact;

    public sealed record DutyDone(string Stage, string Deadline, [property: Personal] string Account) : Fact;

    public sealed record ActionCompleted(string Action, [property: Personal] string Account) : Fact;

    public sealed record ActionChanged(
        string Action, string Agency, [property: Personal] string Owner, DateOnly Due, DateTimeOffset ChaseAt, [property: Personal] string Reason) : Fact;

    /// <summary>An action past its date was chased; it will be again at <paramref name="Next"/>.</summary>
    public sealed record ActionChased(string Action, int Number, DateTimeOffset Next) : Fact;

    public sealed record DebriefRecorded(DebriefStep Step, [property: Personal] string Note) : Fact;

    public sealed record LearningPassed(string Id, [property: Personal] string Issue, ValueList<Who> To) : Fact;

    public sealed record FeedbackGiven(int Effectiveness, [property: Personal] string Suggestions) : Fact;

    public sealed record Withdrawn([property: Personal] string Reason) : Fact;

    public sealed record Redirected(string Screening, string GoInstead, [property: Personal] string Reason) : Fact;

    public sealed record Reopened(string Stage, [property: Personal] string Reason) : Fact;

    /// <summary>It was said that an entry was not made by the one in whose name it stands. What rests on it waits for the board office.</summary>
    /// <param name="Entry">Number of the entry.</param>
    public sealed record Disowned(int Entry, [property: Personal] string Account) : Fact;

    /// <summary>The board office has found out. What was held goes on, or the act is void and what it alone brought about with it.</summary>
    public sealed record DisowningAnswered(int Entry, bool Stands, [property: Personal] string Reason) : Fact;

    /// <summary>It is waited for again, with the time that it had: what had kept it is void.</summary>
    public sealed record DeadlineRestored(string Stage, string Deadline) : Fact;
}

public sealed record ActionDue(string Action, DateTimeOffset DueAt);

/// <summary>Why a deadline moved.</summary>
public enum Moving { Agreement, ImmediateRisk, Calendar }

public enum SettledBy { Agreement, BindingDecision }

/// <summary>What the board office is asked to look at.</summary>
public enum FlaggedFor
{
    /// <summary>A deadline passed whose procedure says that the board office is told; nothing was decided by it.</summary>
    DeadlinePassed,

    /// <summary>A promise over the whole procedure (a cap) is broken.</summary>
    CapPassed,

    /// <summary>An agreed timescale goes beyond a cap.</summary>
    CapWillBreak,

    /// <summary>The panel has no member from an agency that is not in dispute.</summary>
    NoNeutralAgency,

    /// <summary>A party was not at the meeting.</summary>
    PartyAbsent,

    /// <summary>Somebody at the meeting could not decide for their organisation.</summary>
    NoDecisionAuthority,

    /// <summary>Somebody says that an act that stands in their name was not theirs. What rests on it waits for the board office.</summary>
    Disowned,
}
