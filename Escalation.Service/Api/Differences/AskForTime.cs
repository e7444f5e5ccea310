using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/extensions: "Could we have until that day?"</summary>
internal sealed record AskForTime(
    ActingPerson By, [Id] string? Id, [Id] string Deadline, DateOnly Until, [Narrative] string Reason) : IAct<Command.ProposeTimescale>
{
    public static ActAddress Address => new("extensions", "Could we have until that day?", Creates: true);

    public Command.ProposeTimescale ToCommand(Named named) => new(Id ?? Names.NewId(), Deadline, Until, Reason);
}
