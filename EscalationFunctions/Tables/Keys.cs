using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EscalationFunctions.Tables;

/// <summary>
/// Makes keys of rows and partitions. Table storage takes no stroke, backslash, hash, question mark or control character in them, orders
/// them by their characters' codes, and they have 1 KiB at most.
/// </summary>
internal static class Keys
{
    private const int MostLength = 200;

    /// <summary>After every key that begins with the same part: parts are followed by a colon.</summary>
    public const string End = ";";

    /// <summary>Parts of a key, each so written that none is taken for two or for another.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts) key.Append(key.Length == 0 ? "" : ":").Append(Plain(part));
        return key.ToString();
    }

    /// <summary>An instant so written that keys lie in the order of time, to the tick.</summary>
    public static string Of(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>An instant so written that what is latest lies in front.</summary>
    public static string LatestFirst(DateTimeOffset at) => (DateTime.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>One key for what an asker calls something; neither name can be read in it, nor is one pair taken for another.</summary>
    public static string Hashed(string asker, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{asker.Length}:{asker}:{key}")));

    /// <summary>The instant that a key begins with.</summary>
    public static DateTimeOffset InstantOf(string key) => new(long.Parse(key.AsSpan(0, 19), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The entry and place that the id of a notice ends with: "SG-26-K4T9Q/12/3".</summary>
    public static (int Entry, int Place) PlaceOf(string notice) => notice.Split('/') is [.., var entry, var place]
        ? (int.Parse(entry, CultureInfo.InvariantCulture), int.Parse(place, CultureInfo.InvariantCulture))
        : throw new ArgumentException($"'{notice}' is no id of a notice.", nameof(notice));

    private static string Plain(string part)
    {
        var plain = new StringBuilder(part.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(part))
            if (char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'.' or (byte)'_') plain.Append((char)unit);
            else plain.Append(CultureInfo.InvariantCulture, $"={unit:X2}");
        // '!' is in no plain part, so that a long one is never taken for a short one.
        return plain.Length <= MostLength ? plain.ToString() : $"!{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part)))}";
    }
}
