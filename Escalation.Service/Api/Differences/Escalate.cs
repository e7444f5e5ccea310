using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/escalations: "It is not settled: take it further."</summary>
internal sealed record Escalate(
    ActingPerson By, [Id] string FromStage, [Narrative] string Reason, [Id] string? To, ValueList<string>? Screening) : IAct<Command.Escalate>
{
    public static ActAddress Address => new("escalations", "It is not settled: take it further.");

    public Command.Escalate ToCommand(Named named) => new(FromStage, Reason, To, Screening);
}
