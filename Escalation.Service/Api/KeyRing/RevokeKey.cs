using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Api.KeyRing;

/// <summary>DELETE /keys/{key}: "This key must not work any longer." From the next request on, for ever; that there was one is kept.</summary>
internal sealed partial class RevokeKey(Keys keys, ILogger<RevokeKey> log)
{
    public static readonly Operation Operation = new(
        "DELETE", "/keys/{key}", "This key must not work any longer.", Scope.KeysWrite, typeof(KeyAnswer), ForOffice: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var (board, id) = (http.Caller().Board, (string)http.Request.RouteValues["key"]!);
        if (!await keys.RevokeAsync(board, id, http.RequestAborted)) return HttpAnswer.Of(Trouble.NotFound);
        Revoked(id, board, http.Caller().Name);
        return HttpAnswer.Of(KeyAnswer.Of((await keys.OfBoardAsync(board, http.RequestAborted)).Single(k => k.Id == id)));
    }

    [LoggerMessage(8, LogLevel.Information, "Key {Key} of board {Board} is revoked, as {Caller} asked")]
    private partial void Revoked(string key, string board, string caller);
}
