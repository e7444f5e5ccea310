using System.Security.Cryptography;
using System.Text;

namespace Escalation.Service.Desk;

/// <summary>
/// Encrypts what is personal: each difference under a key of its own (AES-256-GCM), those keys under the deployment's secret. Destroying a
/// difference's key erases its personal data wherever a copy lies, and leaves the rest of the record as it was.
/// </summary>
public sealed class Seal : IDisposable
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    internal const int TagSize = 16;

    private readonly byte[] secret;

    // Opening a key is dear, and one that is open serves one thread at a time.
    private readonly ThreadLocal<AesGcm> master;

    /// <param name="secret">The deployment's secret: at least 32 characters, from its environment or a file.</param>
    public Seal(string secret)
    {
        if (secret.Length < 32) throw new ArgumentException("A secret has at least 32 characters.", nameof(secret));
        this.secret = Encoding.UTF8.GetBytes(secret);
        var key = KeyFor("keys of differences");
        master = new ThreadLocal<AesGcm>(() => new AesGcm(key, TagSize));
    }

    public void Dispose() => master.Dispose();

    /// <summary>A key of its own for each purpose: whoever learns one knows nothing of the others.</summary>
    /// <returns>32 bytes.</returns>
    internal byte[] KeyFor(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeySize, info: Encoding.UTF8.GetBytes($"escalation: {purpose}"));

    /// <summary>A new key for a difference, wrapped.</summary>
    public byte[] NewKey(string id) => Encrypt(master.Value!, RandomNumberGenerator.GetBytes(KeySize), Encoding.UTF8.GetBytes(id));

    /// <summary>Opens a difference's key for as long as one decision takes.</summary>
    /// <exception cref="CryptographicException">It was wrapped under another secret, or belongs to another difference.</exception>
    public OwnKey Unwrap(byte[] wrapped, string id) => new(Decrypt(master.Value!, wrapped, Encoding.UTF8.GetBytes(id)));

    /// <summary>A difference's key itself, for a copy that its parties can check.</summary>
    internal byte[] Reveal(byte[] wrapped, string id) => Decrypt(master.Value!, wrapped, Encoding.UTF8.GetBytes(id));

    internal static byte[] Encrypt(AesGcm aes, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), about);
        return box;
    }

    internal static byte[] Decrypt(AesGcm aes, ReadOnlySpan<byte> box, ReadOnlySpan<byte> about)
    {
        if (box.Length < NonceSize + TagSize) throw new CryptographicException("Too short to be encrypted.");
        var plain = new byte[box.Length - NonceSize - TagSize];
        aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain, about);
        return plain;
    }

    /// <summary>One difference's key, open. What was encrypted for one place of its record cannot be read at another.</summary>
    public sealed class OwnKey(byte[] key) : IDisposable
    {
        private readonly AesGcm aes = new(key, TagSize);

        public byte[] Encrypt(ReadOnlySpan<byte> plain, int number) => Seal.Encrypt(aes, plain, BitConverter.GetBytes(number));

        public byte[] Decrypt(ReadOnlySpan<byte> box, int number) => Seal.Decrypt(aes, box, BitConverter.GetBytes(number));

        public void Dispose() => aes.Dispose();
    }
}
