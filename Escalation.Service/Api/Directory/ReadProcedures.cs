using System.Text.Json;
using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Boards;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>GET /procedures: "Which procedure is in force?" Under the others differences go on that were opened under them.</summary>
internal sealed class ReadProcedures(BoardRooms rooms)
{
    public static readonly Operation Operation = new("GET", "/procedures", "Which procedure is in force?", Scope.DirectoryRead, typeof(ProceduresAnswer));

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var room = await rooms.OfAsync(http.Caller().Board, http.RequestAborted);
        var inForce = room.InForce.Procedure;
        return HttpAnswer.Of(new ProceduresAnswer(room.Procedures.OrderBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.Version, StringComparer.Ordinal)
            .Select(p => new ProcedureSummary(p.Id, p.Version, p.Title, p.Id == inForce.Id && p.Version == inForce.Version)).ToValueList()));
    }
}

/// <summary>GET /procedures/{procedure}/{version}: "Let us see the file."</summary>
internal sealed class ReadProcedure(BoardRooms rooms)
{
    public static readonly Operation Operation =
        new("GET", "/procedures/{procedure}/{version}", "Let us see the file.", Scope.DirectoryRead, typeof(JsonElement));

    private static readonly JsonDocumentOptions WithoutComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var name = BoardRoom.NameOf((string)http.Request.RouteValues["procedure"]!, (string)http.Request.RouteValues["version"]!);
        var papers = await rooms.PapersAsync(http.RequestAborted);
        if (!papers.TryGetValue((http.Caller().Board, Drawers.Procedure, name), out var paper)) return HttpAnswer.Of(Trouble.NotFound);
        using var file = JsonDocument.Parse(paper.Text, WithoutComments);
        return HttpAnswer.Of(JsonSerializer.SerializeToUtf8Bytes(file.RootElement, ApiJson.Options));
    }
}

internal sealed record ProceduresAnswer(ValueList<ProcedureSummary> Procedures);

/// <param name="InForce">Whether differences open under it now.</param>
internal sealed record ProcedureSummary(string Id, string Version, string Title, bool InForce);
