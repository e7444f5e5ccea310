using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Frame;

/// <summary>
/// Stands around the pages: whatever goes wrong becomes a page that says what to do, also about a deadline that cannot wait, and nothing of
/// our insides. A page runs no script, loads nothing from elsewhere and is framed by nobody.
/// </summary>
internal sealed partial class PageNet(RequestDelegate next, ILogger<PageNet> log)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly PathString[] Others = ["/api", "/health", "/openapi", "/demo"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsPage(http.Request.Path))
        {
            await next(http);
            return;
        }

        Protect(http.Response.Headers);
        if (await TryAsync(http) is { } problem && !http.Response.HasStarted) await ShowAsync(problem, http);
    }

    /// <summary>Everything but what programs ask for is a page, also an address that there is no page at.</summary>
    public static bool IsPage(PathString path) => !Others.Any(other => path.StartsWithSegments(other, StringComparison.Ordinal));

    private async Task<PageProblem?> TryAsync(HttpContext http)
    {
        try
        {
            await next(http);
            return http.Response is { HasStarted: false, ContentLength: null or 0, ContentType: null } ? PageProblem.Of(http.Response.StatusCode) : null;
        }
        catch (JournalUnavailableException unavailable)
        {
            LogUnavailable(unavailable.Message);
            return PageProblem.Unavailable;
        }
        catch (BadHttpRequestException bad)
        {
            return PageProblem.Of(bad.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, the person gets a page and we get a line in the log.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            // Without its message: that may repeat what somebody wrote.
            LogBug(bug.GetType().FullName!, bug.StackTrace ?? "");
            return PageProblem.Ours;
        }
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        // As the protection of forms wants it, which warns otherwise.
        (headers.CacheControl, headers.Pragma) = ("no-cache, no-store", "no-cache");
    }

    /// <summary>Asks the pipeline for the page about the problem, in the place of what was asked for.</summary>
    private async Task ShowAsync(PageProblem problem, HttpContext http)
    {
        http.Response.Headers.ContentType = default;
        http.SetEndpoint(null);
        http.Features.Set(new AskedFor(problem, http.Request.Path));
        http.Request.RouteValues.Clear();
        (http.Request.Path, http.Request.QueryString) = (ProblemPage.Address, QueryString.Empty);
        if (!HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status200OK;
        await next(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The journal cannot be used: {Why}")]
    private partial void LogUnavailable(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed by our fault: {Exception}\n{Trace}")]
    private partial void LogBug(string exception, string trace);
}

/// <summary>What went wrong, and the path at which it did.</summary>
internal sealed record AskedFor(PageProblem Problem, PathString Path);
