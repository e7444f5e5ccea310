using Escalation.Service.Desk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Escalation.Server.Waking;

/// <summary>
/// The one clock of the embedded host. It sleeps until the earliest due time in the journal and has everything handled that is due by
/// then; what fell due while nobody was awake is handled first of all. It decides nothing: the desk does.
/// </summary>
public sealed partial class Waker(
    IJournal journal, DifferenceDesk desk, DeskBell bell, TimeProvider clock, Pulse pulse, ILogger<Waker> log, WakingPace? pace = null) : BackgroundService
{
    private readonly WakingPace pace = pace ?? WakingPace.Usual;
    private long awaited = long.MinValue;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var alarm = new Alarm(clock);
        bell.Rang += Hear;
        try
        {
            var round = new DueRound(journal, desk, clock, pace, log);
            while (true) await alarm.SleepAsync(await LookAsync(round, stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is due is still so when it starts again.
        }
        finally
        {
            bell.Rang -= Hear;
        }

        void Hear(Append append)
        {
            if (append.Head.Due is { } due && due.UtcTicks < Interlocked.Read(ref awaited)) alarm.Ring();
        }
    }

    /// <summary>Handles everything that is due.</summary>
    /// <returns>For how long there is nothing to do.</returns>
    private async Task<TimeSpan> LookAsync(DueRound round, CancellationToken cancel)
    {
        try
        {
            while (await round.HandleAsync(cancel)) Tell(round, null, null);
            failures = 0;
            return await UntilNextAsync(round, cancel);
        }
#pragma warning disable CA1031 // Nobody else wakes anything: whatever went wrong, the clock goes on.
        catch (Exception problem) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var wait = pace.Retry.After(++failures);
            var words = JournalUnavailableException.WordsFor(problem);
            LogCannotLook(words, (int)wait.TotalMilliseconds);
            Tell(round, null, words);
            return wait;
        }
    }

    private async Task<TimeSpan> UntilNextAsync(DueRound round, CancellationToken cancel)
    {
        // Until it is known what is waited for, everything with a due time rings.
        Interlocked.Exchange(ref awaited, long.MaxValue);
        var next = await round.NextAsync(cancel);
        Interlocked.Exchange(ref awaited, next?.UtcTicks ?? long.MaxValue);
        Tell(round, next, null);
        return next is { } time ? time - clock.GetUtcNow() : Alarm.LongestNap;
    }

    private void Tell(DueRound round, DateTimeOffset? next, string? problem) =>
        pulse.Tell(new Beat(clock.GetUtcNow(), round.Handled, round.SetAside, next, problem));

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due cannot be looked up: {Problem} Tried again in {Milliseconds} ms.")]
    private partial void LogCannotLook(string problem, int milliseconds);
}
