using Escalation.Service.Access;

namespace Escalation.Service.Api;

/// <summary>What an address does: what the pipeline checks before it, what the description says of it, and what tests go over.</summary>
/// <param name="Path">Below <see cref="Prefix"/>.</param>
/// <param name="Sentence">What a caller would say.</param>
/// <param name="Scope">What the key has to allow; none where anybody may ask.</param>
/// <param name="Body">The record that the body is read into, if there is one.</param>
/// <param name="Answer">The record that is answered.</param>
/// <param name="Command">What it asks of Core, if it is an act on a difference.</param>
/// <param name="Tagged">Whether the answer carries an entity tag, which later requests can name.</param>
/// <param name="ForOffice">Whether only the board office can ask.</param>
/// <param name="Upkeep">Whether it changes the directory, which can refuse it; where the answer is tagged, If-Match is heeded.</param>
/// <param name="Query">Parameters of the query.</param>
internal sealed record Operation(
    string Method,
    string Path,
    string Sentence,
    Scope? Scope,
    Type Answer,
    Type? Body = null,
    Type? Command = null,
    int Success = 200,
    bool Tagged = false,
    bool ForOffice = false,
    bool Upkeep = false,
    params Parameter[] Query)
{
    public const string Prefix = "/api/v1";

    /// <summary>The whole address.</summary>
    public string At => Path.StartsWith("/health/", StringComparison.Ordinal) ? Path : Prefix + Path;

    public bool IsOfOneDifference => Path.StartsWith("/differences/{difference}", StringComparison.Ordinal);

    /// <summary>Whether it is refused when the caller says what it saw and that has changed since.</summary>
    public bool HeedsIfMatch => Tagged && (Upkeep || (Command is not null && IsOfOneDifference));

    /// <summary>Whether asking twice under one key is asking once.</summary>
    public bool Idempotent => Command is not null;
}

/// <summary>A parameter of the query.</summary>
internal sealed record Parameter(string Name, Reading.Shape Shape, string Meaning);
