using System.Text.Json.Serialization;

namespace Escalation.Core.Notices;

/// <summary>
/// A message that somebody is owed. Its id is made of the reference, the entry that asks for it and its place among that entry's notices,
/// so that sending it again can be recognised. It carries no personal data; the words are made when it is sent.
/// </summary>
/// <param name="Entry">Number of the entry of the record that it tells of.</param>
/// <param name="Deadline">The deadline that it is about, and <paramref name="DueAt"/> when that is over.</param>
/// <param name="Detail">What else the words need: a form's id, an agency, why the procedure has somebody told.</param>
public sealed record Notice(
    string Id, NoticeKind Kind, Recipient To, int Entry, string Stage, string? Deadline = null, DateTimeOffset? DueAt = null, string? Detail = null);

/// <summary>Whom a notice goes to. The directory turns it into an address when it is sent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Rung), "rung")]
[JsonDerivedType(typeof(TheRaiser), "raiser")]
[JsonDerivedType(typeof(Supporter), "supporter")]
[JsonDerivedType(typeof(Officer), "officer")]
public abstract record Recipient
{
    private Recipient()
    {
    }

    /// <summary>Whoever acts for the agency at the stage.</summary>
    public sealed record Rung(string Agency, string Stage) : Recipient;

    /// <summary>The worker who raised it.</summary>
    public sealed record TheRaiser : Recipient;

    public sealed record Supporter(string Id) : Recipient;

    /// <summary>An officer of the board, or "board-office".</summary>
    public sealed record Officer(string Id) : Recipient;
}

public enum NoticeKind
{
    [Meaning("It has been received; this is its reference and what happens next.")] Raised,
    [Meaning("A stage has begun; this is asked of you, by then.")] StageEntered,
    [Meaning("Something more is asked of you at this stage.")] DutyAsked,
    [Meaning("The deadline is today.")] Reminder,
    [Meaning("The deadline has passed.")] DeadlinePassed,
    [Meaning("It still waits for you.")] Chase,
    [Meaning("A date has moved: it was agreed, brought forward, or counted again.")] DeadlineMoved,
    [Meaning("It went to a higher stage.")] Escalated,
    [Meaning("Nobody is known who acts for an agency: please name them.")] ContactNeeded,
    [Meaning("The other side has acknowledged it.")] Acknowledged,
    [Meaning("A discussion was recorded.")] DiscussionRecorded,
    [Meaning("There is an answer, with reasons.")] Responded,
    [Meaning("A manager agreed that it can go to a higher stage.")] GatePassed,
    [Meaning("An outcome is proposed: please confirm or dispute it.")] OutcomeToConfirm,
    [Meaning("A party has confirmed the proposed outcome.")] OutcomeConfirmed,
    [Meaning("The proposed outcome was disputed; the deadline stands.")] OutcomeDisputed,
    [Meaning("This is the written outcome.")] Outcome,
    [Meaning("It is closed.")] Closed,
    [Meaning("A date is proposed: please agree or decline.")] TimescaleToAgree,
    [Meaning("A proposed date was declined.")] TimescaleDeclined,
    [Meaning("The adult is at immediate risk.")] ImmediateRisk,
    [Meaning("The immediate risk is over.")] ImmediateRiskOver,
    [Meaning("You stand by the worker who raised it.")] Supporting,
    [Meaning("Somebody no longer stands by the worker who raised it.")] SupporterRemoved,
    [Meaning("Another agency has become a party.")] PartyAdded,
    [Meaning("You are invited to a meeting.")] MeetingInvitation,
    [Meaning("A meeting was held and recorded.")] MeetingRecorded,
    [Meaning("It is still unresolved and comes to you.")] Unresolved,
    [Meaning("It has been chosen how it will be decided.")] RouteChosen,
    [Meaning("The panel has been named.")] PanelFormed,
    [Meaning("A party was heard.")] Heard,
    [Meaning("A form is ready for your signature.")] FormToSign,
    [Meaning("A form that you signed was changed; your signature no longer stands.")] SignatureVoided,
    [Meaning("This is your copy of a completed form.")] FormCopy,
    [Meaning("Somebody did what was asked of them.")] DutyDone,
    [Meaning("The board office is asked to look at something.")] Flagged,
    [Meaning("A complaint runs alongside.")] ComplaintNoted,
    [Meaning("An action is past its date.")] ActionOverdue,
    [Meaning("An action is done.")] ActionDone,
    [Meaning("An action has a new owner or date.")] ActionChanged,
    [Meaning("A reflective debrief is offered.")] DebriefOffered,
    [Meaning("How well did the procedure work?")] FeedbackAsked,
    [Meaning("An issue for the board to consider.")] Learning,
    [Meaning("It was withdrawn.")] Withdrawn,
    [Meaning("It was sent to where it belongs.")] Redirected,
    [Meaning("The board office opened it again.")] Reopened,
    [Meaning("The procedure has you told of this.")] ForInformation,
    [Meaning("This was recorded in your name; say so if it was not you.")] Confirmation,
    [Meaning("A form was signed.")] FormSigned,
    [Meaning("Somebody says that an act in their name was not theirs; what rests on it waits.")] Disowned,
    [Meaning("The board office has found whether that act stands.")] DisowningAnswered,
}
