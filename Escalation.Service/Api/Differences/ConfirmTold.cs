using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/told: "The written outcome has reached these."</summary>
internal sealed record ConfirmTold(ActingPerson By, ValueList<string> Told) : IAct<Command.ConfirmTold>
{
    public static ActAddress Address => new("told", "The written outcome has reached these.");

    public Command.ConfirmTold ToCommand(Named named) => new(Told);
}
