using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/risk/lifting: "The immediate risk is over."</summary>
internal sealed record LiftRisk(ActingPerson By, [Narrative] string Reason) : IAct<Command.LiftImmediateRisk>
{
    public static ActAddress Address => new("risk/lifting", "The immediate risk is over.");

    public Command.LiftImmediateRisk ToCommand(Named named) => new(Reason);
}
