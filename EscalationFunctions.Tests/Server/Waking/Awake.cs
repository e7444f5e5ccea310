using Escalation.Server.Waking;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Server.Waking;

/// <summary>The clock of an office, running; impatient, so that what goes wrong is tried again soon.</summary>
internal sealed class Awake : IAsyncDisposable
{
    private readonly Waker waker;

    private Awake(TestOffice office) => waker = new Waker(
        office.Journal, office.Desk, office.Bell, office.Clock, Pulse, NullLogger<Waker>.Instance,
        new WakingPace(new Backoff(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100)), Batch: 8));

    public Pulse Pulse { get; } = new();

    public static async Task<Awake> StartAsync(TestOffice office, CancellationToken cancel)
    {
        var awake = new Awake(office);
        await awake.waker.StartAsync(cancel);
        return awake;
    }

    public Task HasLookedAsync(Func<Beat, bool> seen, CancellationToken cancel) =>
        Eventually.TrueAsync(() => Task.FromResult(Pulse.Last is { } beat && seen(beat)), cancel);

    public async ValueTask DisposeAsync()
    {
        await waker.StopAsync(default);
        waker.Dispose();
    }
}
