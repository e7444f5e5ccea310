using System.Net;
using System.Text.RegularExpressions;
using System.Net.Http.Json;
using EscalationFunctions.Tests.Server;

namespace EscalationFunctions.Tests.Service.Pages.Record;

/// <summary>Somebody at the pages of the demonstration, who keeps cookies as a browser does on its own machine.</summary>
internal sealed partial class Reader : IDisposable
{
    private readonly HttpClient client;

    public Reader(DemoService demo) => client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(demo.Url) };

    /// <summary>By name, as they stand.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The names of all that were ever set.</summary>
    public HashSet<string> EverSet { get; } = [];

    /// <summary>The page at the end of all redirects.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Text)> GetAsync(string address)
    {
        while (true)
        {
            using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
            if (answer.Headers.Location is null) return (answer.StatusCode, address, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
            address = answer.Headers.Location.ToString();
        }
    }

    /// <summary>Signs in with the code that was mailed.</summary>
    public async Task SignInAsync(string board, string email)
    {
        await PostAsync($"/{board}/sign-in", ("email", email));
        await PostAsync($"/{board}/sign-in/code", ("code", await CodeAsync(email)));
    }

    public void Dispose() => client.Dispose();

    private async Task PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var (_, _, page) = await GetAsync(address);
        var form = Form().Match(page).Groups[1].Value;
        using var body = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("form", form)));
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = body });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Out of the latest letter to that address that has one, once the post has brought it.</summary>
    private async Task<string> CodeAsync(string email)
    {
        var code = "";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(async () =>
        {
            foreach (var name in (await client.GetFromJsonAsync<List<string>>("/demo/mail", patience.Token))!.Where(n => n.StartsWith("code", StringComparison.Ordinal)))
                if (await client.GetStringAsync($"/demo/mail/{name}", patience.Token) is var letter && letter.Contains(email, StringComparison.Ordinal))
                    code = Code().Match(letter).Groups[1].Value;
            return code.Length > 0;
        }, patience.Token);
        return code;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await client.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var (name, value) = set.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : throw new InvalidOperationException(set);
            if (value.Length == 0) Cookies.Remove(name);
            else Cookies[name] = value;
            EverSet.Add(name);
        }

        return answer;
    }

    [GeneratedRegex("name=\"form\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Form();

    [GeneratedRegex("Your code is (\\d+ \\d+)")]
    private static partial Regex Code();
}
