using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/deadlines/recount: "The calendar has changed: count the open deadlines again."</summary>
internal sealed record CountAgain(ActingPerson By, [Narrative] string Reason) : IAct<Command.CountAgain>
{
    public static ActAddress Address => new("deadlines/recount", "The calendar has changed: count the open deadlines again.");

    public Command.CountAgain ToCommand(Named named) => new(Reason);
}
