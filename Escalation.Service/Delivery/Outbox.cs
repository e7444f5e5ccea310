using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>What the board office does about notices: it sees what was given up, and has it sent again.</summary>
public sealed class Outbox(IJournal journal, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim noting = new(1);

    /// <summary>Raised when something was put back among what is owed.</summary>
    public event Action? Refilled;

    /// <summary>A board's notices that were given up, newest first.</summary>
    public Task<IReadOnlyList<Owed>> DeadAsync(string board, int limit, CancellationToken cancel) =>
        journal.NoticesAsync(board, agency: null, DeliveryState.Dead, limit, cancel);

    /// <summary>Has a notice sent again that was sent or given up: it gets all its tries anew, and keeps its id.</summary>
    /// <returns>False if the board has no such notice, or if it is on its way anyhow.</returns>
    public async Task<bool> ResendAsync(string board, string difference, string notice, CancellationToken cancel)
    {
        await noting.WaitAsync(cancel);
        try
        {
            var found = (await journal.NoticesOfAsync(difference, cancel)).FirstOrDefault(o => o.Board == board && o.Notice.Id == notice);
            if (found is null or { State: DeliveryState.Waiting }) return false;
            await journal.NoteAsync([new Desk.Delivery(difference, notice, DeliveryState.Waiting, 0, clock.GetUtcNow())], cancel);
        }
        finally
        {
            noting.Release();
        }

        Refilled?.Invoke();
        return true;
    }

    /// <summary>Adds a sentence to what went wrong with notices that were given up, but not to those that are being sent again meanwhile.</summary>
    internal async Task RemarkAsync(IReadOnlyList<Owed> dead, string sentence, CancellationToken cancel)
    {
        await noting.WaitAsync(cancel);
        try
        {
            var still = new List<Desk.Delivery>();
            foreach (var ofOne in dead.GroupBy(o => o.Difference))
            {
                var now = (await journal.NoticesOfAsync(ofOne.Key, cancel)).Where(o => o.State == DeliveryState.Dead).ToDictionary(o => o.Notice.Id);
                still.AddRange(ofOne.Select(o => now.GetValueOrDefault(o.Notice.Id)).OfType<Owed>()
                    .Select(o => new Desk.Delivery(o.Difference, o.Notice.Id, DeliveryState.Dead, o.Attempts, o.At, $"{o.Problem}{sentence}")));
            }

            if (still.Count > 0) await journal.NoteAsync(still, cancel);
        }
        finally
        {
            noting.Release();
        }
    }

    public void Dispose() => noting.Dispose();
}
