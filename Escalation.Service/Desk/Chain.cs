using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Escalation.Service.Desk;

/// <summary>
/// Ties every line of a record to the one before it by SHA-256, over what is kept: the chain can be walked without any key, also after
/// the personal data was erased.
/// </summary>
public static class Chain
{
    /// <summary>What the first line is tied to, so that no record can be passed off as another's.</summary>
    public static byte[] Beginning(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));

    public static byte[] Link(ReadOnlySpan<byte> before, int number, ReadOnlySpan<byte> open, ReadOnlySpan<byte> secret)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> sizes = stackalloc byte[12];
        BinaryPrimitives.WriteInt32BigEndian(sizes, number);
        BinaryPrimitives.WriteInt32BigEndian(sizes[4..], open.Length);
        BinaryPrimitives.WriteInt32BigEndian(sizes[8..], secret.Length);
        hash.AppendData(before);
        hash.AppendData(sizes);
        hash.AppendData(open);
        hash.AppendData(secret);
        return hash.GetHashAndReset();
    }

    /// <summary>The number of the first line that does not follow from those before it, or 0 if all do.</summary>
    public static int FirstBroken(string id, IEnumerable<Line> lines)
    {
        var link = Beginning(id);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            link = Link(link, number, line.Open, line.Secret);
            if (line.Number != number || !link.AsSpan().SequenceEqual(line.Link)) return number;
        }

        return 0;
    }
}
