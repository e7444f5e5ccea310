using Escalation.Core;
using Escalation.Service.Directory;

namespace Escalation.Service.Access;

/// <summary>A key that somebody asks for.</summary>
/// <param name="Agency">None for the board office.</param>
/// <param name="Expires">The last day on which it is to be good.</param>
public sealed record KeyRequest(string Board, string? Agency, ValueList<Scope> Scopes, DateOnly Expires);

/// <summary>What came of asking for a key.</summary>
public abstract record KeyCreation
{
    private KeyCreation()
    {
    }

    /// <param name="Text">Its secret is shown now and never again.</param>
    public sealed record Created(KeyText Text, ApiKey Key) : KeyCreation;

    public sealed record Refused(ValueList<FieldProblem> Problems) : KeyCreation;
}
