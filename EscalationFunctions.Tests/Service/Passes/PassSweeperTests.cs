using Escalation.Service.Passes;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Service.Passes;

public class PassSweeperTests
{
    [Test]
    [CancelAfter(30_000)]
    public async Task What_is_over_is_swept_at_once_and_again_when_the_clock_has_moved_on_and_the_rest_stays(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync("2026-04-01T10:00");
        var now = office.Clock.GetUtcNow();
        Pass[] over = [.. Enumerable.Range(0, 1200).Select(i => New($"over-{i}", now.AddMinutes(-1)))];
        await office.Passes.ChangeAsync([.. over, New("soon", now.AddMinutes(9)), New("late", now.AddDays(1))], [], cancel);
        using var sweeper = new PassSweeper(office.Passes, office.Clock, NullLogger<PassSweeper>.Instance);
        await sweeper.StartAsync(cancel);
        await Eventually.TrueAsync(async () => (await office.Passes.AboutAsync(PassKind.Code, "x", cancel)).Count == 2, cancel);
        office.Clock.MoveTo(now + PassSweeper.Every);
        await Eventually.TrueAsync(async () => await office.Passes.FindAsync(PassKind.Code, "soon", cancel) is null, cancel);
        Assert.That(await office.Passes.FindAsync(PassKind.Code, "late", cancel), Is.Not.Null);
        await sweeper.StopAsync(cancel);
    }

    private static Pass New(string id, DateTimeOffset expires) => new(PassKind.Code, id, "x", expires, 0, [1]);
}
