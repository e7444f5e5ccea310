using System.Buffers;
using Escalation.Service.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Admission;

/// <summary>Takes in the bytes of a body, up to as many as a body may have.</summary>
internal static class Bodies
{
    private const int Usual = 4096;

    /// <returns>None where it is too large.</returns>
    public static async ValueTask<byte[]?> TakeAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Limits.Body) return null;
        // As much room as the sender says it takes, and more only where more comes: the largest that may come is a burden to clear each time.
        var room = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? Usual) + 1);
        var taken = 0;
        try
        {
            while (await request.Body.ReadAsync(room.AsMemory(taken), cancel) is > 0 and var more)
            {
                taken += more;
                if (taken > Limits.Body) return null;
                if (taken == room.Length) room = Larger(room);
            }

            return room.AsSpan(0, taken).ToArray();
        }
        finally
        {
            GiveBack(room, taken);
        }
    }

    private static byte[] Larger(byte[] full)
    {
        var room = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(room, 0);
        GiveBack(full, full.Length);
        return room;
    }

    // Somebody's concern was in it.
    private static void GiveBack(byte[] room, int taken)
    {
        room.AsSpan(0, Math.Min(taken, room.Length)).Clear();
        ArrayPool<byte>.Shared.Return(room);
    }
}
