using System.Text.Json.Serialization;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Service.Access;

/// <summary>A person at the pages, in the one capacity in which they come, as the directory and the record know them now.</summary>
/// <param name="Email">As it is registered; of a practitioner, as they signed in.</param>
/// <param name="Name">Empty where it has to be asked first: of a practitioner, until they have said it.</param>
/// <param name="Agency">For which they act; none for the board's own people and for a supporter.</param>
/// <param name="Contacts">Ids of the agency's contacts with their address, one for each stage at which they act.</param>
/// <param name="Officers">Ids of the posts of the board that are theirs.</param>
public sealed record Visitor(
    string Board,
    string Email,
    string Name,
    string Role,
    string? Agency,
    ValueList<string> Contacts,
    bool IsBoardOffice,
    ValueList<string> Officers)
{
    /// <summary>Whether they have to say who they are before they can act.</summary>
    public bool NeedsName => Name.Length == 0 || (Agency is not null && Role.Length == 0);

    /// <summary>Whether a post that a record names by its title is theirs.</summary>
    public bool HasPost(string title, Procedure procedure) => IsBoardOffice
        ? title == procedure.BoardOfficeTitle
        : Officers.Count > 0 && procedure.Officers.Any(o => o.Title == title && Officers.Contains(o.Id));

    /// <summary>
    /// Who acts, where they act for themselves. In a difference to which they came otherwise, see <see cref="Place.ToActor"/>; where the
    /// board office records what an officer told it, see <see cref="Acting.Of(Visitor, Procedure, string?)"/>.
    /// </summary>
    /// <param name="procedure">Of the difference in which they act.</param>
    /// <exception cref="InvalidOperationException">They have nothing in which they could act under this procedure.</exception>
    public Actor ToActor(Procedure procedure) => this switch
    {
        { NeedsName: true } => throw new InvalidOperationException("Nobody acts before they have said who they are."),
        { Agency: { } agency } => new Actor.Worker(Name, Role, agency),
        { IsBoardOffice: true } => new Actor.Officeholder(Name, Who.BoardOffice.Name),
        _ when procedure.Officers.FirstOrDefault(o => Officers.Contains(o.Id)) is { } post => new Actor.Officeholder(Name, post.Id),
        _ => throw new InvalidOperationException("They are of no agency and hold no post of the procedure."),
    };
}

/// <summary>In which capacity somebody comes. Who has several chooses one when they sign in, so that everything they do is done in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(BoardOffice), "board-office")]
[JsonDerivedType(typeof(Officer), "officer")]
[JsonDerivedType(typeof(Contact), "contact")]
[JsonDerivedType(typeof(Practitioner), "practitioner")]
public abstract record Capacity
{
    private Capacity()
    {
    }

    public sealed record BoardOffice : Capacity;

    /// <param name="Id">Of the post, in the procedure.</param>
    public sealed record Officer(string Id) : Capacity;

    /// <summary>Somebody whom the directory names for an agency at one stage or several.</summary>
    public sealed record Contact(string Agency) : Capacity;

    /// <summary>Somebody whose mail domain is the agency's.</summary>
    public sealed record Practitioner(string Agency) : Capacity;
}

/// <summary>What somebody said of themselves where the directory does not know it.</summary>
public sealed record Said(string Name, string Role);
