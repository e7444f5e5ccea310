using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>An action that an agency takes on.</summary>
internal sealed record ActionBody([Id] string? Id, [Narrative] string What, [Id] string Agency, string Owner, DateOnly Due)
{
    public static ValueList<ActionAgreed> ToCore(ValueList<ActionBody>? actions) =>
        (actions ?? []).Select(a => new ActionAgreed(a.Id ?? Names.NewId(), a.What, a.Agency, a.Owner, a.Due)).ToValueList();
}
