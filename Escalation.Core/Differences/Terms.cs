using Escalation.Core.Calendar;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>
/// What a decision is made under, beside the record itself: the procedure that the difference opened under, the working days of its
/// nation and board, and who can be reached. Same terms, same record, same instant: same decision.
/// </summary>
public sealed class Terms(Procedure procedure, WorkingDays days, ContactBook contacts)
{
    public Procedure Procedure { get; } = procedure;

    public ContactBook Contacts { get; } = contacts;

    public DueTimes DueTimes { get; } = new(procedure.WorkingTime, days);
}
