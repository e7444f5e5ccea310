using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Boards;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>GET /agencies: "Who works with this board?"</summary>
internal sealed class ReadAgencies(BoardRooms rooms)
{
    public static readonly Operation Operation = new("GET", "/agencies", "Who works with this board?", Scope.DirectoryRead, typeof(AgenciesAnswer));

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var room = await rooms.OfAsync(http.Caller().Board, http.RequestAborted);
        return HttpAnswer.Of(new AgenciesAnswer(room.Agencies.Select(AgencySummary.Of).ToValueList()));
    }
}
