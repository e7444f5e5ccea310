using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/decision: "We have decided."</summary>
internal sealed record Decide(
    ActingPerson By,
    [Id] string? Id,
    [Narrative] string Decision,
    [Narrative] string Reasons,
    [Narrative] string Outstanding,
    ValueList<ActionBody>? Actions,
    ValueList<string>? AgreedBy) : IAct<Command.MakeDecision>
{
    public static ActAddress Address => new("decision", "We have decided.", Creates: true);

    public Command.MakeDecision ToCommand(Named named) => new(
        Id ?? Names.NewId(), Decision, Reasons, Outstanding, ActionBody.ToCore(Actions), AgreedBy ?? []);
}
