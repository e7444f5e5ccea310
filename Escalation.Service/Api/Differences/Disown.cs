using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/entries/{entry}/disowning: "That was not me."</summary>
internal sealed record Disown(ActingPerson By, [Narrative] string Account) : IAct<Command.Disown>
{
    public static ActAddress Address => new("entries/{entry}/disowning", "That was not me.");

    public Command.Disown ToCommand(Named named) => new(named.Number("entry"), Account);
}
