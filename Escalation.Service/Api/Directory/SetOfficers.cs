using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>PUT /board/officers: "These people hold the board's posts." All of them, in the place of those before.</summary>
internal sealed class SetOfficers(Registrar registrar, Upkeep upkeep)
{
    public static readonly Operation Operation = new(
        "PUT", "/board/officers", "These people hold the board's posts.", Scope.DirectoryWrite, typeof(OfficersAnswer), typeof(OfficersBody),
        Tagged: true, ForOffice: true, Upkeep: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var wanted = await Wanted<OfficersBody>.ReadAsync(http);
        if (wanted.Refusal is { } refusal) return refusal;
        var officers = wanted.Body!.Officers.Select(o => new OfficerInPost(o.Officer, new Reach(o.Reach.Name, o.Reach.Email, o.Reach.Phone))).ToValueList();
        var outcome = await registrar.SetOfficersAsync(http.Caller().Board, officers, wanted.Edition, http.RequestAborted);
        return upkeep.ToAnswer(http, outcome, OfficersAnswer.Of, typeof(OfficersBody));
    }
}

internal sealed record OfficersBody(ValueList<OfficerBody> Officers);

/// <param name="Officer">The post's id in the procedure.</param>
internal sealed record OfficerBody(string Officer, ReachBody Reach);

internal sealed record ReachBody(string Name, string Email, string? Phone = null);
