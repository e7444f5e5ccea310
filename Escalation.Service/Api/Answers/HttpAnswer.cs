using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Escalation.Service.Api.Answers;

/// <summary>An answer on its way: status, headers and JSON.</summary>
internal sealed class HttpAnswer(int status, object? body, string type = "application/json") : IResult
{
    private readonly List<(string Name, string Value)> headers = [];

    public static HttpAnswer Of(object body, int status = StatusCodes.Status200OK) => new(status, body);

    public static HttpAnswer Of(HttpProblem problem) => new(problem.Status, problem, "application/problem+json");

    public static HttpAnswer Of(Trouble trouble, string? detail = null) => Of(HttpProblem.Of(trouble, detail));

    /// <summary>The same bytes again for the same length of the record.</summary>
    public static string EntityTag(int length) => string.Create(CultureInfo.InvariantCulture, $"\"{length}\"");

    public HttpAnswer With(string header, string value)
    {
        headers.Add((header, value));
        return this;
    }

    public HttpAnswer WithEntityTag(int length) => With(HeaderNames.ETag, EntityTag(length));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        foreach (var (name, value) in headers) response.Headers[name] = value;
        if (body is null) return;
        var json = body as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options);
        response.ContentType = type;
        response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}
