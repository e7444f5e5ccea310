using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/entries/{entry}/disowning/answer: "We have found out whether it stands."</summary>
internal sealed record AnswerDisowned(ActingPerson By, bool Stands, [Narrative] string Reason) : IAct<Command.AnswerDisowned>
{
    public static ActAddress Address => new("entries/{entry}/disowning/answer", "We have found out whether it stands.");

    public Command.AnswerDisowned ToCommand(Named named) => new(named.Number("entry"), Stands, Reason);
}
