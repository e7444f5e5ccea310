using Escalation.Service.Desk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Closures;

/// <summary>
/// Looks whether a board's calendar has changed: at the start, so that what a process left undone is done; when this process changed one; and
/// every half a minute, since the command line and other hosts can change one too.
/// </summary>
public sealed partial class Recounter(Recounting recounting, TimeProvider clock, ILogger<Recounter> log) : BackgroundService
{
    private static readonly Backoff Retry = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(1));

    private const int MostRounds = 4, MostDoublings = 20;

    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var alarm = new Alarm(clock);
        recounting.Wanted += alarm.Ring;
        try
        {
            while (true) await alarm.SleepAsync(await CountAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is not counted yet is marked, and counted when it starts again.
        }
        finally
        {
            recounting.Wanted -= alarm.Ring;
        }
    }

    /// <returns>For how long there is nothing to do.</returns>
    private async Task<TimeSpan> CountAsync(CancellationToken cancel)
    {
        try
        {
            // One marks what has to be done, one does it, one finds that it is done. Where more are needed something hinders it.
            for (var rounds = 0; rounds < MostRounds; rounds++)
                if (await recounting.CountAllAsync(cancel)) return Rest();
            return Retry.After(Math.Min(++failures, MostDoublings));
        }
#pragma warning disable CA1031 // Nobody else counts again: whatever hinders it now, it is tried later.
        catch (Exception problem) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogLater(JournalUnavailableException.WordsFor(problem));
            return Retry.After(Math.Min(++failures, MostDoublings));
        }
    }

    private TimeSpan Rest()
    {
        failures = 0;
        return Alarm.LongestNap;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It cannot be looked whether deadlines have to be counted again: {Problem} Tried again soon.")]
    private partial void LogLater(string problem);
}
