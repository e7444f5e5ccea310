using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Escalation.Server.Sqlite;

/// <summary>
/// The one that writes. It takes everything that waits into one transaction, so that being durable costs one sync for all who wait and
/// not one each. Nobody is answered before that sync.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private const int MostAtOnce = 512;
    private const int CacheKilobytes = 16 * 1024;
    private const int PagesInLog = 15_000;

    private readonly SqliteFile file;
    private readonly Channel<Work> waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(4 * MostAtOnce) { SingleReader = true, AllowSynchronousContinuations = true });
    private readonly AutoResetEvent wake = new(false);
    private readonly Task running;
    private Statements? statements;

    public Writer(SqliteFile file)
    {
        this.file = file;
        running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Does the work in a transaction, and answers once it is on the disk.</summary>
    /// <param name="work">Writes nothing if it answers false.</param>
    internal Task<bool> DoAsync(Func<Statements, bool> work, CancellationToken cancel) =>
        EnqueueAsync(new Work(work, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)), cancel);

    private async Task<bool> EnqueueAsync(Work item, CancellationToken cancel)
    {
        try
        {
            if (!waiting.Writer.TryWrite(item)) await waiting.Writer.WriteAsync(item, cancel);
        }
        catch (ChannelClosedException closed)
        {
            throw Broken.Unavailable("The service is stopping.", closed);
        }

        // Not given up half way: whoever is answered has to know whether it was done.
        return await item.Done.Task;
    }

    /// <summary>Does work that cannot be done within a transaction, alone among those who write.</summary>
    internal Task OutsideAsync(Action<Statements> work, CancellationToken cancel) => EnqueueAsync(new Work(
        w =>
        {
            work(w);
            return true;
        }, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously), Outside: true), cancel);

    internal SqliteFile File => file;

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await running;
        wake.Dispose();
        Close();
    }

    private void Run()
    {
        var batch = new List<Work>(MostAtOnce);
        while (WaitForWork())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var work)) batch.Add(work);
            if (batch.Exists(w => w.Outside) || !TryAll(batch))
                foreach (var work in batch) Alone(work);
        }
    }

    // Whoever brings work wakes the writer there and then. Waiting for a task would spin first, on a processor that others need.
    private bool WaitForWork()
    {
        var work = waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter();
        if (!work.IsCompleted)
        {
            work.UnsafeOnCompleted(() => wake.Set());
            wake.WaitOne();
        }

        return work.GetResult();
    }

    /// <summary>All in one transaction. If any of them goes wrong none is done, and each is tried alone.</summary>
    private bool TryAll(List<Work> batch)
    {
        bool[] answers;
        try
        {
            answers = InTransaction(s => batch.Select(w => w.Do(s)).ToArray());
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to one of them, and is told to that one when it is tried alone.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }

        // Told by a thread of the pool, whose others take up what follows as they come free; from here each answer would wake one of them.
        ThreadPool.UnsafeQueueUserWorkItem(Tell, (batch.ToArray(), answers), preferLocal: false);
        return true;
    }

    private static void Tell((Work[] All, bool[] Answers) done)
    {
        for (var i = 0; i < done.All.Length; i++) done.All[i].Done.SetResult(done.Answers[i]);
    }

    private void Alone(Work work)
    {
        try
        {
            work.Done.SetResult(work.Outside ? Connected(work.Do) : InTransaction(work.Do));
        }
        catch (SqliteException broken)
        {
            work.Done.SetException(Broken.Unavailable(broken, file.Path));
        }
#pragma warning disable CA1031 // The one who asked is told, and the writer goes on for the others.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            work.Done.SetException(problem);
        }
    }

    private T InTransaction<T>(Func<Statements, T> work) => Connected(connected => connected.Write(() => work(connected)));

    private T Connected<T>(Func<Statements, T> work)
    {
        try
        {
            return work(statements ??= Connect());
        }
        catch (SqliteException)
        {
            // After a full disk or a lost folder nothing of the connection is trusted; the next one begins anew.
            Close();
            throw;
        }
    }

    // It touches a few pages of every difference that it writes to; those of the busy ones stay at hand. Not more: after a commit in which
    // a page was split SQLite goes through the whole table of what it holds. Pages are carried over from the log once in a while and not
    // after every large commit, for most of them are written again soon; everybody waits meanwhile.
    private Statements Connect()
    {
        var connected = new Statements(file.Open());
        connected.Do($"pragma cache_size = -{CacheKilobytes}");
        connected.Do($"pragma wal_autocheckpoint = {PagesInLog}");
        return connected;
    }

    private void Close()
    {
        statements?.Dispose();
        statements = null;
    }

    private sealed record Work(Func<Statements, bool> Do, TaskCompletionSource<bool> Done, bool Outside = false);
}
