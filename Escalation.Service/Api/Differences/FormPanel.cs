using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/panel: "These people sit on the panel."</summary>
internal sealed record FormPanel(ActingPerson By, ValueList<PanelMember> Members) : IAct<Command.FormPanel>
{
    public static ActAddress Address => new("panel", "These people sit on the panel.");

    public Command.FormPanel ToCommand(Named named) => new(Members);
}
