using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.KeyRing;

/// <summary>GET /keys: "Who has a key to us, and does anybody still use it?"</summary>
internal sealed class ReadKeys(Keys keys)
{
    public static readonly Operation Operation = new(
        "GET", "/keys", "Who has a key to us, and does anybody still use it?", Scope.KeysRead, typeof(KeysAnswer), ForOffice: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http) => HttpAnswer.Of(
        new KeysAnswer((await keys.OfBoardAsync(http.Caller().Board, http.RequestAborted)).Select(KeyAnswer.Of).ToValueList()));
}

internal sealed record KeysAnswer(ValueList<KeyAnswer> Keys);

/// <summary>A key without its secret, which nobody has kept.</summary>
/// <param name="Agency">None for the board office.</param>
/// <param name="Expires">The last day on which it is good.</param>
/// <param name="LastUsed">To the hour or so.</param>
internal sealed record KeyAnswer(
    string Id, string? Agency, ValueList<string> Scopes, DateTimeOffset Created, DateOnly Expires, DateTimeOffset? LastUsed, DateTimeOffset? Revoked)
{
    public static KeyAnswer Of(ApiKey key) =>
        new(key.Id, key.Agency, key.Scopes.Select(s => s.TextOf()).ToValueList(), key.Created, key.Expires, key.LastUsed, key.Revoked);
}
