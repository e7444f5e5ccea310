using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/discussions: "We talked."</summary>
internal sealed record Discuss(
    ActingPerson By,
    [Id] string? Id,
    string With,
    [Narrative] string Views,
    [Narrative] string Outcome,
    [Id] string? Step) : IAct<Command.RecordDiscussion>
{
    public static ActAddress Address => new("discussions", "We talked.", Creates: true);

    public Command.RecordDiscussion ToCommand(Named named) => new(Id ?? Names.NewId(), With, Views, Outcome, Step);
}
