using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace Escalation.Service.Passes;

/// <summary>
/// Writes passes so that whoever reads the store learns nothing: contents are encrypted (AES-256-GCM) for the one pass that they stand in,
/// addresses are keyed hashes, and of secrets there are only hashes. The keys come of the deployment's secret.
/// </summary>
public sealed class PassBook : IDisposable
{
    private const int SecretSize = 32;

    // What is nobody's or nothing's is written as null, so that what is read has every member.
    private static readonly JsonSerializerOptions Json = new(FactJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    // Opening a key is dear, and one that is open serves one thread at a time.
    private readonly ThreadLocal<AesGcm> contents;
    private readonly byte[] hashing;

    public PassBook(Seal seal)
    {
        var key = seal.KeyFor("contents of passes");
        contents = new ThreadLocal<AesGcm>(() => new AesGcm(key, Seal.TagSize), trackAllValues: true);
        hashing = seal.KeyFor("hashes in passes");
    }

    /// <summary>256 random bits, fit for an address or a cookie: 43 characters.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretSize));

    /// <summary>What is kept of a secret. It is random and long, so that a plain hash cannot be turned back.</summary>
    public static string IdOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A board's name for an address, however its letters are written. Without the key nobody can try addresses against it.</summary>
    public string AddressOf(string board, string email) => Keyed("address", board, email.Trim().ToLowerInvariant());

    /// <summary>A keyed hash of texts; which text ends where is part of it.</summary>
    /// <param name="of">What it is a hash of, so that one kind of hash is never taken for another.</param>
    public string Keyed(string of, params ReadOnlySpan<string> texts)
    {
        var all = new StringBuilder(of);
        foreach (var text in texts) all.Append('\n').Append(text.Length).Append(':').Append(text);
        return Convert.ToHexStringLower(HMACSHA256.HashData(hashing, Encoding.UTF8.GetBytes(all.ToString())));
    }

    public Pass ToPass<T>(PassKind kind, string id, string about, DateTimeOffset expires, T content, long edition = 0) =>
        new(kind, id, about, expires, edition, Wrap(JsonSerializer.SerializeToUtf8Bytes(content, Json), PlaceOf(kind, id, about)));

    /// <exception cref="CryptographicException">It was written under another secret, or moved here from another pass.</exception>
    public T Read<T>(Pass pass) =>
        JsonSerializer.Deserialize<T>(Unwrap(pass.Content, PlaceOf(pass.Kind, pass.Id, pass.About)), Json)!;

    internal byte[] Wrap(ReadOnlySpan<byte> plain, string place) => Seal.Encrypt(contents.Value!, plain, Encoding.UTF8.GetBytes(place));

    /// <exception cref="CryptographicException">It was not sealed by us for this place.</exception>
    internal byte[] Unwrap(ReadOnlySpan<byte> box, string place) => Seal.Decrypt(contents.Value!, box, Encoding.UTF8.GetBytes(place));

    public void Dispose()
    {
        foreach (var open in contents.Values) open.Dispose();
        contents.Dispose();
    }

    private static string PlaceOf(PassKind kind, string id, string about) => $"{kind}/{id}/{about}";
}
