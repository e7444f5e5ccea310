using Escalation.Core;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>Who is more than somebody who looks on, and what they and the others are called.</summary>
internal static class TakingPart
{
    /// <summary>Whether the visitor acts for a party or for the board: a supporter does for neither.</summary>
    public static bool In(Standpoint at) => at.ActorFor(null) is not null && at.IsPartyOrOfficer;

    /// <summary>The organisations of a side by their names; anybody else by the procedure's title for them.</summary>
    public static string NamesOf(Who who, Standpoint at) => who.IsSide
        ? Sentences.And([.. at.Standing.PartiesAmong(who).Select(p => at.NameOf(p.Agency))])
        : at.Procedure.TitleOf(who);

    /// <summary>Somebody as records name them: an agency by its id, the others by the procedure's name for them.</summary>
    public static string NameOf(string named, Standpoint at) => at.Room.FindAgency(named) is { } agency ? agency.Name
        : Who.TryParse(named, null, out var who) ? at.Procedure.TitleOf(who) : named;

    /// <summary>The officer in whose place somebody acts, where it is one: the board office then records it for them.</summary>
    public static string? OfficerOf(Who who) => who.IsOfficer ? who.Name : null;
}
