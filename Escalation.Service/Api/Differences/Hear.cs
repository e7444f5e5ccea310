using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/panel/representations: "We have heard that agency."</summary>
internal sealed record Hear(ActingPerson By, [Id] string Agency, [Narrative] string Summary) : IAct<Command.HearRepresentation>
{
    public static ActAddress Address => new("panel/representations", "We have heard that agency.");

    public Command.HearRepresentation ToCommand(Named named) => new(Agency, Summary);
}
