using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/disputes: "We do not agree to it, because…"</summary>
internal sealed record Dispute(ActingPerson By, [Id] string Proposal, [Narrative] string Reason) : IAct<Command.DisputeOutcome>
{
    public static ActAddress Address => new("disputes", "We do not agree to it, because…");

    public Command.DisputeOutcome ToCommand(Named named) => new(Proposal, Reason);
}
