using Escalation.Service.Access;
using Escalation.Service.Api.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Escalation.Service.Api.Admission;

/// <summary>Finds out who is calling, once for each request, before anything is counted or answered.</summary>
internal sealed partial class Doorkeeper(RequestDelegate next, Callers callers, ILogger<Doorkeeper> log)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization is { Count: > 0 } shown)
        {
            var finding = shown is [{ } one] && one.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await callers.FindAsync(one[Bearer.Length..].Trim(), http.RequestAborted)
                : new Finding.NotKnown(WhyNot.Malformed);
            if (finding is Finding.NotKnown(var why)) NotKnown(why);
            http.Features.Set(finding);
        }

        await next(http);
    }

    [LoggerMessage(1, LogLevel.Information, "A caller is not known: {Why}")]
    private partial void NotKnown(WhyNot why);
}

internal static class CallerOfRequest
{
    /// <summary>Who is calling; none where nobody showed anything, or nothing good.</summary>
    public static Caller? CallerOrNull(this HttpContext http) => http.Features.Get<Finding>() is Finding.Known(var caller) ? caller : null;

    /// <summary>Who is calling, behind the gate.</summary>
    public static Caller Caller(this HttpContext http) => http.CallerOrNull() ?? throw new InvalidOperationException("The gate lets nobody in unknown.");

    /// <summary>What is answered to whom may not do this; none to whom may.</summary>
    public static HttpAnswer? Refusal(this HttpContext http, Scope? scope)
    {
        if (scope is not { } needed) return null;
        return http.Features.Get<Finding>() switch
        {
            null => Unknown("Bearer realm=\"escalation\""),
            Finding.NotKnown(WhyNot.IssuerUnreachable) => HttpAnswer.Of(Trouble.Unavailable, "The issuer of tokens cannot be reached.").With(HeaderNames.RetryAfter, "30"),
            Finding.Known(var caller) => caller.May(needed) ? null : TooLittle(needed),
            _ => Unknown("Bearer realm=\"escalation\", error=\"invalid_token\""),
        };
    }

    private static HttpAnswer Unknown(string challenge) => HttpAnswer.Of(Trouble.NotAuthenticated).With(HeaderNames.WWWAuthenticate, challenge);

    private static HttpAnswer TooLittle(Scope needed) => HttpAnswer.Of(Trouble.ScopeNeeded, $"It needs the scope {needed.TextOf()}.")
        .With(HeaderNames.WWWAuthenticate, $"Bearer realm=\"escalation\", error=\"insufficient_scope\", scope=\"{needed.TextOf()}\"");
}
