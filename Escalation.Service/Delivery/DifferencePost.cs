using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Delivery;

/// <summary>
/// Sends the notices of one difference, for a host that wakes each difference by itself; where one process has all of them,
/// <see cref="OutboxPump"/> does. What goes wrong with a letter is noted with the notice, and so is when it is tried again.
/// </summary>
public sealed class DifferencePost
{
    private readonly IJournal journal;
    private readonly TimeProvider clock;
    private readonly GivenUp givenUp;
    private readonly Courier courier;

    public DifferencePost(
        IJournal journal, DifferenceDesk desk, BoardRooms rooms, IPostbox postbox, Outbox outbox, TimeProvider clock, ILogger<DifferencePost> log,
        DeliveryPace? pace = null, LinkOfLetter? links = null)
    {
        (this.journal, this.clock) = (journal, clock);
        var usual = pace ?? DeliveryPace.Usual;
        givenUp = new GivenUp(journal, desk, rooms, postbox, outbox, clock, usual, log);
        courier = new Courier(journal, desk, rooms, postbox, clock, usual, links, givenUp, log);
    }

    /// <summary>Sends those whose time has come, one after the other, so that nobody reads of the end before the beginning.</summary>
    /// <exception cref="JournalUnavailableException">Some may have gone out and not been noted; they are still owed.</exception>
    public async Task SendAsync(string difference, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var owed = (await journal.NoticesOfAsync(difference, cancel)).Where(o => o.State == DeliveryState.Waiting && o.At <= now);
        foreach (var notice in owed.OrderBy(o => o.At)) await courier.DeliverAsync(notice, cancel);
    }

    /// <summary>Tells every board's office of notices that were given up and of which it has not heard. One caller at a time.</summary>
    public Task TellOfficesAsync(CancellationToken cancel)
    {
        // Whoever gave one up may have been another process.
        givenUp.LookAgain();
        return givenUp.TellAsync(cancel);
    }
}
