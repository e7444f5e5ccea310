using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Escalation.Service.Delivery.Notify;

/// <summary>The token that Notify asks for with each request: a JSON Web Token (RFC 7519) that is good for thirty seconds.</summary>
internal static class NotifyToken
{
    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);

    public static string Of(NotifyKey key, DateTimeOffset now)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["iss"] = key.Service, ["iat"] = now.ToUnixTimeSeconds() });
        var signed = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Secret), Encoding.UTF8.GetBytes(signed)))}";
    }
}
