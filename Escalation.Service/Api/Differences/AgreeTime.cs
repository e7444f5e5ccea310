using Escalation.Core.Differences;
using Escalation.Service.Access;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/extensions/{extension}/agreement: "Yes, until that day."</summary>
internal sealed record AgreeTime(ActingPerson By) : IAct<Command.AgreeTimescale>
{
    public static ActAddress Address => new("extensions/{extension}/agreement", "Yes, until that day.");

    public Command.AgreeTimescale ToCommand(Named named) => new(named["extension"]);
}
