using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tests.Service.Delivery.Notify;

/// <summary>
/// Answers as the REST documentation of GOV.UK Notify says that it answers: the token is checked as there, and what becomes of a letter is in
/// its address, as with Notify's own addresses for trying out.
/// </summary>
internal sealed class NotifyServer : IAsyncDisposable
{
    public const string Service = "26785a09-ab16-4eb0-8407-a37497a57506";
    public const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    public const string Template = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";

    private readonly WebApplication app;
    private readonly TimeProvider clock;

    private NotifyServer(WebApplication app, TimeProvider clock) => (this.app, this.clock) = (app, clock);

    public Uri Address => new(app.Urls.First() + "/");

    /// <summary>The letters that were taken.</summary>
    public List<JsonElement> Taken { get; } = [];

    public static async Task<NotifyServer> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new NotifyServer(builder.Build(), clock);
        server.app.MapPost("/v2/notifications/email", server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (WhatIsWrongWith(request.Headers.Authorization.ToString()) is { } wrong) return Refused(HttpStatusCode.Forbidden, "AuthError", wrong);
        var letter = await request.ReadFromJsonAsync<JsonElement>();
        if (letter.GetProperty("template_id").GetString() != Template) return Refused(HttpStatusCode.BadRequest, "BadRequestError", "Template not found");
        var to = letter.GetProperty("email_address").GetString()!;
        switch (to.Split('@')[0])
        {
            case "wrong": return Refused(HttpStatusCode.BadRequest, "ValidationError", "email_address Not a valid email address");
            case "stranger": return Refused(HttpStatusCode.BadRequest, "BadRequestError", "Can’t send to this recipient using a team-only API key");
            case "one-more": return Refused(HttpStatusCode.TooManyRequests, "TooManyRequestsError", "Exceeded send limits (250) for today");
            case "broken": return Refused(HttpStatusCode.InternalServerError, "Exception", "Internal server error");
            case "garbled": return Results.Text("<html>", "text/html", statusCode: 400);
            case "slow": await Task.Delay(Timeout.InfiniteTimeSpan, request.HttpContext.RequestAborted); break;
        }

        lock (Taken) Taken.Add(letter);
        return Results.Json(new { id = Guid.NewGuid(), reference = letter.GetProperty("reference").GetString() }, statusCode: 201);
    }

    private string? WhatIsWrongWith(string authorization)
    {
        var parts = authorization.Replace("Bearer ", "", StringComparison.Ordinal).Split('.');
        if (parts.Length != 3) return "Invalid token: make sure your API token matches the example";
        var (header, claims) = (JsonDocument.Parse(Plain(parts[0])).RootElement, JsonDocument.Parse(Plain(parts[1])).RootElement);
        if (header.GetProperty("typ").GetString() != "JWT" || header.GetProperty("alg").GetString() != "HS256")
            return "Invalid token: algorithm used is not HS256";
        if (claims.GetProperty("iss").GetString() != Service) return "Invalid token: service not found";
        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("iat").GetInt64());
        if (age.Duration() > TimeSpan.FromSeconds(30)) return "Error: Your system clock must be accurate to within 30 seconds";
        var right = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}"));
        return right.SequenceEqual(Plain(parts[2])) ? null : "Invalid token: API key not found";
    }

    private static byte[] Plain(string coded) => Convert.FromBase64String(coded.Replace('-', '+').Replace('_', '/').PadRight((coded.Length + 3) / 4 * 4, '='));

    private static IResult Refused(HttpStatusCode status, string error, string message) =>
        Results.Json(new { errors = new[] { new { error, message } }, status_code = (int)status }, statusCode: (int)status);
}
