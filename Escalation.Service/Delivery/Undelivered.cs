using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>Notices that reached nobody, as the board office sees them.</summary>
internal static class Undelivered
{
    /// <summary>Newest first. None of differences that were erased: nothing is sent about those any more, and nobody can do anything about it.</summary>
    /// <param name="agency">Only those to this agency's people; all if none is named.</param>
    /// <param name="state">Those that somebody has still to see to, or those that were dealt with.</param>
    public static async Task<IReadOnlyList<Owed>> UndeliveredAsync(
        this IJournal journal, string board, string? agency, DeliveryState state, CancellationToken cancel)
    {
        var all = await journal.NoticesAsync(board, agency, state, int.MaxValue, cancel);
        HashSet<string> there = [];
        foreach (var id in all.Select(o => o.Difference).Distinct())
            if (await journal.FindHeadAsync(id, cancel) is { Key: not null }) there.Add(id);
        return [.. all.Where(o => there.Contains(o.Difference))];
    }
}
