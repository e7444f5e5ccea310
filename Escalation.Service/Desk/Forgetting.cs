using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Desk;

/// <summary>
/// Forgets the answers to idempotency keys once nobody asks for them again. The records know the keys for ever: one that was forgotten is
/// refused where it was used, so nothing is done twice.
/// </summary>
public sealed partial class Forgetting(IJournal journal, TimeProvider clock, ILogger<Forgetting> log) : BackgroundService
{
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>A few milliseconds of the one who writes.</summary>
    private const int Batch = 500;

    /// <summary>Forgets all that are old enough, a batch after the other.</summary>
    public static async Task ForgetAsync(IJournal journal, DateTimeOffset now, CancellationToken cancel)
    {
        while (await journal.ForgetAnswersAsync(now - Remembered, Batch, cancel) == Batch)
        {
            // There may be more; whoever waits to write comes in between.
            cancel.ThrowIfCancellationRequested();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(Pause, clock);
        try
        {
            do await TryAsync(stoppingToken);
            while (await hourly.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is old enough is forgotten when it starts again.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await ForgetAsync(journal, clock.GetUtcNow(), cancel);
        }
        catch (JournalUnavailableException unavailable)
        {
            LogLater(unavailable.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old answers to idempotency keys cannot be forgotten: {Problem} Tried again in an hour.")]
    private partial void LogLater(string problem);
}
