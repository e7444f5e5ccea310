using System.Collections.Concurrent;
using System.Text;
using Escalation.Service.Access;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Retention;

/// <summary>
/// Keeps who read which record, behind the reader's back: all that has come together while the last was being written goes into one
/// write. A page is never later for it. What a process had not written when it was killed is lost; that is a moment's worth.
/// </summary>
public sealed partial class ReadNotes(IJournal journal, PassBook book, TimeProvider clock, ILogger<ReadNotes> log) : IAsyncDisposable
{
    private const int Batch = 200;

    /// <summary>So many wait at most where nothing can be written; whoever reads after that stands in the log alone.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentQueue<RecordRead> waiting = [];
    private readonly SemaphoreSlim writing = new(1);

    /// <summary>An agency's id, "board-office", an officer's id, or "supporter".</summary>
    public static string CapacityOf(Visitor visitor) =>
        visitor.Agency ?? (visitor.IsBoardOffice ? "board-office" : visitor.Officers is [var officer, ..] ? officer : "supporter");

    /// <summary>Somebody read it at the pages.</summary>
    public void Note(string difference, Visitor visitor, ReadWay way) =>
        Note(visitor.Board, difference, CapacityOf(visitor), way, visitor.Role.Length > 0 ? $"{visitor.Name}, {visitor.Role}" : visitor.Name);

    /// <summary>A partner's system read it.</summary>
    public void Note(string difference, Caller caller, ReadWay way) =>
        Note(caller.Board, difference, caller.Agency ?? "board-office", way, $"key {caller.Name}");

    /// <summary>Who it was, in words.</summary>
    public string WhoOf(RecordRead read) => Encoding.UTF8.GetString(book.Unwrap(read.Who, PlaceOf(read.Difference)));

    /// <summary>Done when all that was noted so far is kept, or could not be.</summary>
    public Task KeptAsync() => WriteAsync();

    public async ValueTask DisposeAsync()
    {
        await WriteAsync();
        writing.Dispose();
    }

    private void Note(string board, string difference, string capacity, ReadWay way, string who)
    {
        if (waiting.Count >= Most) return;
        waiting.Enqueue(new RecordRead(board, difference, clock.GetUtcNow(), capacity, way, book.Wrap(Encoding.UTF8.GetBytes(who), PlaceOf(difference))));
        _ = Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        await writing.WaitAsync();
        try
        {
            while (!waiting.IsEmpty)
            {
                var batch = waiting.Take(Batch).ToList();
                await journal.NoteReadsAsync(batch, CancellationToken.None);
                // Only this one takes out, so those in front are those that were written.
                foreach (var _ in batch) waiting.TryDequeue(out RecordRead? _);
            }
        }
#pragma warning disable CA1031 // Whatever hinders it, they wait for the next who reads.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogWaiting(waiting.Count, JournalUnavailableException.WordsFor(problem));
        }
        finally
        {
            writing.Release();
        }
    }

    private static string PlaceOf(string difference) => $"read of {difference}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} reads of records could not be kept yet: {Problem}")]
    private partial void LogWaiting(int count, string problem);
}
