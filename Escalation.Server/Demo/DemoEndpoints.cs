using System.Globalization;
using Escalation.Core.Calendar;
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
        demo.MapGet("/clock", (CancellationToken cancel) => ReadingAsync(time, cancel));
        demo.MapPost("/clock", (ClockRequest request, CancellationToken cancel) => MoveAsync(request, time, cancel));
        demo.MapGet("/mail", () => Letters(mail).Select(f => f.Name));
        demo.MapGet("/mail/{name}", (string name) => Letters(mail).FirstOrDefault(f => f.Name == name) is { } letter
            ? Results.Text(File.ReadAllText(letter.FullName))
            : Results.NotFound());
        demo.MapGet("/keys/{board}/{agency}", (string board, string agency) => keys.Find(board, agency) is { } key ? Results.Text(key) : Results.NotFound());
    }

    /// <summary>The mail, earliest first.</summary>
    private static IEnumerable<FileInfo> Letters(string mail) => Directory.Exists(mail)
        ? new DirectoryInfo(mail).EnumerateFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal)
        : [];

    private static async Task<ClockReading> ReadingAsync(DemoTime time, CancellationToken cancel) =>
        new(LondonTime.In(time.Now), DateWords.Of(time.Now), await time.NextDueAsync(cancel) is { } due ? LondonTime.In(due) : null);

    private static async Task<IResult> MoveAsync(ClockRequest request, DemoTime time, CancellationToken cancel)
    {
        DateTimeOffset? to = request.To == "next" ? await time.NextDueAsync(cancel)
            : DateTimeOffset.TryParse(request.To, CultureInfo.InvariantCulture, DateTimeStyles.None, out var said) ? said : null;
        if (to is not { } instant) return Results.Problem("\"to\" is \"next\" (something has to be waited for), or a time such as 2026-12-24T17:00:00+00:00.", statusCode: 400);
        return await time.MoveToAsync(instant, cancel)
            ? Results.Ok(await ReadingAsync(time, cancel))
            : Results.Problem("That is past already. The clock of the demonstration only goes forward.", statusCode: 409);
    }
}
