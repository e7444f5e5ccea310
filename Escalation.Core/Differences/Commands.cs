namespace Escalation.Core.Differences;

/// <summary>
/// What somebody asks of a difference. <paramref name="Request"/> is the asker's own id for it: asking twice under one id is asking once.
/// </summary>
public sealed record Instruction(string Request, Actor By, Command Command);

/// <summary>Everything that can be asked. Ids of things that come to be (proposals, meetings, …) are given by the asker.</summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <summary>"We differ about how to keep this adult safe."</summary>
    /// <param name="Reference">The reference that messages carry; never the adult's name.</param>
    /// <param name="Concern">What the difference is about.</param>
    /// <param name="Responding">Ids of the agencies that are challenged.</param>
    /// <param name="Outset">When the concern was first considered by any worker.</param>
    /// <param name="Raiser">The worker who raised it; they are told the outcome.</param>
    /// <param name="Screening">Ids of the screening questions answered yes.</param>
    /// <param name="ImmediateRisk">Why the adult is at immediate risk, if so.</param>
    /// <param name="StartAt">The stage to start at, if not the first.</param>
    /// <param name="StartReason">Why it starts there.</param>
    public sealed record Raise(
        string Reference,
        Concern Concern,
        ValueList<string> Responding,
        ValueList<string> Involved,
        DateTimeOffset Outset,
        Person Raiser,
        ValueList<string> Screening,
        string? ImmediateRisk = null,
        string? StartAt = null,
        string? StartReason = null) : Command;

    /// <summary>"We talked." With <paramref name="Step"/>, it is that recorded step of the stage.</summary>
    public sealed record RecordDiscussion(string Id, string With, string Views, string Outcome, string? Step = null) : Command;

    /// <summary>"We have received it." Not a decision.</summary>
    public sealed record Acknowledge : Command;

    /// <summary>"This is our answer, and why."</summary>
    public sealed record Respond(string Id, string Position, string Reason) : Command;

    /// <summary>"We think this settles it."</summary>
    public sealed record ProposeOutcome(
        string Id, string Outcome, string Outstanding, ValueList<ActionAgreed> Actions, ValueList<string> Affirmed) : Command;

    /// <summary>"We agree to it."</summary>
    /// <param name="Reason">Why it settles it for them; asked of people, left open to their systems.</param>
    public sealed record ConfirmOutcome(string Proposal, ValueList<string> Affirmed, string? Reason = null) : Command;

    /// <summary>"We do not agree to it, because…" The clock runs on.</summary>
    public sealed record DisputeOutcome(string Proposal, string Reason) : Command;

    /// <summary>"It is not settled: take it further." To the next stage unless another is named.</summary>
    public sealed record Escalate(string FromStage, string Reason, string? To = null, ValueList<string>? Screening = null) : Command;

    /// <summary>"I, a manager, agree that it goes to that stage."</summary>
    public sealed record PassGate(string Stage) : Command;

    /// <summary>"Could we have until that day?" Also the first agreement of a deadline that the parties set themselves.</summary>
    public sealed record ProposeTimescale(string Id, string Deadline, DateOnly Until, string Reason) : Command;

    public sealed record AgreeTimescale(string Id) : Command;

    public sealed record DeclineTimescale(string Id, string Reason) : Command;

    public sealed record MarkImmediateRisk(string Reason) : Command;

    /// <summary>"The immediate risk is over." Deadlines that were brought forward stay where they are.</summary>
    public sealed record LiftImmediateRisk(string Reason) : Command;

    /// <summary>"This is who acts for that agency at that stage."</summary>
    public sealed record NominateContact(string Agency, string Stage, Person Contact) : Command;

    /// <summary>"This person stands by the worker who raised it." The worker who raised it cannot be removed; a supporter can.</summary>
    public sealed record AddSupporter(string Id, Person Supporter) : Command;

    public sealed record RemoveSupporter(string Id, string Reason) : Command;

    public sealed record AddParty(string Agency, Side Side, string Reason) : Command;

    /// <summary>"A complaint is being made alongside." It stops nothing.</summary>
    public sealed record NoteComplaint(string Note) : Command;

    /// <param name="Invited">Agencies by id; officers, the board office and the raiser by the procedure's name for them.</param>
    public sealed record ArrangeMeeting(string Id, DateTimeOffset At, string Place, string Purpose, ValueList<string> Invited) : Command;

    public sealed record RecordMeeting(string Id, DateTimeOffset HeldAt, ValueList<Attendance> Attended, string Record) : Command;

    /// <summary>"This stage cannot settle it."</summary>
    public sealed record ReportUnresolved(string Reason) : Command;

    public sealed record ChooseRoute(string Route, string Reason) : Command;

    public sealed record FormPanel(ValueList<PanelMember> Members) : Command;

    public sealed record HearRepresentation(string Agency, string Summary) : Command;

    /// <summary>"We have decided." Binding or not as the procedure says of the route.</summary>
    /// <param name="AgreedBy">Ids of the agencies that agree, where the procedure asks for consensus.</param>
    public sealed record MakeDecision(
        string Id, string Decision, string Reasons, string Outstanding, ValueList<ActionAgreed> Actions, ValueList<string> AgreedBy) : Command;

    /// <summary>Enters or changes fields; an edit voids signatures. <paramref name="Complete"/> sends a form that asks for none.</summary>
    public sealed record FillForm(string Form, ValueList<FieldEntry> Entries, bool Complete = false) : Command;

    /// <summary>Signs the edition of the form that the signatory has read.</summary>
    public sealed record SignForm(string Form, string Signature, string Designation, int Edition) : Command;

    /// <summary>"We did what that deadline asks of us."</summary>
    public sealed record FulfilDuty(string Deadline, string Account) : Command;

    /// <summary>The written outcome reached these: agencies by id, the worker who raised it as "raiser".</summary>
    public sealed record ConfirmTold(ValueList<string> Told) : Command;

    public sealed record CompleteAction(string Action, string Account) : Command;

    /// <summary>A new owner or date for an action, with the reason.</summary>
    public sealed record ChangeAction(string Action, string Agency, string Owner, DateOnly Due, string Reason) : Command;

    public sealed record RecordDebrief(DebriefStep Step, string Note) : Command;

    public sealed record PassLearning(string Id, string Issue) : Command;

    /// <summary>How well the procedure worked, 1 (not at all) to 5 (very well), and what would make it better.</summary>
    public sealed record GiveFeedback(int Effectiveness, string Suggestions) : Command;

    public sealed record Withdraw(string Reason) : Command;

    /// <summary>"It belongs elsewhere": the id of the screening question that shows it.</summary>
    public sealed record Redirect(string Screening, string Reason) : Command;

    public sealed record Reopen(string Stage, string Reason) : Command;

    /// <summary>"That was not me." Of an act that is recorded in the name of the agency or officer, by its number in the record.</summary>
    /// <param name="Account">What makes them say so.</param>
    public sealed record Disown(int Entry, string Account) : Command;

    /// <summary>"We have found out: it stands", or it does not. For the board office.</summary>
    /// <param name="Reason">What was found, and how.</param>
    public sealed record AnswerDisowned(int Entry, bool Stands, string Reason) : Command;

    /// <summary>The calendar has changed: open deadlines are counted again under the present terms.</summary>
    public sealed record CountAgain(string Reason) : Command;

    /// <summary>The clock asks. Whatever is due by now happens; nothing else does.</summary>
    public sealed record LetTimePass : Command;
}

/// <summary>What a difference is about.</summary>
/// <param name="AdultReference">How the raising agency's own record names the adult.</param>
/// <param name="Summary">What was decided or done, and why it is thought wrong or unsafe.</param>
/// <param name="DesiredOutcome">What should happen for the adult.</param>
/// <param name="Reason">The id of a reason in the procedure, where it lists them.</param>
public sealed record Concern(
    [property: Personal] string AdultReference, [property: Personal] string Summary, [property: Personal] string DesiredOutcome, string? Reason = null);

/// <summary>An action that an agency takes on, due at the close of a day.</summary>
public sealed record ActionAgreed(string Id, [property: Personal] string What, string Agency, [property: Personal] string Owner, DateOnly Due);

public sealed record Attendance(string Agency, [property: Personal] string Name, bool DecisionAuthority);

/// <summary>A member of a panel: the post (of the pool that the procedure names) and the member agency they come from.</summary>
public sealed record PanelMember([property: Personal] string Name, string Post, string Agency);

public sealed record FieldEntry(string Field, [property: Personal] string Value);

public enum DebriefStep { Offered, Accepted, Declined, Held }
