using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/withdrawal: "We take it back."</summary>
internal sealed record Withdraw(ActingPerson By, [Narrative] string Reason) : IAct<Command.Withdraw>
{
    public static ActAddress Address => new("withdrawal", "We take it back.");

    public Command.Withdraw ToCommand(Named named) => new(Reason);
}
