using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Boards;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>GET /agencies/{agency}: "Who acts for that agency?"</summary>
internal sealed class ReadAgency(BoardRooms rooms)
{
    public static readonly Operation Operation =
        new("GET", "/agencies/{agency}", "Who acts for that agency?", Scope.DirectoryRead, typeof(AgencyAnswer), Tagged: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var (id, board) = ((string)http.Request.RouteValues["agency"]!, http.Caller().Board);
        // The papers first: an edition that is older than the agency only makes somebody look once more.
        var papers = await rooms.PapersAsync(http.RequestAborted);
        if ((await rooms.OfAsync(board, http.RequestAborted)).FindAgency(id) is not { } agency) return HttpAnswer.Of(Trouble.NotFound);
        var edition = papers.TryGetValue((board, Drawers.Agency, id), out var paper) ? (int)paper.Edition : 0;
        return Preconditions.HasSeen(http.Request, edition)
            ? new HttpAnswer(StatusCodes.Status304NotModified, null).WithEntityTag(edition)
            : HttpAnswer.Of(AgencyAnswer.Of(agency)).WithEntityTag(edition);
    }
}
