using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/learning: "The board should consider this."</summary>
internal sealed record PassLearning(ActingPerson By, [Id] string? Id, [Narrative] string Issue) : IAct<Command.PassLearning>
{
    public static ActAddress Address => new("learning", "The board should consider this.", Creates: true);

    public Command.PassLearning ToCommand(Named named) => new(Id ?? Names.NewId(), Issue);
}
