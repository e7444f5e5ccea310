using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/actions/{action}: "Somebody else will do it, or by another day."</summary>
internal sealed record ChangeAction(
    ActingPerson By, [Id] string Agency, string Owner, DateOnly Due, [Narrative] string Reason) : IAct<Command.ChangeAction>
{
    public static ActAddress Address => new("actions/{action}", "Somebody else will do it, or by another day.");

    public Command.ChangeAction ToCommand(Named named) => new(named["action"], Agency, Owner, Due, Reason);
}
