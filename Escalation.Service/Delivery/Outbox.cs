using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>What the board office does about notices: it sees what was given up, and has it sent again.</summary>
public sealed class Outbox(IJournal journal, TimeProvider clock)
{
    /// <summary>Raised when something was put back among what is owed.</summary>
    public event Action? Refilled;

    /// <summary>A board's notices that were given up, newest first.</summary>
    public Task<IReadOnlyList<Owed>> DeadAsync(string board, int limit, CancellationToken cancel) =>
        journal.NoticesAsync(board, agency: null, DeliveryState.Dead, limit, cancel);

    /// <summary>Has a notice sent again that was sent or given up: it gets all its tries anew, and keeps its id.</summary>
    /// <returns>False if the board has no such notice, or if it is on its way anyhow.</returns>
    public async Task<bool> ResendAsync(string board, string difference, string notice, CancellationToken cancel)
    {
        var found = (await journal.NoticesOfAsync(difference, cancel)).FirstOrDefault(o => o.Board == board && o.Notice.Id == notice);
        if (found is null or { State: DeliveryState.Waiting }) return false;
        await journal.NoteAsync([new Desk.Delivery(difference, notice, DeliveryState.Waiting, 0, clock.GetUtcNow())], cancel);
        Refilled?.Invoke();
        return true;
    }
}
