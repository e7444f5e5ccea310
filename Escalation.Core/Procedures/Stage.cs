namespace Escalation.Core.Procedures;

[Meaning("A step of the procedure.")]
public sealed record Stage(
    [Meaning("Short, for example \"1\".")] string Id,
    [Meaning("What the stage is called.")] string Title,
    [Meaning("Whether it is informal or formal.")] Band Band,
    [Meaning("What happens, in a sentence or two for those who act.")] string? Summary = null,
    [Meaning("True where people may choose it but the clock passes over it.")] bool Optional = false,
    [Meaning("The stages that it leads to, the clock's way first. Unless said: the next stage, and optional ones before it.")]
    ValueList<string>? LeadsTo = null,
    [Meaning("Steps that are recorded one after another, such as \"own manager first, then the other practitioner\".")]
    ValueList<Step>? Steps = null,
    [Meaning("Whose agreement a person needs to bring a difference to this stage. It never holds the clock.")] Gate? Gate = null,
    [Meaning("The deadlines and the duties without a date.")] ValueList<DeadlineRule>? Deadlines = null,
    [Meaning("How silence is chased at this stage, where it differs from the rest.")] Chase? Chase = null,
    [Meaning("Forms used at this stage.")] ValueList<StageForm>? Forms = null,
    [Meaning("The meeting that belongs to this stage.")] Meeting? Meeting = null,
    [Meaning("How it is decided where the parties cannot settle it.")] Deciding? Deciding = null,
    [Meaning("Screening questions that are asked again before a person brings a difference here.")] ValueList<string>? NotFor = null,
    [Meaning("True where the link in a message is enough to see the whole and to decide. Otherwise a link shows reference, stage, organisations "
        + "and due time, and the rest needs a code that is mailed to the address on file.")]
    bool LinkAlone = false,
    [Meaning("Where the policy says so.")] string? Clause = null)
{
    public ValueList<Step> Steps { get; init; } = Steps ?? [];

    public ValueList<DeadlineRule> Deadlines { get; init; } = Deadlines ?? [];

    public ValueList<StageForm> Forms { get; init; } = Forms ?? [];

    public ValueList<string> NotFor { get; init; } = NotFor ?? [];

    /// <summary>When the way to a decision opens: where the parties are given no time to settle it here, they are not waited for.</summary>
    public Opens DecidingOpens => Deciding?.Opens
        ?? (Deadlines.Any(d => d.Kind == DeadlineKind.Resolve) ? Opens.WhenUnresolved : Opens.AtOnce);
}

public enum Band { Informal, Formal }

[Meaning("Something that is recorded at a stage.")]
public sealed record Step(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("What is done.")] string Title,
    [Meaning("True where a person must have recorded it before taking the difference further. At immediate risk no step is required.")]
    bool Required = false,
    [Meaning("True where it stays within an agency, such as asking one's own manager: it keeps no promise to talk to the other side.")]
    bool Internal = false);

[Meaning("A manager's agreement, recorded with name and time, before a person brings a difference here.")]
public sealed record Gate(
    [Meaning("Whose manager agrees; the raising agency's unless said.")] Who? By = null,
    [Meaning("What is agreed.")] string? Title = null)
{
    public Who By { get; init; } = By ?? Who.RaisingAgency;
}

[Meaning("A promise with a due time, somebody who holds it, and what follows when it passes.")]
public sealed record DeadlineRule(
    [Meaning("Small letters, figures and hyphens; not twice in one stage.")] string Id,
    [Meaning("What is promised.")] DeadlineKind Kind,
    [Meaning("Who must keep it. A side is asked of each of its agencies.")] Who Holder,
    [Meaning("How long they have.")] Allowance Within,
    [Meaning("What it counts from; \"stage-entered\" unless said. \"outset\" and \"raised\" run on through the stages. \"met:\" "
        + "begins when that deadline is met or, unmet, when its time is over: silence does not stop the chain.")] CountsFrom? From = null,
    [Meaning("What follows when it passes; \"remind\" unless said. Nothing is ever decided because time ran out.")]
    OnExpiry OnExpiry = OnExpiry.Remind,
    [Meaning("A shorter allowance at immediate risk, counted from the same event or from when the risk was marked, whichever is later.")]
    Allowance? WhenAtRisk = null,
    [Meaning("What keeps the promise, where it is not what its kind says.")] ValueList<Happening>? MetBy = null,
    [Meaning("What is asked, in words.")] string? Title = null,
    [Meaning("Where the policy says so.")] string? Clause = null,
    [Meaning("Which form a form-submitted that keeps it must be, where the stage uses several.")] string? Form = null)
{
    public CountsFrom From { get; init; } = From ?? new CountsFrom(Happening.StageEntered);

    public ValueList<Happening> MetBy { get; init; } = MetBy ?? Kind.KeptBy();

    public string Title { get; init; } = Title ?? Kind.InWords();
}

