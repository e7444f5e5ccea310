using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EscalationFunctions.Tests.Service.Access;

/// <summary>An issuer of tokens on this machine: it publishes its address and its public key, as a real one does.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    // Making a key takes longer than all the rest.
    private static readonly RsaSecurityKey First = NewKey();

    private readonly WebApplication app;

    private TestIssuer(WebApplication app) => this.app = app;

    public RsaSecurityKey Key { get; private set; } = First;

    public Uri Authority => new(app.Urls.Single());

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        TestIssuer issuer = new(builder.Build());
        issuer.app.MapGet("/.well-known/openid-configuration", () => Results.Text(
            $$"""{"issuer":"{{issuer.Authority}}","jwks_uri":"{{issuer.Authority}}keys"}""", "application/json"));
        issuer.app.MapGet("/keys", () => Results.Text(issuer.PublishedKeys(), "application/json"));
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>From now on it signs with another key and publishes only that.</summary>
    public void ChangeKey() => Key = NewKey();

    public string Token(Action<SecurityTokenDescriptor> change)
    {
        SecurityTokenDescriptor token = new()
        {
            Issuer = Authority.ToString(),
            Audience = "escalation",
            IssuedAt = Now(0),
            NotBefore = Now(0),
            Expires = Now(10),
            SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["client_id"] = "council-records",
                ["escalation_board"] = Office.Severnside,
                ["escalation_agency"] = Office.Council,
                ["scope"] = "openid differences:read reports:read",
            },
        };
        change(token);
        return new JsonWebTokenHandler().CreateToken(token);
    }

    /// <summary>So many minutes after ten o'clock on the day of the tests.</summary>
    public static DateTime Now(int minutes) => new DateTime(2026, 4, 1, 9, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string PublishedKeys()
    {
        var shown = Key.Rsa.ExportParameters(false);
        var (n, e) = (Base64UrlEncoder.Encode(shown.Modulus), Base64UrlEncoder.Encode(shown.Exponent));
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{Key.KeyId}}","n":"{{n}}","e":"{{e}}"}]}""";
    }
}
