using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>DELETE /differences/{id}/supporters/{supporter}: "This person no longer stands by the worker who raised it."</summary>
internal sealed record RemoveSupporter(ActingPerson By, [Narrative] string Reason) : IAct<Command.RemoveSupporter>
{
    public static ActAddress Address => new("supporters/{supporter}", "This person no longer stands by the worker who raised it.", Method: "DELETE");

    public Command.RemoveSupporter ToCommand(Named named) => new(named["supporter"], Reason);
}
