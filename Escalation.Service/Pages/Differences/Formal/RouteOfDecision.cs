using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>How a difference that the parties could not settle is being decided, and by whom.</summary>
internal static class RouteOfDecision
{
    /// <summary>Whether it has come to a decision by others and is not settled.</summary>
    public static bool IsOpen(Standpoint at) => at is { IsUnsettled: true, Standing.Deciding: not null, Stage.Deciding: not null };

    /// <summary>The way that was chosen; none before somebody chose.</summary>
    public static Route? Of(Standpoint at) => IsOpen(at) ? at.Stage.Deciding!.Routes.FirstOrDefault(r => r.Id == at.Standing.Deciding!.Route) : null;

    /// <summary>The way that was chosen, where it is this person's to go: the authority's, or the board office's, which keeps its record.</summary>
    public static Route? For(Standpoint at) =>
        Of(at) is { } route && (at.IsAmong(route.Authority) || at.Visitor.IsBoardOffice) && at.ActorFor(TakingPart.OfficerOf(route.Authority)) is not null ? route : null;

    /// <summary>For whom the board office records what the authority did.</summary>
    public static string? Authority(Standpoint at) => Of(at) is { } route ? TakingPart.OfficerOf(route.Authority) : null;
}
