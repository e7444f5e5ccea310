using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Boards;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>GET /board/officers: "Who holds the posts that our procedure names?"</summary>
internal sealed class ReadOfficers(BoardRooms rooms)
{
    public static readonly Operation Operation = new(
        "GET", "/board/officers", "Who holds the posts that our procedure names?", Scope.DirectoryRead, typeof(OfficersAnswer),
        Tagged: true, ForOffice: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var board = http.Caller().Board;
        var paper = (await rooms.PapersAsync(http.RequestAborted))[(board, Drawers.Board, board)];
        var edition = (int)paper.Edition;
        return Preconditions.HasSeen(http.Request, edition)
            ? new HttpAnswer(StatusCodes.Status304NotModified, null).WithEntityTag(edition)
            : HttpAnswer.Of(OfficersAnswer.Of(paper.As<Board>())).WithEntityTag(edition);
    }
}

internal sealed record OfficersAnswer(ValueList<OfficerAnswer> Officers)
{
    public static OfficersAnswer Of(Board board) => new(
        board.Officers.Select(o => new OfficerAnswer(o.Officer, new ReachAnswer(o.Reach.Name, o.Reach.Email, o.Reach.Phone))).ToValueList());
}

/// <param name="Officer">The post's id in the procedure.</param>
internal sealed record OfficerAnswer(string Officer, ReachAnswer Reach);

internal sealed record ReachAnswer(string Name, string Email, string? Phone);
