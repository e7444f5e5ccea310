using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/responses: "This is our answer, and why."</summary>
internal sealed record Respond(
    ActingPerson By, [Id] string? Id, [Narrative] string Position, [Narrative] string Reason) : IAct<Command.Respond>
{
    public static ActAddress Address => new("responses", "This is our answer, and why.", Creates: true);

    public Command.Respond ToCommand(Named named) => new(Id ?? Names.NewId(), Position, Reason);
}
