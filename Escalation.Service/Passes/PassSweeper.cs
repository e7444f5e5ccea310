using Escalation.Service.Desk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Passes;

/// <summary>Throws away passes whose time is over, a batch after the other so that nobody who writes waits long for it.</summary>
public sealed partial class PassSweeper(IPasses passes, TimeProvider clock, ILogger<PassSweeper> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private const int Batch = 500;

    /// <summary>Throws away all that are over, a batch after the other.</summary>
    /// <returns>How many.</returns>
    public static async Task<long> SweepAsync(IPasses passes, DateTimeOffset now, CancellationToken cancel)
    {
        var swept = 0L;
        int batch;
        do
        {
            cancel.ThrowIfCancellationRequested();
            batch = await passes.SweepAsync(now, Batch, cancel);
            swept += batch;
        }
        while (batch == Batch);
        return swept;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var alarm = new Alarm(clock);
        try
        {
            while (true)
            {
                await TryAsync(stoppingToken);
                var next = clock.GetUtcNow() + Every;
                while (clock.GetUtcNow() < next) await alarm.SleepUntilAsync(next, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is over is swept when it starts again.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            if (await SweepAsync(passes, clock.GetUtcNow(), cancel) is > 0 and var swept) LogSwept(swept);
        }
#pragma warning disable CA1031 // Whatever hinders it now, what is over can be swept the next time as well.
        catch (Exception problem) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogLeft(JournalUnavailableException.WordsFor(problem));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} passes were over and are gone.")]
    private partial void LogSwept(long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Passes that are over could not be swept: {Problem}")]
    private partial void LogLeft(string problem);
}
