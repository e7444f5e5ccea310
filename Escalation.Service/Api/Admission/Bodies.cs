using System.Buffers;
using Escalation.Service.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Admission;

/// <summary>Takes in the bytes of a body, up to as many as a body may have.</summary>
internal static class Bodies
{
    /// <returns>None where it is too large.</returns>
    public static async ValueTask<byte[]?> TakeAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Limits.Body) return null;
        var room = ArrayPool<byte>.Shared.Rent(Limits.Body + 1);
        try
        {
            var taken = await request.Body.ReadAtLeastAsync(room.AsMemory(0, Limits.Body + 1), Limits.Body + 1, throwOnEndOfStream: false, cancel);
            return taken > Limits.Body ? null : room.AsSpan(0, taken).ToArray();
        }
        finally
        {
            // Somebody's concern was in it.
            ArrayPool<byte>.Shared.Return(room, clearArray: true);
        }
    }
}
