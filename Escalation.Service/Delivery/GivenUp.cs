using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Delivery;

/// <summary>
/// Tells a board's office of the notices that were given up, so that somebody mends an address or picks up the telephone: one letter about
/// all that it has not heard of. That it was told is kept with each notice, where a restart finds it and the office reads it; a letter that
/// cannot be sent is no notice, so that nothing follows from it but some more tries.
/// </summary>
internal sealed partial class GivenUp(
    IJournal journal, DifferenceDesk desk, BoardRooms rooms, IPostbox postbox, Outbox outbox, TimeProvider clock, DeliveryPace pace, ILogger log)
{
    public const string Gone = "The difference is no longer there.";

    public const string Erased = Erasure.OfNotice;

    /// <summary>What the problem of a notice ends with once the office was told of it.</summary>
    public const string Told = " The board office was told.";

    public const string NotTold = " The board office could not be told.";

    /// <summary>The newest; a letter about more would not be read.</summary>
    private const int Most = 1_000;

    /// <summary>By board: how often a letter to its office went wrong, and when it is tried again.</summary>
    private readonly Dictionary<string, (int Failures, DateTimeOffset Next)> waiting = [];
    private int look = 1;

    /// <summary>Another was given up.</summary>
    public void LookAgain() => Volatile.Write(ref look, 1);

    /// <summary>Tells every office what it has not heard of yet. After a letter that could not be sent it waits as long as for a notice.</summary>
    public async Task TellAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Interlocked.Exchange(ref look, 0) == 0 && waiting.Values.All(w => w.Next > now)) return;
        try
        {
            foreach (var room in await rooms.AllAsync(cancel))
                if (!waiting.TryGetValue(room.Board.Id, out var wait) || wait.Next <= now) await TellAsync(room, cancel);
        }
        catch
        {
            LookAgain();
            throw;
        }
    }

    // Nobody can do anything about a notice of what was erased.
    private static bool IsUntold(Owed owed) => owed.Problem is { } problem && problem is not (Gone or Erased)
        && !problem.EndsWith(Told, StringComparison.Ordinal) && !problem.EndsWith(NotTold, StringComparison.Ordinal);

    private async Task TellAsync(BoardRoom room, CancellationToken cancel)
    {
        var dead = await journal.NoticesAsync(room.Board.Id, agency: null, DeliveryState.Dead, Most, cancel);
        var untold = dead.Where(IsUntold).ToList();
        if (untold.Count == 0) return;
        try
        {
            if (string.IsNullOrWhiteSpace(room.Board.Office.Email)) throw new NotPostedException("The board office has no address.", forGood: true);
            await postbox.PostAsync(await GivenUpLetter.OfAsync(untold, room, desk, cancel), cancel);
            waiting.Remove(room.Board.Id);
            await outbox.RemarkAsync(untold, Told, cancel);
        }
        catch (NotPostedException refused)
        {
            LogOfficeNotTold(room.Board.Id, refused.Message);
            await LeaveAsync(room.Board.Id, untold, refused.ForGood, cancel);
        }
    }

    private async Task LeaveAsync(string board, List<Owed> untold, bool forGood, CancellationToken cancel)
    {
        var failed = waiting.GetValueOrDefault(board).Failures + 1;
        waiting[board] = (failed, clock.GetUtcNow() + pace.Retry.After(failed));
        if (!forGood && failed < pace.MostAttempts) return;
        waiting.Remove(board);
        await outbox.RemarkAsync(untold, NotTold, cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The office of board {Board} could not be told of notices that were given up: {Problem}")]
    private partial void LogOfficeNotTold(string board, string problem);
}
