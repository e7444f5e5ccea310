using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Delivery;

/// <summary>
/// Sends the notices that are owed, those whose time came first in front. At least once: after a crash some go out again under the same
/// id. What goes wrong is tried again ever less often, and given up in the end.
/// </summary>
public sealed partial class OutboxPump(
    IJournal journal, DifferenceDesk desk, BoardRooms rooms, IPostbox postbox, Outbox outbox, DeskBell bell, TimeProvider clock,
    ILogger<OutboxPump> log, DeliveryPace? pace = null, LinkOfLetter? links = null) : BackgroundService
{
    private const int Batch = 200;

    private readonly DeliveryPace pace = pace ?? DeliveryPace.Usual;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var alarm = new Alarm(clock);
        bell.Rang += Hear;
        outbox.Refilled += alarm.Ring;
        try
        {
            var givenUp = new GivenUp(journal, desk, rooms, postbox, outbox, clock, pace, log);
            var courier = new Courier(journal, desk, rooms, postbox, clock, pace, links, givenUp, log);
            while (true) await alarm.SleepAsync(await EmptyAsync(courier, givenUp, stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what was not noted as sent is still owed when it starts again.
        }
        finally
        {
            bell.Rang -= Hear;
            outbox.Refilled -= alarm.Ring;
        }

        void Hear(Append append)
        {
            if (append.Notices.Count > 0) alarm.Ring();
        }
    }

    /// <summary>Sends all whose time has come.</summary>
    /// <returns>For how long there is nothing to do.</returns>
    private async Task<TimeSpan> EmptyAsync(Courier courier, GivenUp givenUp, CancellationToken cancel)
    {
        try
        {
            while (await journal.OwedAsync(clock.GetUtcNow(), Batch, cancel) is { Count: > 0 } owed)
            {
                await MeasureAsync(cancel);
                await DeliverAllAsync(owed, courier, cancel);
                failures = 0;
            }

            await givenUp.TellAsync(cancel);
            await MeasureAsync(cancel);
            return await journal.NextOwedAsync(cancel) is { } next ? next - clock.GetUtcNow() : Alarm.LongestNap;
        }
#pragma warning disable CA1031 // Nobody else sends anything: whatever went wrong, the post goes on.
        catch (Exception problem) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var wait = pace.Store.After(++failures);
            LogResting(JournalUnavailableException.WordsFor(problem), (int)wait.TotalMilliseconds);
            return wait;
        }
    }

    // One difference's notices go out one after the other, so that nobody reads of the end before the beginning.
    private Task DeliverAllAsync(IReadOnlyList<Owed> owed, Courier courier, CancellationToken cancel) => Parallel.ForEachAsync(
        owed.GroupBy(o => o.Difference),
        new ParallelOptions { MaxDegreeOfParallelism = pace.AtOnce, CancellationToken = cancel },
        async (ofOne, within) =>
        {
            foreach (var notice in ofOne) await courier.DeliverAsync(notice, within);
        });

    private async Task MeasureAsync(CancellationToken cancel)
    {
        var (waiting, since) = await journal.BacklogAsync(cancel);
        DeliveryMeters.Depth.Record(waiting);
        DeliveryMeters.Oldest.Record(since is { } at ? Math.Max(0, (clock.GetUtcNow() - at).TotalSeconds) : 0);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notices cannot be looked up or noted: {Problem} Tried again in {Milliseconds} ms.")]
    private partial void LogResting(string problem, int milliseconds);
}
