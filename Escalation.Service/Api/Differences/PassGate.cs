using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/gates: "I, a manager, agree that it goes to that stage."</summary>
internal sealed record PassGate(ActingPerson By, [Id] string Stage) : IAct<Command.PassGate>
{
    public static ActAddress Address => new("gates", "I, a manager, agree that it goes to that stage.");

    public Command.PassGate ToCommand(Named named) => new(Stage);
}
