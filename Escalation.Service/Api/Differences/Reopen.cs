using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/reopening: "It is not over: begin again at that stage."</summary>
internal sealed record Reopen(ActingPerson By, [Id] string Stage, [Narrative] string Reason) : IAct<Command.Reopen>
{
    public static ActAddress Address => new("reopening", "It is not over: begin again at that stage.");

    public Command.Reopen ToCommand(Named named) => new(Stage, Reason);
}