public enum DeadlineKind
{
    [Meaning("Say that the concern has been received. Acknowledging is not deciding. Kept by acknowledged or responded.")] Acknowledge,
    [Meaning("Answer with reasons. Kept by responded.")] Respond,
    [Meaning("Talk to the other side and record it. Kept by discussion-held or meeting-held.")] Discuss,
    [Meaning("Agree a timescale or a plan. Kept by timescale-agreed or outcome-settled.")] AgreePlan,
    [Meaning("Decide, or choose how it will be decided. Kept by decision-made.")] Decide,
    [Meaning("Hold a meeting. Kept by meeting-held.")] Convene,
    [Meaning("Put the outcome in writing. Kept by outcome-proposed, outcome-settled, everyone-told or duty-done.")] ConfirmInWriting,
    [Meaning("Tell somebody. Kept by duty-done.")] Notify,
    [Meaning("Send a completed form. Kept by form-submitted.")] SubmitForm,
    [Meaning("Settle the difference, or it goes further. Kept by outcome-settled.")] Resolve,
}

public enum OnExpiry
{
    [Meaning("The difference goes to the next stage by itself.")] Escalate,
    [Meaning("Those who hold it are reminded.")] Remind,
    [Meaning("The board office is told as well.")] Flag,
}

internal static class DeadlineKinds
{
    public static ValueList<Happening> KeptBy(this DeadlineKind kind) => kind switch
    {
        DeadlineKind.Acknowledge => [Happening.Acknowledged, Happening.Responded],
        DeadlineKind.Respond => [Happening.Responded],
        DeadlineKind.Discuss => [Happening.DiscussionHeld, Happening.MeetingHeld],
        DeadlineKind.AgreePlan => [Happening.TimescaleAgreed, Happening.OutcomeSettled],
        DeadlineKind.Decide => [Happening.DecisionMade],
        DeadlineKind.Convene => [Happening.MeetingHeld],
        DeadlineKind.ConfirmInWriting => [Happening.OutcomeProposed, Happening.OutcomeSettled, Happening.EveryoneTold, Happening.DutyDone],
        DeadlineKind.Notify => [Happening.DutyDone],
        DeadlineKind.SubmitForm => [Happening.FormSubmitted],
        DeadlineKind.Resolve => [Happening.OutcomeSettled],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of deadline"),
    };

    /// <summary>Promises about writing, telling and forms stand when the difference is settled; the others are over.</summary>
    public static bool OutlivesSettlement(this DeadlineKind kind) =>
        kind is DeadlineKind.ConfirmInWriting or DeadlineKind.Notify or DeadlineKind.SubmitForm;

    public static string InWords(this DeadlineKind kind) => kind switch
    {
        DeadlineKind.Acknowledge => "acknowledge the concern",
        DeadlineKind.Respond => "respond with reasons",
        DeadlineKind.Discuss => "discuss it with the other side",
        DeadlineKind.AgreePlan => "agree a timescale or a plan",
        DeadlineKind.Decide => "decide",
        DeadlineKind.Convene => "hold the meeting",
        DeadlineKind.ConfirmInWriting => "confirm the outcome in writing",
        DeadlineKind.Notify => "tell those concerned",
        DeadlineKind.SubmitForm => "send the completed form",
        DeadlineKind.Resolve => "settle the difference",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of deadline"),
    };
}

[Meaning("A form as one stage uses it.")]
public sealed record StageForm(
    [Meaning("The id of the form.")] string Form,
    [Meaning("Who completes it; the raising agency unless said.")] Who? Holder = null,
    [Meaning("Whether anything waits for it; nothing does unless said.")] FormNeeded Needed = FormNeeded.Wanted)
{
    public Who Holder { get; init; } = Holder ?? Who.RaisingAgency;
}

public enum FormNeeded
{
    [Meaning("Asked for, but nothing waits for it.")] Wanted,
    [Meaning("A person can take the difference further only when it is complete. It never holds the clock.")] ToGoFurther,
    [Meaning("A difference that is settled at this stage closes only when it is complete.")] ToClose,
    [Meaning("Both: to go further, and to close.")] Always,
}

[Meaning("A meeting of everyone who is involved.")]
public sealed record Meeting(
    [Meaning("Who sees to it that it takes place.")] Who ConvenedBy,
    [Meaning("Who arranges it; the same unless said.")] Who? CoordinatedBy = null,
    [Meaning("Who must be invited; every party unless said.")] ValueList<Who>? Invited = null,
    [Meaning("True where each representative needs the authority to decide for their organisation.")] bool DecisionAuthority = false)
{
    public Who CoordinatedBy { get; init; } = CoordinatedBy ?? ConvenedBy;

    public ValueList<Who> Invited { get; init; } = Invited ?? [Who.EveryParty];
}
