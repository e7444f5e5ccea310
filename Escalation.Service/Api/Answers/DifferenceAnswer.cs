using Escalation.Core;
using Escalation.Core.Differences;

namespace Escalation.Service.Api.Answers;

/// <summary>How a difference stands. It holds nothing personal: what people wrote is in the record.</summary>
/// <param name="Version">Number of the last entry of the record; the entity tag is made of it.</param>
/// <param name="WaitingFor">Who has the next act; nobody once it has ended.</param>
/// <param name="Due">When the next act is due, and why then.</param>
/// <param name="ErasedAt">When what is personal in its record was erased, its retention period being over; left out as long as it is there.</param>
internal sealed record DifferenceAnswer(
    string Id,
    string Reference,
    string Procedure,
    string ProcedureVersion,
    Desk.CardState State,
    string Stage,
    string? StageTitle,
    int Version,
    DateTimeOffset RaisedAt,
    DateTimeOffset ChangedAt,
    bool AtImmediateRisk,
    ValueList<Party> Parties,
    ValueList<DutyHolder> WaitingFor,
    DueAnswer? Due,
    ValueList<ProposalAnswer> Proposals,
    ValueList<ExtensionAnswer> Extensions,
    ValueList<MeetingAnswer> Meetings,
    ValueList<string> Supporters,
    ValueList<FormSummary> Forms,
    DecidingAnswer? Deciding,
    SettlementAnswer? Settlement,
    ValueList<ActionAnswer> Actions,
    ValueList<DisownedAnswer> Disowned,
    DateTimeOffset? ErasedAt = null);

internal sealed record DueAnswer(DateTimeOffset At, string Why);

internal sealed record ProposalAnswer(string Id, string Stage, ProposalStatus Status, string? Agency, ValueList<string> ConfirmedBy);

internal sealed record ExtensionAnswer(string Id, string Deadline, DateOnly Until, string Agency, TimescaleStatus Status);

internal sealed record MeetingAnswer(string Id, string Stage, DateTimeOffset At, bool Held);

/// <param name="Edition">The edition that a signature has to name.</param>
/// <param name="Signed">Ids of the signatures that it carries.</param>
/// <param name="CompletedAt">The stage at which this edition was completed.</param>
internal sealed record FormSummary(string Form, int Edition, ValueList<string> Signed, string? CompletedAt);

internal sealed record DecidingAnswer(string? Route, int PanelMembers, ValueList<string> Heard);

internal sealed record SettlementAnswer(string Of, string Stage, SettledBy By, ValueList<string> Told);

internal sealed record ActionAnswer(string Id, string Agency, DateOnly Due, bool Done);

/// <summary>An act that was disowned, for which the board office has no answer yet.</summary>
/// <param name="Entry">Its number in the record.</param>
/// <param name="Fact">Its stored name, as in docs/facts.md.</param>
/// <param name="InNameOf">The agency or officer.</param>
internal sealed record DisownedAnswer(int Entry, string Fact, DateTimeOffset At, string InNameOf);

/// <summary>What an act comes to.</summary>
/// <param name="Recorded">What the record gained by it.</param>
internal sealed record ActAnswer(DifferenceAnswer Difference, ValueList<RecordedAnswer> Recorded);

/// <param name="Number">Of the entry.</param>
/// <param name="Fact">Its stored name, as in docs/facts.md.</param>
/// <param name="Id">The id of what came to be, where something did that has one.</param>
internal sealed record RecordedAnswer(int Number, string Fact, string? Id);
