using System.Net;

namespace EscalationFunctions.Tests.Service.Pages.Formal;

/// <summary>Somebody who has signed in and goes through the pages as they are served: follows where they are sent, and sends what is on the page.</summary>
internal sealed class Guest(Uri service, string token)
{
    private const int MostPages = 40;

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    // Kept by hand: the cookies are for secure connections, and nothing here leaves the machine.
    private readonly Dictionary<string, string> cookies = new() { ["__Host-sign-in"] = token };

    public Task<Shown> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    /// <summary>Fills in the form on the page and sends it.</summary>
    /// <param name="said">As "name: value"; a name can come more than once. The rest goes as it stands on the page.</param>
    public Task<Shown> SendAsync(Shown page, params string[] said)
    {
        Assert.That(page.IsForm, Is.True, $"there is nothing to send on {page.Path}: {page.Text}");
        var answers = said.Select(s => s.Split(": ", 2)).ToList();
        // A page with several forms has the same mark in each of them, and a browser sends one form.
        var rest = page.Filled.Where(f => answers.All(a => a[0] != f.Name)).Select(f => KeyValuePair.Create(f.Name, f.Value)).Distinct();
        return SendAsync(HttpMethod.Post, page.Path, [.. rest, .. answers.Where(a => a[1].Length > 0).Select(a => KeyValuePair.Create(a[0], a[1]))]);
    }

    public async Task<Shown> FillAsync(string path, params string[] said) => await SendAsync(await GetAsync(path), said);

    /// <summary>Sends a file by the form on the page.</summary>
    public Task<Shown> UploadAsync(Shown page, string name, string content)
    {
        var form = new MultipartFormDataContent();
        foreach (var (hidden, value) in page.Filled.Where(f => f.Name != name)) form.Add(new StringContent(value), hidden);
        form.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), name, "file.csv");
        return SendAsync(HttpMethod.Post, page.Path, form);
    }

    /// <summary>Goes through a journey to its answers to check; fails at a page that does not take them.</summary>
    public async Task<Shown> ToCheckAsync(string path, params string[] said)
    {
        var page = await GetAsync(path);
        for (var pages = 0; pages < MostPages && !page.Path.EndsWith("/check", StringComparison.Ordinal); pages++)
        {
            var asked = page.Asked;
            var before = page.Path;
            page = await SendAsync(page, [.. said.Where(s => asked.Contains(s.Split(": ", 2)[0]))]);
            Assert.That(page.Errors, Is.Empty, $"at {before}");
        }

        return page;
    }

    /// <summary>Goes through a journey and sends it. What was read out before, if anything was, and what is said at the end.</summary>
    public async Task<(string? Before, Shown Done)> DoAsync(string path, params string[] said)
    {
        var page = await SendAsync(await ToCheckAsync(path, said));
        var before = page.Path.EndsWith("/before-sending", StringComparison.Ordinal) ? page : null;
        if (before is not null) page = await SendAsync(before);
        Assert.That((page.Path[(page.Path.LastIndexOf('/') + 1)..], page.Errors), Is.EqualTo(("done", Array.Empty<string>())), page.Text);
        return (before?.Text, page);
    }

    private Task<Shown> SendAsync(HttpMethod method, string path, IReadOnlyList<KeyValuePair<string, string>>? form) =>
        SendAsync(method, path, form is null ? null : new FormUrlEncodedContent(form));

    private async Task<Shown> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(service, path));
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        request.Content = content;
        using var response = await Http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set)) foreach (var cookie in set) Keep(cookie);
        if (response.StatusCode == HttpStatusCode.Found) return await SendAsync(HttpMethod.Get, response.Headers.Location!.ToString(), content: null);
        return new Shown(path, response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private void Keep(string cookie)
    {
        var parts = cookie.Split(';')[0].Split('=', 2);
        cookies[parts[0]] = parts[1];
    }
}
