using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Escalation.Service.Pages.Frame;

/// <summary>The pages' one style sheet and icon, out of the assembly. The sheet's address changes with what is in it, so that browsers keep it for good.</summary>
internal static class Assets
{
    private static readonly byte[] Style = Read("escalation.css"), Icon = Read("icon.svg");

    public static string StyleSheet { get; } = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Style).AsSpan(0, 6))}.css";

    public static void MapAssets(this IEndpointRouteBuilder endpoints)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        endpoints.MapMethods(StyleSheet, reading, http => SendAsync(http, Style, "text/css")).DisableRateLimiting().ExcludeFromDescription();
        endpoints.MapMethods("/assets/icon.svg", reading, http => SendAsync(http, Icon, "image/svg+xml")).DisableRateLimiting().ExcludeFromDescription();
    }

    private static Task SendAsync(HttpContext http, byte[] content, string type)
    {
        http.Response.ContentType = type;
        http.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(content, http.RequestAborted).AsTask();
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"assets/{name}") ?? throw new InvalidOperationException($"{name} was not built in.");
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
