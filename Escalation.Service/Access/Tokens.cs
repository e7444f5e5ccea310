using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Escalation.Core;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Escalation.Service.Access;

/// <summary>
/// Tokens of the configured issuer, as the grown-up alternative to keys. A token says with <c>escalation_board</c> and
/// <c>escalation_agency</c> (an agency's id, or "board-office") whose it is, and with <c>scope</c> what it may do.
/// </summary>
public sealed partial class Tokens(Issuer issuer, BoardRooms rooms, TimeProvider clock)
{
    public const string BoardClaim = "escalation_board", AgencyClaim = "escalation_agency", ScopeClaim = "scope";

    private const int LongestToken = 16_000;

    /// <summary>For clocks that do not agree.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // Signed with a private key only: with a shared secret, whoever can check tokens can also make them.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly string[] ClientClaims = ["client_id", "azp", "appid"];

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken };

    private readonly ConfigurationManager<OpenIdConnectConfiguration> published = new(
        $"{issuer.Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = issuer.HttpsOnly });

    public async Task<Finding> FindAsync(string presented, CancellationToken cancel)
    {
        if (presented.Length > LongestToken || !handler.CanReadToken(presented)) return new Finding.NotKnown(WhyNot.Malformed);
        if (!await IsReachableAsync(cancel)) return new Finding.NotKnown(WhyNot.IssuerUnreachable);
        var result = await handler.ValidateTokenAsync(presented, Parameters());
        return result switch
        {
            { IsValid: true, SecurityToken: JsonWebToken token } => await CallerOfAsync(token, cancel),
            { Exception: SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenInvalidLifetimeException } =>
                new Finding.NotKnown(WhyNot.Expired),
            _ => new Finding.NotKnown(WhyNot.NotAccepted),
        };
    }

    private async Task<bool> IsReachableAsync(CancellationToken cancel)
    {
        try
        {
            return await published.GetConfigurationAsync(cancel) is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private TokenValidationParameters Parameters() => new()
    {
        ConfigurationManager = published,
        ValidAudience = issuer.Audience,
        ValidAlgorithms = Algorithms,
        ValidTypes = ["JWT", "at+jwt", "application/at+jwt"],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => IsTimeFor(from, until, clock.GetUtcNow().UtcDateTime),
    };

    private static bool IsTimeFor(DateTime? from, DateTime? until, DateTime now) =>
        until is { } end && now < end + Skew && (from is not { } start || start - Skew <= now);

    private async ValueTask<Finding> CallerOfAsync(JsonWebToken token, CancellationToken cancel)
    {
        if (Claim(token, BoardClaim) is not { } board || Claim(token, AgencyClaim) is not { } agency
            || await rooms.FindAsync(board, cancel) is not { } room
            || (agency != DirectoryRules.BoardOffice && room.FindAgency(agency) is null))
        {
            return new Finding.NotKnown(WhyNot.NotAccepted);
        }

        return new Finding.Known(new Caller(board, agency == DirectoryRules.BoardOffice ? null : agency, ScopesOf(token), NameOf(token)));
    }

    /// <summary>Those that we know; an issuer's other scopes are other services' business.</summary>
    private static ValueList<Scope> ScopesOf(JsonWebToken token) => token.Claims.Where(c => c.Type == ScopeClaim)
        .SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(text => Scopes.TryParse(text, out _))
        .Select(text => Scopes.TryParse(text, out var scope) ? scope : default)
        .Distinct().Order().ToValueList();

    /// <summary>The client's id. A subject can be a person, so only its hash is shown.</summary>
    private static string NameOf(JsonWebToken token) =>
        ClientClaims.Select(c => Claim(token, c)).FirstOrDefault(id => id is not null && ClientForm().IsMatch(id)) is { } client
            ? $"client:{client}"
            : $"subject:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Subject ?? "")))[..12]}";

    private static string? Claim(JsonWebToken token, string name) =>
        token.Claims.Where(c => c.Type == name).ToList() is [var only] && only.Value.Length > 0 ? only.Value : null;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,80}\z")]
    private static partial Regex ClientForm();
}
