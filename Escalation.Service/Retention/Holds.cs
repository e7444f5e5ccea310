using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Retention;

/// <summary>Sets and lifts holds. What is on hold is not disposed of, whoever approves it.</summary>
public sealed class Holds(BoardRooms rooms, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>All that a board has ever set, the latest first.</summary>
    public async Task<IReadOnlyList<Hold>> OfBoardAsync(string board, CancellationToken cancel) => [.. (await ReadAsync(board, cancel)).Holds.All.Reverse()];

    /// <summary>The one that holds a difference now; none if none does.</summary>
    public async Task<Hold?> OnAsync(string board, string difference, CancellationToken cancel) =>
        InForce((await ReadAsync(board, cancel)).Holds).GetValueOrDefault(difference);

    /// <summary>"Keep this, whatever its time." One that is held already stays so.</summary>
    /// <returns>False if it was erased, so that there is nothing to hold.</returns>
    public async Task<bool> SetAsync(Head head, string reason, string by, CancellationToken cancel)
    {
        if (head.Key is null) return false;
        await ChangeAsync(head.Board, holds => InForce(holds).ContainsKey(head.Id)
            ? holds
            : new HoldsPaper([.. holds.All, new Hold(head.Id, head.Card.Reference, reason, by, clock.GetUtcNow())]), cancel);
        return true;
    }

    /// <summary>"It need not be kept any longer." Its time goes on as if it had never been held.</summary>
    public Task LiftAsync(string board, string difference, string reason, string by, CancellationToken cancel) => ChangeAsync(board, holds => new HoldsPaper(
        [.. holds.All.Select(h => h.Difference == difference && h.Lifted is null ? h with { Lifted = new Lifting(reason, by, clock.GetUtcNow()) } : h)]), cancel);

    internal static Dictionary<string, Hold> InForce(HoldsPaper holds) => holds.All.Where(h => h.Lifted is null).ToDictionary(h => h.Difference);

    /// <summary>With the paper to keep along, unchanged, with a change that must not meet a new hold.</summary>
    internal async Task<(HoldsPaper Holds, Paper Paper)> ReadAsync(string board, CancellationToken cancel) =>
        (await rooms.PapersAsync(cancel)).TryGetValue((board, Drawers.Holds, HoldsPaper.Id), out var paper)
            ? (paper.As<HoldsPaper>(), paper)
            : (HoldsPaper.Empty, HoldsPaper.Empty.ToPaper(board, Drawers.Holds, HoldsPaper.Id));

    private async Task ChangeAsync(string board, Func<HoldsPaper, HoldsPaper> change, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (holds, paper) = await ReadAsync(board, cancel);
            var changed = change(holds);
            if (ReferenceEquals(changed, holds) || await rooms.ChangeAsync([changed.ToPaper(board, Drawers.Holds, HoldsPaper.Id, paper.Edition)], [], cancel)) return;
        }

        throw new JournalUnavailableException("The board's holds are changed too often at once.");
    }
}
