using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/risk: "The adult is at immediate risk."</summary>
internal sealed record MarkRisk(ActingPerson By, [Narrative] string Reason) : IAct<Command.MarkImmediateRisk>
{
    public static ActAddress Address => new("risk", "The adult is at immediate risk.");

    public Command.MarkImmediateRisk ToCommand(Named named) => new(Reason);
}
