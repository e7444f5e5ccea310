using Escalation.Core.Differences;
using Escalation.Service.Api.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Escalation.Service.Api.Admission;

/// <summary>What has to hold of every request to an address of ours before it is looked at: who calls, what they may, what they accept.</summary>
internal sealed class Gate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Operation>() is { } operation && Refusal(http, operation) is { } refusal)
            await refusal.ExecuteAsync(http);
        else
            await next(http);
    }

    private static HttpAnswer? Refusal(HttpContext http, Operation operation)
    {
        if (http.Refusal(operation.Scope) is { } refusal) return refusal;
        if (operation.ForOffice && !http.Caller().IsBoardOffice) return HttpAnswer.Of(HttpProblem.Of(RefusalCode.BoardOfficeOnly));
        if (!AcceptsJson(http.Request)) return HttpAnswer.Of(Trouble.NotAcceptable);
        return operation.Body is not null && !IsJson(http.Request) ? HttpAnswer.Of(Trouble.NotJsonType) : null;
    }

    // A header that cannot be read is as good as none: an answer in JSON does no harm.
    private static bool AcceptsJson(HttpRequest request) =>
        request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) || accepted.Count == 0
        || accepted.Any(a => a.Quality != 0 && (a.MatchesMediaType("application/json") || a.MatchesMediaType("application/problem+json")));

    private static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0 && (request.ContentType is "application/json" or "application/json; charset=utf-8" || IsJson(request.ContentType));

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
}
