using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/duties/{deadline}: "We did what that deadline asks of us."</summary>
internal sealed record FulfilDuty(ActingPerson By, [Narrative] string Account) : IAct<Command.FulfilDuty>
{
    public static ActAddress Address => new("duties/{deadline}", "We did what that deadline asks of us.");

    public Command.FulfilDuty ToCommand(Named named) => new(named["deadline"], Account);
}
