using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace Escalation.Server.Demo;

/// <summary>Moves the clock of the demonstration from due time to due time, so that what happens on the way happens when it is due.</summary>
public sealed class DemoTime(DemoClock clock, DifferenceDesk desk, IJournal journal)
{
    private const int AtOnce = 500;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => journal.NextDueAsync(cancel);

    /// <returns>False, and nothing happens, if that is past already.</returns>
    public async Task<bool> MoveToAsync(DateTimeOffset instant, CancellationToken cancel)
    {
        if (instant < clock.GetUtcNow()) return false;
        while (await journal.NextDueAsync(cancel) is { } due && due <= instant)
        {
            // Past already where the machine's own clock has come there meanwhile.
            clock.TryMoveTo(due);
            await HappenAsync(cancel);
        }

        // The clock runs on by itself meanwhile, and may have come there.
        clock.TryMoveTo(instant);
        return true;
    }

    private async Task HappenAsync(CancellationToken cancel)
    {
        foreach (var id in await journal.DueAsync(clock.GetUtcNow(), AtOnce, cancel))
            await desk.AskAsync(new Question(id, Actor.Clock, new Command.LetTimePass()), cancel);
    }
}
