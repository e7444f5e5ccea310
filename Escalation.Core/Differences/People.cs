using System.Text.Json.Serialization;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>Who acts. The record keeps the person, the role in which they act, their agency, and on whose behalf (security of the record).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Worker), "worker")]
[JsonDerivedType(typeof(Officeholder), "officeholder")]
[JsonDerivedType(typeof(TheService), "service")]
public abstract record Actor
{
    private Actor()
    {
    }

    /// <summary>Somebody of an agency.</summary>
    public sealed record Worker([property: Personal] string Name, string Role, string Agency, [property: Personal] string? OnBehalfOf = null) : Actor;

    /// <summary>Somebody who acts for the board: an officer that the procedure names, or the board office ("board-office").</summary>
    /// <param name="Name">The person.</param>
    /// <param name="Officer">The officer's id in the procedure, or "board-office".</param>
    /// <param name="OnBehalfOf">The id of another officer for whom the board office records something, such as the chair.</param>
    public sealed record Officeholder([property: Personal] string Name, string Officer, string? OnBehalfOf = null) : Actor;

    /// <summary>The service itself: its clock, or its post that reports what was delivered.</summary>
    public sealed record TheService(string Part) : Actor;

    public static readonly Actor Clock = new TheService("clock");

    public static readonly Actor Post = new TheService("post");

    /// <summary>The officers in whose place the actor stands; none for a worker.</summary>
    [JsonIgnore]
    public IEnumerable<string> Officers => this switch
    {
        // The board office runs the procedure for the board and records what an officer told it; another officer acts only for itself.
        Officeholder { Officer: "board-office", OnBehalfOf: { } other } => ["board-office", other],
        Officeholder(_, var officer, _) => [officer],
        _ => [],
    };

    /// <summary>In whose name it is done: the agency by its id, or the officer; none for the service.</summary>
    [JsonIgnore]
    public string? NameInRecord => AgencyOrNull ?? Officers.LastOrDefault();

    [JsonIgnore]
    public bool IsBoardOffice => Officers.Contains("board-office");

    [JsonIgnore]
    public string? AgencyOrNull => (this as Worker)?.Agency;
}

/// <summary>A person who is no user of the service's rules: the worker who raised it, a supporter, a nominated contact.</summary>
public sealed record Person([property: Personal] string Name, string Role, [property: Personal] string? Email = null);

public enum Side { Raising, Responding, Involved }

/// <summary>An agency's part in a difference.</summary>
public sealed record Party(string Agency, string Sector, Side Side)
{
    public bool IsAmong(Who who) => who.Name switch
    {
        "raising-agency" => Side == Side.Raising,
        "responding-agency" => Side == Side.Responding,
        "every-party" => true,
        _ => false,
    };
}

/// <summary>How it came that somebody holds a rung.</summary>
public enum Basis
{
    Contact,
    Deputy,
    OutsideBody,
    ProxyAgency,

    /// <summary>Named by the people in hand, or by the board office, for this difference.</summary>
    Nominated,

    /// <summary>Nobody was found: the board office holds it until somebody is named, so that the clock is never wasted on an empty rung.</summary>
    BoardOffice,
}

/// <summary>Who acts for an agency at a stage. Facts carry the contact's id in the directory, not the person.</summary>
public sealed record RungHolder(string Agency, string Stage, string Role, Basis Basis, string? Contact = null);

/// <summary>Somebody who has the next act.</summary>
/// <param name="Title">The role or post.</param>
/// <param name="Agency">The agency; none for the board's own people and for the worker who raised it.</param>
/// <param name="Contact">The contact's id in the directory, where somebody was found.</param>
public sealed record DutyHolder(string Title, string? Agency = null, string? Contact = null);
