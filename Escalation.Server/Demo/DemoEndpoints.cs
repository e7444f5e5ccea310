using System.Globalization;
using System.Text.Json;
using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Escalation.Server.Demo;

/// <summary>What the demonstration has beside the service: a clock that can be moved, the mail that would have gone out, and everybody's keys.</summary>
internal static class DemoEndpoints
{
    private sealed record ClockReading(DateTimeOffset Now, string InWords, DateTimeOffset? NextDue);

    private sealed record ClockRequest(string To);

    public static void Map(IEndpointRouteBuilder app, DemoTime time, DemoKeys keys, string mail)
    {
        var demo = app.MapGroup("/demo").ExcludeFromDescription();
        demo.MapGet("", async (BoardRooms rooms, CancellationToken cancel) => DemoPages.Tour(await rooms.AllAsync(cancel)));
        demo.MapGet("/clock", async (HttpRequest request, CancellationToken cancel) => DemoPages.AreWanted(request)
            ? DemoPages.Clock(time.Now, await time.NextDueAsync(cancel))
            : Results.Ok(await ReadingAsync(time, cancel)));
        demo.MapPost("/clock", (HttpRequest request, CancellationToken cancel) => MoveAsync(request, time, cancel));
        demo.MapGet("/mail", (HttpRequest request) => DemoPages.AreWanted(request)
            ? DemoPages.Mail([.. Letters(mail).Reverse().Select(DemoLetter.Read)])
            : Results.Ok(Letters(mail).Select(f => f.Name)));
        demo.MapGet("/mail/{name}", (string name, HttpRequest request) => Find(mail, name) is not { } letter ? Results.NotFound()
            : DemoPages.AreWanted(request) ? DemoPages.Letter(DemoLetter.Read(letter)) : Results.Text(File.ReadAllText(letter.FullName)));
        demo.MapGet("/mail/{name}/html", (string name) => Find(mail, name) is { } letter && DemoLetter.Read(letter).Html is { } html
            ? DemoPages.Html(html)
            : Results.NotFound());
        demo.MapGet("/keys/{board}/{agency}", (string board, string agency) => keys.Find(board, agency) is { } key ? Results.Text(key) : Results.NotFound());
    }

    private static FileInfo? Find(string mail, string name) => Letters(mail).FirstOrDefault(f => f.Name == name);

    /// <summary>The mail, earliest first.</summary>
    private static IEnumerable<FileInfo> Letters(string mail) => Directory.Exists(mail)
        ? new DirectoryInfo(mail).EnumerateFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal)
        : [];

    private static async Task<ClockReading> ReadingAsync(DemoTime time, CancellationToken cancel) =>
        new(LondonTime.In(time.Now), DateWords.Of(time.Now), await time.NextDueAsync(cancel) is { } due ? LondonTime.In(due) : null);

    // Programs send JSON and get the new time; a press of a button on the page leads back to it.
    private static async Task<IResult> MoveAsync(HttpRequest request, DemoTime time, CancellationToken cancel)
    {
        var pressed = request.HasFormContentType;
        var to = pressed ? (await request.ReadFormAsync(cancel))["to"].ToString() : await ToAsync(request, cancel);
        if (await InstantAsync(to, time, cancel) is not { } instant)
            return Results.Problem("\"to\" is \"next\" (something has to be waited for), \"hour\", \"day\", or a time such as 2026-12-24T17:00:00+00:00.", statusCode: 400);
        if (!await time.MoveToAsync(instant, cancel)) return Results.Problem("That is past already. The clock of the demonstration only goes forward.", statusCode: 409);
        return pressed ? Results.Redirect("/demo/clock") : Results.Ok(await ReadingAsync(time, cancel));
    }

    private static async Task<string?> ToAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasJsonContentType() ? (await request.ReadFromJsonAsync<ClockRequest>(cancel))?.To : null;
        }
        catch (JsonException)
        {
            // Told like anything else that is no time.
            return null;
        }
    }

    private static async Task<DateTimeOffset?> InstantAsync(string? to, DemoTime time, CancellationToken cancel) => to switch
    {
        "next" => await time.NextDueAsync(cancel),
        "hour" => time.Now.AddHours(1),
        "day" => time.Now.AddDays(1),
        _ => DateTimeOffset.TryParse(to, CultureInfo.InvariantCulture, DateTimeStyles.None, out var said) ? said : null,
    };
}
