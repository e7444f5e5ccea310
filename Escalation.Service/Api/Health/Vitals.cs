using Escalation.Service.Api.Answers;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Escalation.Service.Api.Health;

/// <summary>What whoever watches over the service asks. Anybody may; the answers tell nothing of anybody.</summary>
internal sealed class Vitals(IJournal journal, TimeProvider clock)
{
    /// <summary>A clock that is a minute late has stopped.</summary>
    private const int MostSecondsLate = 60;

    public static readonly Operation Live = new("GET", "/health/live", "Are you there?", null, typeof(HealthAnswer));

    public static readonly Operation Ready = new("GET", "/health/ready", "Can you read the records?", null, typeof(HealthAnswer));

    public static readonly Operation Waking = new("GET", "/health/waking", "Does the clock that escalates keep time?", null, typeof(HealthAnswer));

    public static Task<HttpAnswer> LiveAsync() => Task.FromResult(HttpAnswer.Of(new HealthAnswer("live")));

    public async Task<HttpAnswer> ReadyAsync(HttpContext http)
    {
        await journal.NextDueAsync(http.RequestAborted);
        return HttpAnswer.Of(new HealthAnswer("ready"));
    }

    public async Task<HttpAnswer> WakingAsync(HttpContext http)
    {
        var next = await journal.NextDueAsync(http.RequestAborted);
        var late = next is { } due ? (int)Math.Clamp((clock.GetUtcNow() - due).TotalSeconds, 0, int.MaxValue) : 0;
        return late > MostSecondsLate
            ? HttpAnswer.Of(new HealthAnswer("late", late, next), StatusCodes.Status503ServiceUnavailable)
            : HttpAnswer.Of(new HealthAnswer("on-time", late, next));
    }
}

/// <param name="SecondsLate">How long what is due has been waiting for the clock.</param>
/// <param name="NextDue">When something is due next.</param>
internal sealed record HealthAnswer(string Status, int? SecondsLate = null, DateTimeOffset? NextDue = null);

internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.Map<Vitals>(Vitals.Live, (_, _) => Vitals.LiveAsync());
        endpoints.Map<Vitals>(Vitals.Ready, (vitals, http) => vitals.ReadyAsync(http));
        endpoints.Map<Vitals>(Vitals.Waking, (vitals, http) => vitals.WakingAsync(http));
    }
}
