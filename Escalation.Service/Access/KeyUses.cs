using System.Collections.Concurrent;
using Escalation.Service.Boards;

namespace Escalation.Service.Access;

/// <summary>
/// Writes down when a key was last used: at most once an hour for each key, behind the request's back, and without a second try. That a
/// key is in use is good to know; no request waits for it or fails with it.
/// </summary>
internal sealed class KeyUses(BoardRooms rooms, TimeProvider clock)
{
    public static readonly TimeSpan Coarse = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> tried = [];
    private readonly ConcurrentDictionary<Task, byte> writing = [];

    public void Note(ApiKey key)
    {
        var now = clock.GetUtcNow();
        if (now - key.LastUsed < Coarse || !IsTurn(key.Id, now)) return;
        var write = Task.Run(() => WriteAsync(key, now));
        writing[write] = 0;
        _ = write.ContinueWith(done => writing.TryRemove(done, out _), TaskScheduler.Default);
    }

    public Task NotedAsync() => Task.WhenAll(writing.Keys);

    /// <summary>True for one of those who ask within the hour, whether or not the write then succeeds.</summary>
    private bool IsTurn(string id, DateTimeOffset now)
    {
        if (!tried.TryGetValue(id, out var before)) return tried.TryAdd(id, now);
        return now - before >= Coarse && tried.TryUpdate(id, now, before);
    }

    private async Task WriteAsync(ApiKey key, DateTimeOffset now)
    {
        try
        {
            // As it is kept now: it may have been revoked since, and must stay so.
            var papers = await rooms.PapersAsync(CancellationToken.None);
            if (!papers.TryGetValue((key.Board, Drawers.Key, key.Id), out var paper)) return;
            await rooms.ChangeAsync([Keys.PaperOf(paper.As<ApiKey>() with { LastUsed = now }, paper.Edition)], [], CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever hinders it hinders the requests as well, and is told there.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Another hour will do.
        }
    }
}
