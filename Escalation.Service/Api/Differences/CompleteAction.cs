using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/actions/{action}/completion: "What we took on is done."</summary>
internal sealed record CompleteAction(ActingPerson By, [Narrative] string Account) : IAct<Command.CompleteAction>
{
    public static ActAddress Address => new("actions/{action}/completion", "What we took on is done.");

    public Command.CompleteAction ToCommand(Named named) => new(named["action"], Account);
}
