using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/debrief: "We looked back on it together."</summary>
internal sealed record Debrief(ActingPerson By, DebriefStep Step, [Narrative] string Note) : IAct<Command.RecordDebrief>
{
    public static ActAddress Address => new("debrief", "We looked back on it together.");

    public Command.RecordDebrief ToCommand(Named named) => new(Step, Note);
}
