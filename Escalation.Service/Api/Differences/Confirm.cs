using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/confirmations: "We agree to it."</summary>
internal sealed record Confirm(ActingPerson By, [Id] string Proposal, ValueList<string>? Affirmed, [Narrative] string? Reason) : IAct<Command.ConfirmOutcome>
{
    public static ActAddress Address => new("confirmations", "We agree to it.");

    public Command.ConfirmOutcome ToCommand(Named named) => new(Proposal, Affirmed ?? [], Reason);
}
