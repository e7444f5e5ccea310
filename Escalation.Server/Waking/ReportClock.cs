using Escalation.Service.Desk;
using Escalation.Service.Reports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Escalation.Server.Waking;

/// <summary>
/// Wakes the round that sends reports: at the time that it named last, and every half a minute in between, since a board's settings can change.
/// </summary>
public sealed partial class ReportClock(ReportRound round, TimeProvider clock, ILogger<ReportClock> log, WakingPace? pace = null) : BackgroundService
{
    private readonly WakingPace pace = pace ?? WakingPace.Usual;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var alarm = new Alarm(clock);
        try
        {
            while (true) await alarm.SleepAsync(await LookAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is due is still so when it starts again.
        }
    }

    /// <returns>For how long there is nothing to do.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken cancel)
    {
        try
        {
            var next = await round.HandleAsync(cancel);
            failures = 0;
            return next is { } time ? time - clock.GetUtcNow() : Alarm.LongestNap;
        }
#pragma warning disable CA1031 // Nobody else sends reports: whatever went wrong, the clock goes on.
        catch (Exception problem) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var wait = pace.Retry.After(++failures);
            LogCannotReport(JournalUnavailableException.WordsFor(problem), (int)wait.TotalMilliseconds);
            return wait;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reports cannot be made: {Problem} Tried again in {Milliseconds} ms.")]
    private partial void LogCannotReport(string problem, int milliseconds);
}
