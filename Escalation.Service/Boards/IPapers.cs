namespace Escalation.Service.Boards;

/// <summary>
/// Where a board's own papers are kept: its agencies, procedures, keys and settings. Small, seldom changed, read whole. Differences are
/// not papers; they are in the journal.
/// </summary>
public interface IPapers
{
    /// <summary>A number that grows with every change to any paper, also by another process, so that what was read can be kept until then.</summary>
    Task<long> ChangesAsync(CancellationToken cancel);

    Task<IReadOnlyList<Paper>> AllAsync(CancellationToken cancel);

    /// <summary>
    /// Keeps these and throws away those, all or nothing: nothing is done unless each paper still has the edition that it was read at (0
    /// for one that is new).
    /// </summary>
    /// <returns>Whether it was done; if not, somebody else changed a paper in the meantime.</returns>
    Task<bool> ChangeAsync(IReadOnlyList<Paper> kept, IReadOnlyList<Paper> removed, CancellationToken cancel);
}

/// <summary>A paper of a board.</summary>
/// <param name="Drawer">What kind it is, such as "agency".</param>
/// <param name="Edition">How often it was changed before this; 0 for one that is new.</param>
/// <param name="Text">JSON.</param>
public sealed record Paper(string Board, string Drawer, string Id, long Edition, string Text);
