using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/feedback: "This is how well the procedure worked."</summary>
internal sealed record GiveFeedback(
    ActingPerson By, [Between(1, 5)] int Effectiveness, [Narrative] string Suggestions) : IAct<Command.GiveFeedback>
{
    public static ActAddress Address => new("feedback", "This is how well the procedure worked.");

    public Command.GiveFeedback ToCommand(Named named) => new(Effectiveness, Suggestions);
}
