using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>PUT /agencies/{agency}: "This agency works with us." A new one, or another name or sector of one that is there; its contacts stay.</summary>
internal sealed class PutAgency(Registrar registrar, Upkeep upkeep)
{
    public static readonly Operation Operation = new(
        "PUT", "/agencies/{agency}", "This agency works with us.", Scope.DirectoryWrite, typeof(AgencyAnswer), typeof(AgencyBody),
        Tagged: true, ForOffice: true, Upkeep: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var wanted = await Wanted<AgencyBody>.ReadAsync(http);
        if (wanted.Refusal is { } refusal) return refusal;
        var (agency, (name, sector, domains)) = ((string)http.Request.RouteValues["agency"]!, wanted.Body!);
        return upkeep.ToAnswer(
            http, await registrar.PutAgencyAsync(http.Caller().Board, agency, name, sector, domains, wanted.Edition, http.RequestAborted), typeof(AgencyBody));
    }
}

/// <summary>What an agency is called, and the id of its sector in the procedure.</summary>
/// <param name="Domains">Mail domains whose people may sign in as its practitioners; left out, they stay as they are.</param>
internal sealed record AgencyBody(string Name, string Sector, ValueList<string>? Domains = null);
