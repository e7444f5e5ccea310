using Escalation.Service.Desk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.StillYou;

/// <summary>Looks every quarter of an hour whether somebody is to be asked whether they still act.</summary>
public sealed partial class StillYouAsker(StillYouRound round, TimeProvider clock, ILogger<StillYouAsker> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var alarm = new Alarm(clock);
        try
        {
            while (true)
            {
                await AskAsync(stoppingToken);
                var next = clock.GetUtcNow() + Every;
                while (clock.GetUtcNow() < next) await alarm.SleepUntilAsync(next, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; who was not asked yet is asked when it starts again.
        }
    }

    private async Task AskAsync(CancellationToken cancel)
    {
        try
        {
            if (await round.AskAllAsync(cancel) is > 0 and var sent) LogAsked(sent);
        }
#pragma warning disable CA1031 // Whatever hinders it now, they can be asked the next time as well.
        catch (Exception problem) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogLater(JournalUnavailableException.WordsFor(problem));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} people were asked whether they still act for their agency.")]
    private partial void LogAsked(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It cannot be asked who still acts: {Problem} Tried again in a quarter of an hour.")]
    private partial void LogLater(string problem);
}
