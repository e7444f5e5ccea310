using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>PUT /contacts/{contact}/absences: "I am away then." All absences, in the place of those before.</summary>
internal sealed class SetAbsences(Registrar registrar, Upkeep upkeep)
{
    public static readonly Operation Operation = new(
        "PUT", "/contacts/{contact}/absences", "I am away then.", Scope.DirectoryWrite, typeof(AgencyAnswer), typeof(AbsencesBody),
        Tagged: true, Upkeep: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        if (await upkeep.OwnerAsync(http) is not { } agency) return HttpAnswer.Of(Trouble.NotFound);
        var wanted = await Wanted<AbsencesBody>.ReadAsync(http);
        if (wanted.Refusal is { } refusal) return refusal;
        var absences = wanted.Body!.Absences.Select(a => new Absence(a.From, a.To)).ToValueList();
        var outcome = await registrar.SetAbsencesAsync(
            http.Caller().Board, agency, Upkeep.ContactOf(http), absences, wanted.Edition, http.RequestAborted);
        return upkeep.ToAnswer(http, outcome, typeof(AbsencesBody));
    }
}

internal sealed record AbsencesBody(ValueList<AbsenceBody> Absences);

/// <summary>The first and the last day away.</summary>
internal sealed record AbsenceBody(DateOnly From, DateOnly To);
