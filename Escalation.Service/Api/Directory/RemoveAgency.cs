using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>DELETE /agencies/{agency}: "This agency should never have been here." Refused for one that a record names or that has a key.</summary>
internal sealed class RemoveAgency(AgencyRemoval removal, Upkeep upkeep)
{
    public static readonly Operation Operation = new(
        "DELETE", "/agencies/{agency}", "This agency should never have been here.", Scope.DirectoryWrite, typeof(AgencyAnswer),
        Tagged: true, ForOffice: true, Upkeep: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var (edition, mistake) = Preconditions.Seen(http.Request);
        if (mistake is not null) return HttpAnswer.Of(HttpProblem.Of(Trouble.BadRequest, mistakes: [mistake]));
        var agency = (string)http.Request.RouteValues["agency"]!;
        return upkeep.ToAnswer(http, await removal.RemoveAsync(http.Caller().Board, agency, edition, http.RequestAborted));
    }
}
