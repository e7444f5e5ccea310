using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>A partner agency's system, which speaks HTTP and JSON and nothing else.</summary>
internal sealed class Partner(Uri address, string? agency, string? key)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 16, AllowAutoRedirect = false });

    public string? Agency => agency;

    public string? Key => key;

    public Task<Said> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    /// <param name="body">JSON; the acting person is put in where it names none.</param>
    public Task<Said> PostAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync("POST", path, WithPerson(body), headers);

    /// <param name="body">JSON, as it is: the directory and its like name no acting person.</param>
    public Task<Said> PutAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync("PUT", path, JsonSerializer.Serialize(body), headers);

    public Task<Said> DeleteAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync("DELETE", path, WithPerson(body), headers);

    public async Task<Said> SendAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, path.StartsWith("/health", StringComparison.Ordinal) || path.StartsWith("/openapi", StringComparison.Ordinal) ? path : $"/api/v1{path}"));
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        return await Said.ReadAsync(response);
    }

    public string WithPerson(object body)
    {
        var json = JsonSerializer.SerializeToNode(body)!.AsObject();
        if (!json.ContainsKey("by")) json["by"] = new JsonObject { ["name"] = $"Robin of {agency ?? "the board office"}", ["role"] = "manager" };
        return json.ToJsonString();
    }
}

/// <summary>What the service answered.</summary>
internal sealed record Said(HttpStatusCode Status, JsonNode? Json, string Text, Dictionary<string, string> Headers)
{
    public string? Tag => Headers.GetValueOrDefault("ETag");

    public string Id => (string)Json!["difference"]!["id"]!;

    public string Stage => (string)Json!["difference"]!["stage"]!;

    public string State => (string)Json!["difference"]!["state"]!;

    public string? Code => (string?)Json?["code"];

    /// <summary>Places and codes of everything that was wrong, such as "/by missing".</summary>
    public IEnumerable<string> Errors => Json?["errors"]?.AsArray().Select(e => $"{(string?)e!["pointer"]} {(string?)e["code"]}".Trim()) ?? [];

    /// <summary>Stored names of the facts that were recorded now.</summary>
    public IEnumerable<string> Facts => Json!["recorded"]!.AsArray().Select(e => (string)e!["fact"]!);

    /// <summary>The id of what came to be.</summary>
    public string Made => Json!["recorded"]!.AsArray().Select(e => (string?)e!["id"]).OfType<string>().First();

    public static async Task<Said> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Said(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), text, headers);
    }

    /// <summary>The answer itself where it is as it should be; else the test has failed and shows it.</summary>
    public Said Expect(HttpStatusCode expected)
    {
        Assert.That(Status, Is.EqualTo(expected), Text);
        return this;
    }
}
