using System.Globalization;
using Escalation.Server.Waking;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>
/// The process that is killed: journal, desk, clock and post over a folder. It reads a question a line, many of them at once, and answers
/// each in a line once the desk has answered it.
/// </summary>
internal static class KillChild
{
    public const string Name = "kill-child";

    public const string StandStill = "stand-still";

    public const string Ready = "ready";

    /// <summary>With the time at which it stands.</summary>
    public const string Idle = "idle";

    /// <param name="began">When the fast clock began, as the machine's clock counts.</param>
    public static async Task<int> RunAsync(string folder, string began)
    {
        await using var office = new KillOffice(folder, new FastClock(new DateTimeOffset(long.Parse(began, CultureInfo.InvariantCulture), TimeSpan.Zero)));
        using var waker = new Waker(office.Journal, office.Desk, office.Bell, office.Clock, new Pulse(), NullLogger<Waker>.Instance);
        var outbox = new Outbox(office.Journal, office.Clock);
        using var pump = new OutboxPump(
            office.Journal, office.Desk, office.Rooms, new FolderPostbox(office.Letters, "no-reply@example.org", office.Clock), outbox, office.Bell, office.Clock,
            NullLogger<OutboxPump>.Instance, DeliveryPace.Usual with { PerSecond = 100_000 });
        await waker.StartAsync(default);
        await pump.StartAsync(default);
        Console.WriteLine(Ready);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == StandStill) await StandStillAsync(office);
            else _ = Task.Run(() => AnswerAsync(Asked.Parse(line), office));
        }

        return 0;
    }

    private static async Task AnswerAsync(Asked asked, KillOffice office)
    {
        var reply = await asked.PutAsync(office.Desk, office.Clock.GetUtcNow());
        lock (Console.Out) Console.WriteLine(Told.LineOf(asked, reply));
    }

    /// <summary>Stops the clock and says so once nothing is due and nothing is owed.</summary>
    private static async Task StandStillAsync(KillOffice office)
    {
        office.Clock.Stop();
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await IsBusyAsync(office)) await looks.WaitForNextTickAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Idle} {office.Clock.GetUtcNow().UtcTicks}"));
    }

    private static async Task<bool> IsBusyAsync(KillOffice office)
    {
        var now = office.Clock.GetUtcNow();
        return (await office.Journal.DueAsync(now, 1, default)).Count > 0 || (await office.Journal.BacklogAsync(default)).Since <= now;
    }
}
