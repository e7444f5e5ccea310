using Escalation.Core;

namespace Escalation.Service.Retention;

/// <summary>A list of differences that are to be disposed of, as somebody has put it together for somebody else to approve.</summary>
/// <param name="Items">As they stood when it was prepared; none any more once it is done, for then the proofs say it.</param>
/// <param name="Approved">None as long as it waits.</param>
/// <param name="DoneAt">When all of it was carried out.</param>
/// <param name="Erased">How many were erased; the others were kept, for they had changed or were on hold.</param>
public sealed record DisposalList(
    string Id, string Board, DateTimeOffset PreparedAt, Signatory Prepared, ValueList<DisposalItem> Items, Approval? Approved = null,
    DateTimeOffset? DoneAt = null, int Erased = 0);

/// <param name="Length">Of its record; where that has grown since, it is not disposed of.</param>
/// <param name="KeptUntil">The last day of its retention period.</param>
public sealed record DisposalItem(string Difference, string Reference, int Length, DateOnly KeptUntil);

/// <param name="SamePerson">Whether whoever prepared it approved it too, there being nobody else who could.</param>
public sealed record Approval(DateTimeOffset At, Signatory By, bool SamePerson);

/// <summary>Somebody of the board who prepares or approves.</summary>
/// <param name="Name">Name and post.</param>
/// <param name="Address">A keyed hash of their address: two are two people where it differs.</param>
public sealed record Signatory(string Name, string Address);
