using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>What the board office does about notices: it sees what was given up, and has it sent again or notes that it has dealt with it.</summary>
public sealed class Outbox(IJournal journal, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim noting = new(1);

    /// <summary>Raised when something was put back among what is owed.</summary>
    public event Action? Refilled;

    /// <summary>A board's notices that were given up and that somebody has still to see to, newest first.</summary>
    public Task<IReadOnlyList<Owed>> DeadAsync(string board, CancellationToken cancel) => journal.UndeliveredAsync(board, agency: null, DeliveryState.Dead, cancel);

    /// <summary>Those that were given up and have been dealt with, the last that was dealt with first.</summary>
    public Task<IReadOnlyList<Owed>> DealtWithAsync(string board, CancellationToken cancel) =>
        journal.UndeliveredAsync(board, agency: null, DeliveryState.DealtWith, cancel);

    /// <summary>Has a notice sent again that was sent or given up: it gets all its tries anew, and keeps its id.</summary>
    /// <returns>False if the board has no such notice, if it is on its way anyhow, or if the difference was erased.</returns>
    public async Task<bool> ResendAsync(string board, string difference, string notice, CancellationToken cancel)
    {
        await noting.WaitAsync(cancel);
        try
        {
            var found = await FindAsync(board, difference, notice, cancel);
            if (found is null or { State: DeliveryState.Waiting } || await journal.FindHeadAsync(difference, cancel) is not { Key: not null }) return false;
            await journal.NoteAsync([new Desk.Delivery(difference, notice, DeliveryState.Waiting, 0, clock.GetUtcNow())], cancel);
        }
        finally
        {
            noting.Release();
        }

        Refilled?.Invoke();
        return true;
    }

    /// <summary>Notes that somebody has dealt with a notice that was given up: it leaves the lists of what is to be seen to.</summary>
    /// <param name="by">Who, as the others know them.</param>
    /// <returns>False if the board has no such notice among those that were given up.</returns>
    public async Task<bool> DealWithAsync(string board, string difference, string notice, string by, CancellationToken cancel)
    {
        await noting.WaitAsync(cancel);
        try
        {
            var found = await FindAsync(board, difference, notice, cancel);
            if (found is not { State: DeliveryState.Dead }) return false;
            var problem = $"{found.Problem} Dealt with by {by}.".TrimStart();
            await journal.NoteAsync([new Desk.Delivery(difference, notice, DeliveryState.DealtWith, found.Attempts, clock.GetUtcNow(), problem)], cancel);
            return true;
        }
        finally
        {
            noting.Release();
        }
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

    private async Task<Owed?> FindAsync(string board, string difference, string notice, CancellationToken cancel) =>
        (await journal.NoticesOfAsync(difference, cancel)).FirstOrDefault(o => o.Board == board && o.Notice.Id == notice);

    public void Dispose() => noting.Dispose();
}
