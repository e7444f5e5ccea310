using Escalation.Core.Differences;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Server.Waking;

/// <summary>Answers to idempotency keys are kept for a month. What was done under a key is not done again, whenever it is asked.</summary>
public class ForgettingTests
{
    private static readonly Once Raised = new("north-council", "raise-1", [1]), Supported = new("north-council", "support-1", [2]);

    [Test, CancelAfter(60_000)]
    public async Task After_thirty_days_an_answer_is_forgotten_and_before_that_it_is_not(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await RaiseAsync(office);
        office.Clock.MoveTo("2026-04-20T10:00");
        Assert.That(await SupportAsync(office, id), Is.InstanceOf<Reply.Done>());
        office.Clock.MoveTo("2026-05-02T10:00");
        await ForgetUntilAsync(office, Raised, cancel);
        Assert.That(await office.Journal.FindAnswerAsync(Supported.Asker, Supported.Key, cancel), Is.Not.Null, "of twelve days ago");
        Assert.That(await SupportAsync(office, id), Is.InstanceOf<Reply.Done>().With.Property("Again").True);
    }

    [Test, CancelAfter(60_000)]
    public async Task Under_a_key_that_was_forgotten_nothing_is_done_again_and_nothing_else_is_taken_for_done(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await RaiseAsync(office);
        await SupportAsync(office, id);
        office.Clock.MoveTo("2026-06-01T10:00");
        await ForgetUntilAsync(office, Raised, cancel);
        await ForgetUntilAsync(office, Supported, cancel);
        await office.RestartAsync();
        Assert.That(await office.Desk.RaiseAsync(TestOffice.Severnside, OfficeDays.Asha, Concern(office), Raised, cancel), Is.InstanceOf<Reply.AnotherQuestion>());
        Assert.That(await SupportAsync(office, id), Is.InstanceOf<Reply.AnotherQuestion>());
        var other = new Question(id, OfficeDays.Asha, new Command.AddSupporter("s-2", new Person("Lee Friend", "supporter")), Once: Supported with { Fingerprint = [3] });
        Assert.That(await office.Desk.AskAsync(other, cancel), Is.InstanceOf<Reply.AnotherQuestion>());
        Assert.That(await office.Journal.IdsAsync("", 10, cancel), Has.Count.EqualTo(1));
        Assert.That((await office.Desk.ReadAsync(id, cancel))!.Entries.Count(e => e.Fact is Fact.SupporterAdded), Is.EqualTo(1));
    }

    [Test, CancelAfter(60_000)]
    public async Task However_many_are_old_a_little_is_forgotten_at_a_time_until_none_is_left(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var old = office.Clock.GetUtcNow().AddDays(-31).ToUnixTimeMilliseconds();
        office.DoDirectly(
            """
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 1234)
            insert into answers (asker, key, fingerprint, difference, length, at) select 'a', 'key-' || i, x'00', 'd', 1, ?1 + i from n
            """, old);
        Assert.That(await office.Journal.ForgetAnswersAsync(office.Clock.GetUtcNow(), 34, cancel), Is.EqualTo(34), "no more than it is asked to");
        Assert.That(await office.Journal.FindAnswerAsync("a", "key-34", cancel), Is.Null, "the oldest first");
        Assert.That(await office.Journal.FindAnswerAsync("a", "key-35", cancel), Is.Not.Null);
        await ForgetUntilAsync(office, new Once("a", "key-1234", []), cancel);
        Assert.That(await office.Journal.ForgetAnswersAsync(office.Clock.GetUtcNow(), 2000, cancel), Is.Zero);
    }

    private static async Task ForgetUntilAsync(TestOffice office, Once once, CancellationToken cancel)
    {
        using var forgetting = new Forgetting(office.Journal, office.Clock, NullLogger<Forgetting>.Instance);
        await forgetting.StartAsync(cancel);
        await Eventually.TrueAsync(async () => await office.Journal.FindAnswerAsync(once.Asker, once.Key, cancel) is null, cancel);
        await forgetting.StopAsync(cancel);
    }

    private static async Task<string> RaiseAsync(TestOffice office) =>
        ((Reply.Done)await office.Desk.RaiseAsync(TestOffice.Severnside, OfficeDays.Asha, Concern(office), Raised, default)).Opened.Head.Id;

    private static Task<Reply> SupportAsync(TestOffice office, string id) => office.Desk.AskAsync(
        new Question(id, OfficeDays.Asha, new Command.AddSupporter("s-1", new Person("Sam Friend", "supporter")), Once: Supported), default);

    private static Command.Raise Concern(TestOffice office) => new(
        "", new Concern("N-1234", "The package of care was ended.", "Care goes on until a review."), ["county-trust"], [],
        office.Clock.GetUtcNow(), new Person("Asha Worker", "social worker", "asha@example.org"), []);
}
