using System.Buffers;
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
        // In one piece: a hash that is fed bit by bit is made anew each time, which costs more than a line does.
        var length = before.Length + 12 + open.Length + secret.Length;
        var room = ArrayPool<byte>.Shared.Rent(length);
        before.CopyTo(room);
        var rest = room.AsSpan(before.Length);
        BinaryPrimitives.WriteInt32BigEndian(rest, number);
        BinaryPrimitives.WriteInt32BigEndian(rest[4..], open.Length);
        BinaryPrimitives.WriteInt32BigEndian(rest[8..], secret.Length);
        open.CopyTo(rest[12..]);
        secret.CopyTo(rest[(12 + open.Length)..]);
        var link = SHA256.HashData(room.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(room);
        return link;
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
