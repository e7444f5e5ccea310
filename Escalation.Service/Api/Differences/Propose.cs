using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/proposals: "We think this settles it."</summary>
internal sealed record Propose(
    ActingPerson By,
    [Id] string? Id,
    [Narrative] string Outcome,
    [Narrative] string Outstanding,
    ValueList<ActionBody>? Actions,
    ValueList<string>? Affirmed) : IAct<Command.ProposeOutcome>
{
    public static ActAddress Address => new("proposals", "We think this settles it.", Creates: true);

    public Command.ProposeOutcome ToCommand(Named named) => new(
        Id ?? Names.NewId(), Outcome, Outstanding, ActionBody.ToCore(Actions), Affirmed ?? []);
}
