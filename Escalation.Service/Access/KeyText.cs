using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Escalation.Service.Access;

/// <summary>
/// How a key is written: <c>esk_</c>, 12 characters by which it is known to everybody, <c>_</c>, 32 that are secret (160 random bits) and
/// 6 by which a slip is seen without asking anybody. So a scanner for leaked secrets recognises one:
/// <c>esk_[0-9a-hjkmnp-tv-z]{12}_[0-9a-hjkmnp-tv-z]{38}</c>.
/// </summary>
public sealed partial class KeyText
{
    /// <summary>Figures and letters that are not mistaken for one another (Crockford's base 32): no i, l, o, u.</summary>
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private const int IdLength = 12;

    private const int SecretLength = 32;

    private const int CheckLength = 6;

    private KeyText(string text) => Secret = text;

    /// <summary>The part that can be shown and logged.</summary>
    public string Id => Secret.Substring("esk_".Length, IdLength);

    /// <summary>The whole key. Shown once to whoever asked for it, and nowhere else.</summary>
    public string Secret { get; }

    /// <summary>What is kept of it. The secret is random and long, so that a plain hash cannot be turned back.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public static KeyText New()
    {
        var open = $"esk_{RandomNumberGenerator.GetString(Alphabet, IdLength)}_{RandomNumberGenerator.GetString(Alphabet, SecretLength)}";
        return new(open + CheckOf(open));
    }

    /// <summary>None where it was never a key, or was mistyped or cut off.</summary>
    public static KeyText? Read(string presented) =>
        Form().IsMatch(presented) && presented.EndsWith(CheckOf(presented[..^CheckLength]), StringComparison.Ordinal) ? new(presented) : null;

    /// <summary>Says which key it is and not what it is: it may come into a log.</summary>
    public override string ToString() => $"esk_{Id}_…";

    internal static string CheckOf(string open) =>
        string.Create(CheckLength, SHA256.HashData(Encoding.ASCII.GetBytes(open)), static (check, hash) =>
        {
            for (var i = 0; i < check.Length; i++) check[i] = Alphabet[hash[i] % Alphabet.Length];
        });

    [GeneratedRegex(@"\Aesk_[0-9a-hjkmnp-tv-z]{12}_[0-9a-hjkmnp-tv-z]{38}\z")]
    private static partial Regex Form();
}
