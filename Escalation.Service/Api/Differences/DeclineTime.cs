using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/extensions/{extension}/decline: "No, not until that day, because…"</summary>
internal sealed record DeclineTime(ActingPerson By, [Narrative] string Reason) : IAct<Command.DeclineTimescale>
{
    public static ActAddress Address => new("extensions/{extension}/decline", "No, not until that day, because…");

    public Command.DeclineTimescale ToCommand(Named named) => new(named["extension"], Reason);
}
