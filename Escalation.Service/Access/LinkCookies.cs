using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Escalation.Core.Differences;
using Escalation.Service.Passes;

namespace Escalation.Service.Access;

/// <summary>
/// What a browser keeps of a link, so that the secret leaves the address bar at once: which link it is, sealed, for some hours. Making it
/// changes nothing in the store, so a mail scanner that opens the link does nothing, and whoever opens it again gets another one.
/// </summary>
public sealed class LinkCookies(PassBook book, TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(12);

    private const int LongestText = 1000;

    private const string Place = "cookie of a link";

    /// <param name="token">The secret in the link's address, whatever it is: whether there is such a link is looked up later.</param>
    public (string Value, DateTimeOffset Until) Make(string token)
    {
        var until = clock.GetUtcNow() + GoodFor;
        var content = JsonSerializer.SerializeToUtf8Bytes(new Content(PassBook.IdOf(token), until), FactJson.Options);
        return (Base64Url.EncodeToString(book.Wrap(content, Place)), until);
    }

    /// <returns>The link's id; none where it is no cookie of ours, or its time is over.</returns>
    public string? Read(string value)
    {
        if (value.Length > LongestText || !Base64Url.IsValid(value)) return null;
        try
        {
            var content = JsonSerializer.Deserialize<Content>(book.Unwrap(Base64Url.DecodeFromChars(value), Place), FactJson.Options)!;
            return clock.GetUtcNow() < content.Until ? content.Link : null;
        }
        catch (CryptographicException)
        {
            // Somebody made it up, or it was sealed under another secret: as good as none.
            return null;
        }
    }

    private sealed record Content(string Link, DateTimeOffset Until);
}
