using Escalation.Service.Api.Answers;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Escalation.Service.Api.Admission;

/// <summary>
/// Stands around everything: whatever goes wrong becomes a problem that tells the caller what to do and nothing of our insides, and every
/// answer says that it is nobody's to keep or to frame.
/// </summary>
internal sealed partial class SafetyNet(RequestDelegate next, ILogger<SafetyNet> log)
{
    private const string SecondsToWait = "5";

    public async Task InvokeAsync(HttpContext http)
    {
        Protect(http.Response.Headers);
        var answer = await TryAsync(http);
        if (answer is not null && !http.Response.HasStarted)
        {
            http.Response.Clear();
            Protect(http.Response.Headers);
            await answer.ExecuteAsync(http);
        }
    }

    /// <returns>What is answered in the place of what was; none where that stands.</returns>
    private async Task<HttpAnswer?> TryAsync(HttpContext http)
    {
        try
        {
            await next(http);
            return Bare(http.Response);
        }
        catch (JournalUnavailableException unavailable)
        {
            Unavailable(unavailable.Message);
            return HttpAnswer.Of(Trouble.Unavailable).With(HeaderNames.RetryAfter, SecondsToWait);
        }
        catch (BadHttpRequestException bad)
        {
            return HttpAnswer.Of(bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? Trouble.TooLarge : Trouble.BadRequest);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, the caller gets an answer and we get a line in the log.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            // Without its message: that may repeat what somebody wrote.
            Bug(bug.GetType().FullName!, bug.StackTrace ?? "");
            return HttpAnswer.Of(Trouble.Internal);
        }
    }

    /// <summary>The router's own answers have a status and nothing more.</summary>
    private static HttpAnswer? Bare(HttpResponse response)
    {
        if (response.HasStarted || response.ContentLength > 0 || response.ContentType is not null) return null;
        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => HttpAnswer.Of(Trouble.NotFound),
            StatusCodes.Status405MethodNotAllowed => HttpAnswer.Of(Trouble.MethodNotAllowed).With(HeaderNames.Allow, response.Headers.Allow.ToString()),
            _ => null,
        };
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.StrictTransportSecurity = "max-age=31536000";
    }

    [LoggerMessage(4, LogLevel.Error, "The journal cannot be used: {Why}")]
    private partial void Unavailable(string why);

    [LoggerMessage(5, LogLevel.Error, "A request failed by our fault: {Exception}\n{Trace}")]
    private partial void Bug(string exception, string trace);
}
