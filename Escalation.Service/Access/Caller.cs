using Escalation.Core;

namespace Escalation.Service.Access;

/// <summary>A partner's system that has shown who it is.</summary>
/// <param name="Agency">The one agency for which it acts; none for the board office.</param>
/// <param name="Name">Stable, never a person: what logs say of it.</param>
public sealed record Caller(string Board, string? Agency, ValueList<Scope> Scopes, string Name)
{
    public bool IsBoardOffice => Agency is null;

    public bool May(Scope scope) => Scopes.Contains(scope);
}

/// <summary>Who is calling, or why nobody can say so.</summary>
public abstract record Finding
{
    private Finding()
    {
    }

    public sealed record Known(Caller Caller) : Finding;

    /// <summary>The reason is for our log. The caller is told no more than that it is not known, lest it learn which guess was close.</summary>
    public sealed record NotKnown(WhyNot Why) : Finding;
}

public enum WhyNot
{
    [Meaning("It has not the form of a key or of a token; a key was mistyped or cut off.")] Malformed,
    [Meaning("There is no such key, or its secret is another one.")] Unknown,
    [Meaning("Its time is over, or has not begun.")] Expired,
    [Meaning("The board office has revoked it.")] Revoked,
    [Meaning("The token is not signed by the issuer, is not meant for us, or names no board and agency of ours.")] NotAccepted,
    [Meaning("The issuer's signing keys cannot be fetched, so that no token can be checked now.")] IssuerUnreachable,
}
