using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>DELETE /contacts/{contact}: "He no longer acts for us." Refused while he is somebody's deputy.</summary>
internal sealed class RemoveContact(Registrar registrar, Upkeep upkeep)
{
    public static readonly Operation Operation = new(
        "DELETE", "/contacts/{contact}", "He no longer acts for us.", Scope.DirectoryWrite, typeof(AgencyAnswer), Tagged: true, Upkeep: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        if (await upkeep.OwnerAsync(http) is not { } agency) return HttpAnswer.Of(Trouble.NotFound);
        var (edition, mistake) = Preconditions.Seen(http.Request);
        if (mistake is not null) return HttpAnswer.Of(HttpProblem.Of(Trouble.BadRequest, mistakes: [mistake]));
        return upkeep.ToAnswer(
            http, await registrar.RemoveContactAsync(http.Caller().Board, agency, Upkeep.ContactOf(http), edition, http.RequestAborted));
    }
}
