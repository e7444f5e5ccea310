using Escalation.Core;
using Escalation.Core.Calendar;

namespace Escalation.Service.Access;

/// <summary>What is kept of a key; the secret itself is not.</summary>
/// <param name="Id">The part of the key that can be shown.</param>
/// <param name="Hash">SHA-256 of the whole key, in hexadecimal.</param>
/// <param name="Expires">The last day, in London, on which it is good. No key is good for ever.</param>
/// <param name="Agency">None for the board office.</param>
/// <param name="LastUsed">To the hour or so: enough to see which key nobody needs any longer.</param>
public sealed record ApiKey(
    string Id,
    string Hash,
    string Board,
    ValueList<Scope> Scopes,
    DateTimeOffset Created,
    DateOnly Expires,
    string? Agency = null,
    DateTimeOffset? Revoked = null,
    DateTimeOffset? LastUsed = null)
{
    public bool IsExpiredAt(DateTimeOffset now) => LondonTime.DayOf(now) > Expires;

    public bool IsLiveAt(DateTimeOffset now) => Revoked is null && !IsExpiredAt(now);

    public Caller ToCaller() => new(Board, Agency, Scopes, $"key:{Id}");
}
