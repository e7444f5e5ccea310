using Escalation.Service.Access;
using Escalation.Service.Api.Answers;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Differences;

/// <summary>GET /differences/{id}: "How does it stand?"</summary>
internal sealed class ReadDifference(Reads reads)
{
    public static readonly Operation Operation =
        new("GET", "/differences/{difference}", "How does it stand?", Scope.DifferencesRead, typeof(DifferenceAnswer), Tagged: true);

    public Task<HttpAnswer> AnswerAsync(HttpContext http) => reads.OfStateAsync(http, Views.Of);
}
