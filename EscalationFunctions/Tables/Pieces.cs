using System.Globalization;
using Azure.Data.Tables;

namespace EscalationFunctions.Tables;

/// <summary>
/// Bytes of some length in one row. A property holds 64 KiB, so that they lie in several, named "Card0", "Card1", …; a row holds 1 MiB with
/// all that belongs to it, of which some is left for the rest.
/// </summary>
internal static class Pieces
{
    private const int Size = 64 * 1024;

    /// <summary>As many bytes as a row can hold this way.</summary>
    public const int Most = 14 * Size;

    public static void Put(TableEntity row, string name, byte[] bytes)
    {
        if (bytes.Length > Most) throw new InvalidOperationException($"{name} has {bytes.Length} bytes, and a row of the store has room for {Most}.");
        for (var from = 0; from < bytes.Length; from += Size)
            row[NameOf(name, from / Size)] = bytes.AsSpan(from, Math.Min(Size, bytes.Length - from)).ToArray();
    }

    public static byte[] Get(TableEntity row, string name)
    {
        if (row.GetBinary(NameOf(name, 0)) is not { } first) return [];
        if (!row.ContainsKey(NameOf(name, 1))) return first;
        using var all = new MemoryStream();
        for (var i = 0; row.TryGetValue(NameOf(name, i), out var piece); i++) all.Write((byte[])piece);
        return all.ToArray();
    }

    private static string NameOf(string name, int piece) => name + piece.ToString(CultureInfo.InvariantCulture);
}
