using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Retention;

/// <summary>
/// Erases differences: the keys of their records, and what else is kept that belongs to them (links, begun answers, letters, what this
/// process remembers). Done again it does what is left to do.
/// </summary>
public sealed partial class Eraser(IJournal journal, IPasses passes, IPostbox postbox, RecentRecords recent, ILogger<Eraser> log)
{
    private const int MostTries = 20;

    /// <returns>Ids of those whose key was destroyed now.</returns>
    public async Task<IReadOnlyList<string>> EraseAsync(IReadOnlyList<Erasing> erasings, CancellationToken cancel)
    {
        var erased = await journal.EraseAsync(erasings, cancel);
        foreach (var id in erased) LogErased(id);
        foreach (var erasing in erasings.Where(e => e.Head.Key is null || erased.Contains(e.Head.Id))) await ForgetAsync(erasing.Head, cancel);
        return erased;
    }

    private async Task ForgetAsync(Head head, CancellationToken cancel)
    {
        recent.Forget(head.Id);
        await ForgetAsync(PassKind.Link, head.Id, cancel);
        await ForgetAsync(PassKind.Draft, head.Id, cancel);
        await postbox.ForgetAsync(head.Card.Reference, cancel);
    }

    private async Task ForgetAsync(PassKind kind, string difference, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var all = await passes.AboutAsync(kind, difference, cancel);
            if (all.Count == 0 || await passes.ChangeAsync([], all, cancel)) return;
        }

        throw new JournalUnavailableException("What was given out about a difference is changed too often at once.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Difference {Difference} was erased.")]
    private partial void LogErased(string difference);
}
