using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Pages.Frame;

/// <summary>Our cookies: for this host alone, out of reach of scripts, sent with nothing that another site asks for, gone with the browser.</summary>
internal sealed class HostCookies
{
    private readonly string name;

    private HostCookies(string name) => this.name = $"__Host-{name}";

    /// <summary>The token of a sign-in.</summary>
    public static HostCookies SignIn { get; } = new("sign-in");

    /// <summary>The challenge that a code answers.</summary>
    public static HostCookies Code { get; } = new("code");

    /// <summary>The link that was opened.</summary>
    public static HostCookies Link { get; } = new("link");

    public string? Of(HttpContext http) => http.Request.Cookies[name] is { Length: > 0 } value ? value : null;

    public void Set(HttpContext http, string value) => http.Response.Cookies.Append(name, value, Options());

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(name, Options());

    // Always secure, also where the connection to us is not: browsers take such a cookie from their own machine, and else only over TLS.
    // Lax, since a sign-in has to come along when somebody follows a link from their mail; nothing is changed by following one.
    private static CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
