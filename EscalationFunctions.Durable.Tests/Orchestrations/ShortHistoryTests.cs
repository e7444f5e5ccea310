using System.Collections.Concurrent;
using EscalationFunctions.Orchestrations;
using EscalationFunctions.Tests.Service;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Durable.Tests.Orchestrations;

/// <summary>An orchestration carries nothing along, however old its difference is.</summary>
public class ShortHistoryTests
{
    private const int Stages = 1000;

    [Test]
    [CancelAfter(300_000)]
    public async Task After_a_thousand_stages_the_history_is_as_short_as_after_the_first(CancellationToken cancel)
    {
        var (stage, passed) = (1, 0);
        using var lengths = new HistoryLengths();
        using var logs = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(lengths));
        await using var host = await DurableTaskTestHost.StartAsync(tasks => tasks
            .AddOrchestratorFunc(DifferenceOrchestration.Name, DifferenceOrchestration.RunAsync)
            .AddActivityFunc<string, Outlook>(DifferenceActivities.Look, (_, _) => new Outlook(
                stage, stage > Stages ? Step.Nothing : Step.LetTimePass, TimeSpan.Zero, new Standing($"{stage}", ["a-council"], null)))
            .AddActivityFunc<string>(DifferenceActivities.LetTimePass, (_, _) => (stage, passed) = (stage + 1, passed + 1))
            .AddActivityFunc<string>(DifferenceActivities.Send, (_, _) => { }), new DurableTaskTestHostOptions { LoggerFactory = logs }, cancel);
        await Signals.WakeAsync(host.Client, "d", 1, cancel);
        await Eventually.TrueAsync(async () => await host.Client.GetInstanceAsync("d", cancel) is { IsCompleted: true }, cancel);
        Assert.That(passed, Is.EqualTo(Stages));
        Assert.That((await host.Client.GetInstanceAsync("d", getInputsAndOutputs: true, cancel))!.ReadCustomStatusAs<Standing>()!.Stage,
            Is.EqualTo($"{Stages + 1}"));
        Assert.That(lengths.Seen, Has.Count.GreaterThan(Stages), "each round was seen");
        Assert.That(lengths.Seen, Has.All.LessThan(20));
    }

    [TestCase("2026-04-01T10:00Z", null, null, Step.Nothing, 0, TestName = "With_nothing_to_come_it_ends")]
    [TestCase("2026-04-01T10:00Z", "2026-04-01T10:00Z", "2026-04-01T09:00Z", Step.LetTimePass, 0, TestName = "What_is_due_comes_before_the_post")]
    [TestCase("2026-04-01T10:00Z", "2026-04-01T11:00Z", "2026-04-01T10:00Z", Step.Send, 0, TestName = "Notices_are_sent_at_their_time")]
    [TestCase("2026-04-01T10:00Z", "2026-04-01T11:00Z", "2026-04-01T10:30Z", Step.Wait, 30, TestName = "It_waits_for_the_post_if_that_comes_first")]
    [TestCase("2026-04-01T10:00Z", "2026-04-01T11:00Z", null, Step.Wait, 60, TestName = "It_waits_for_what_is_due")]
    [TestCase("2026-04-01T10:00Z", null, "2026-04-01T10:05Z", Step.Wait, 5, TestName = "It_waits_for_the_post_after_the_end")]
    [TestCase("2026-04-01T10:00Z", "2026-06-01T10:00Z", null, Step.Wait, 24 * 60, TestName = "A_long_wait_is_parted_into_days")]
    public void The_next_step_follows_from_two_times(string now, string? due, string? owed, Step next, int minutes) =>
        Assert.That(DifferenceActivities.NextOf(At(due), At(owed), At(now)!.Value), Is.EqualTo((next, TimeSpan.FromMinutes(minutes))));

    /// <summary>Hears from the SDK how many entries of history it is given each time it runs the orchestrator.</summary>
    private sealed class HistoryLengths : ILoggerProvider, ILogger
    {
        public ConcurrentBag<int> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is not IReadOnlyList<KeyValuePair<string, object?>> said
                || said.FirstOrDefault(s => s.Key == "oldEventCount").Value is not int old) return;
            Seen.Add(old + (int)said.First(s => s.Key == "newEventCount").Value!);
        }

        public void Dispose()
        {
        }
    }

    private static DateTimeOffset? At(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
