using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/unresolved: "This stage cannot settle it."</summary>
internal sealed record ReportUnresolved(ActingPerson By, [Narrative] string Reason) : IAct<Command.ReportUnresolved>
{
    public static ActAddress Address => new("unresolved", "This stage cannot settle it.");

    public Command.ReportUnresolved ToCommand(Named named) => new(Reason);
}
