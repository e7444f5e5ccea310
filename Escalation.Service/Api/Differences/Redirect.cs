using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/redirection: "It belongs elsewhere."</summary>
internal sealed record Redirect(ActingPerson By, [Id] string Screening, [Narrative] string Reason) : IAct<Command.Redirect>
{
    public static ActAddress Address => new("redirection", "It belongs elsewhere.");

    public Command.Redirect ToCommand(Named named) => new(Screening, Reason);
}
