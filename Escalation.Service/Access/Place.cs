using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Service.Access;

/// <summary>What somebody is to one difference. It lets them see it; in whose name they may act in it, <see cref="ToActor"/> says.</summary>
public abstract record Place
{
    private Place()
    {
    }

    /// <summary>A registered contact of a party, or of a body that holds a rung for it.</summary>
    /// <param name="Agency">The party.</param>
    public sealed record Contact(string Agency) : Place;

    /// <summary>The worker who raised it.</summary>
    public sealed record Raiser(string Agency) : Place;

    /// <summary>Somebody named for this difference.</summary>
    public sealed record Nominated(string Agency) : Place;

    /// <summary>Somebody who stands by the worker who raised it: sees what they see, and acts for nobody.</summary>
    public sealed record Supporter : Place;

    public sealed record Officer(string Id) : Place;

    public sealed record BoardOffice : Place;

    /// <summary>The agency for which they may act; none where it is the board or nobody.</summary>
    public string? ActsFor => this switch
    {
        Contact(var agency) => agency,
        Raiser(var agency) => agency,
        Nominated(var agency) => agency,
        _ => null,
    };

    /// <summary>Who acts, as the record keeps it; none for a supporter, and for whoever has not said their name yet.</summary>
    public Actor? ToActor(Visitor visitor) => this switch
    {
        _ when visitor.Name.Length == 0 => null,
        Officer(var id) => new Actor.Officeholder(visitor.Name, id),
        BoardOffice => new Actor.Officeholder(visitor.Name, Who.BoardOffice.Name),
        { ActsFor: { } agency } when visitor.Role.Length > 0 => new Actor.Worker(visitor.Name, visitor.Role, agency),
        _ => null,
    };
}
