using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>Who did it, in what role and on whose behalf: "Keziah Foxcombe (safeguarding lead, Tideway Community Health)".</summary>
internal static class ActorWords
{
    public static string Of(Actor actor, RecordNames names) => actor switch
    {
        Actor.Worker { OnBehalfOf: { } other } w => $"{w.Name} ({w.Role}, {names.Agency(w.Agency)}) for {other}",
        Actor.Worker w => $"{w.Name} ({w.Role}, {names.Agency(w.Agency)})",
        Actor.Officeholder { OnBehalfOf: { } other } o => $"{o.Name} ({names.Officer(o.Officer)}) on behalf of {names.Officer(other)}",
        Actor.Officeholder o => $"{o.Name} ({names.Officer(o.Officer)})",
        Actor.TheService => "The service",
        _ => throw new InvalidOperationException($"No words for {actor.GetType().Name}."),
    };
}
