using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/parties: "That agency is concerned as well."</summary>
internal sealed record AddParty(ActingPerson By, [Id] string Agency, Side Side, [Narrative] string Reason) : IAct<Command.AddParty>
{
    public static ActAddress Address => new("parties", "That agency is concerned as well.");

    public Command.AddParty ToCommand(Named named) => new(Agency, Side, Reason);
}
