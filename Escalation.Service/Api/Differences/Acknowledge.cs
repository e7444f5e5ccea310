using Escalation.Core.Differences;
using Escalation.Service.Access;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/acknowledgements: "We have received it."</summary>
internal sealed record Acknowledge(ActingPerson By) : IAct<Command.Acknowledge>
{
    public static ActAddress Address => new("acknowledgements", "We have received it.");

    public Command.Acknowledge ToCommand(Named named) => new();
}
