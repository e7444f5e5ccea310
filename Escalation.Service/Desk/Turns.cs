namespace Escalation.Service.Desk;

/// <summary>
/// Lets the questions about one difference take turns within this process, so that they need not be decided again. It is a courtesy:
/// that nothing is done twice is the journal's promise.
/// </summary>
internal sealed class Turns
{
    private readonly SemaphoreSlim[] queues = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    public async ValueTask<Turn> TakeAsync(string id, CancellationToken cancel)
    {
        var queue = queues[(uint)string.GetHashCode(id, StringComparison.Ordinal) % (uint)queues.Length];
        await queue.WaitAsync(cancel);
        return new Turn(queue);
    }

    public readonly struct Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
