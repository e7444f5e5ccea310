using Escalation.Core.Differences;
using Escalation.Service.Desk;
using EscalationFunctions.Orchestrations;
using EscalationFunctions.Tests.Service;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Durable.Tests.Orchestrations;

/// <summary>An orchestration waits for whichever comes first, and whatever comes first, the record is the same.</summary>
[CancelAfter(120_000)]
public class DifferenceOrchestrationTests
{
    // Raised on Wednesday 1 April; Friday to Monday are Easter.
    private static readonly DateTimeOffset CloseOfFirstDay = AzureOffice.At("2026-04-02T17:00"), CloseOfSecondDay = AzureOffice.At("2026-04-07T17:00");

    [Test]
    public async Task The_decision_wins_and_the_orchestration_ends_with_the_difference_once_everybody_was_told(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.WaitsAtAsync(id, "1", cancel);
        await office.AskAsync(id, AzureOffice.Maya, new Command.ProposeOutcome("p-1", "She stays.", "None.", [], []));
        await office.AskAsync(id, AzureOffice.Leila, new Command.ConfirmOutcome("p-1", []));
        await office.StandsAsync(id, (i, _) => i.RuntimeStatus == OrchestrationRuntimeStatus.Completed, cancel);
        var facts = await office.FactsAsync(id);
        Assert.That(facts.OfType<Fact.EscalatedByClock>(), Is.Empty);
        Assert.That((await office.Journal.FindHeadAsync(id, default))!.Card.State, Is.EqualTo(CardState.Closed), "it closes when the outcome has gone to all");
        Assert.That((await office.Journal.NoticesOfAsync(id, default)).Select(n => n.State), Has.All.EqualTo(DeliveryState.Sent));
        Assert.That(Directory.GetFiles(office.Mail, "*.eml"), Is.Not.Empty);
    }

    [Test]
    public async Task The_deadline_wins_and_the_next_stage_is_waited_for(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.WaitsAtAsync(id, "1", cancel);
        await office.MoveToAsync(CloseOfFirstDay.AddSeconds(-2), id);
        await office.WaitsAtAsync(id, "2", cancel);
        var head = (await office.Journal.FindHeadAsync(id, default))!;
        Assert.That(head.Card.ByTheClock, Is.True);
        Assert.That((await office.FactsAsync(id)).OfType<Fact.EscalatedByClock>().Count(), Is.EqualTo(1));
        Assert.That(head.Due, Is.GreaterThan(CloseOfFirstDay));
    }

    [Test]
    public async Task Both_at_once_and_each_is_in_the_record_once(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.WaitsAtAsync(id, "1", cancel);
        office.Clock.MoveTo(CloseOfFirstDay);
        var asked = Enumerable.Range(0, 4).Select(i => Task.Run(() => office.AskInSilenceAsync(
            id, AzureOffice.Maya, new Command.AddSupporter($"s-{i}", new Person("Sam Friend", "supporter"))), cancel));
        await Task.WhenAll([office.MoveToAsync(CloseOfFirstDay, id), .. asked]);
        await office.TellAsync();
        await office.WaitsAtAsync(id, "2", cancel);
        var facts = await office.FactsAsync(id);
        Assert.That(facts.OfType<Fact.EscalatedByClock>().Count(), Is.EqualTo(1));
        Assert.That(facts.OfType<Fact.SupporterAdded>().Count(), Is.EqualTo(4));
        Assert.That(Chain.FirstBroken(id, (await office.Journal.FindAsync(id, default))!.Lines), Is.Zero);
    }

    [Test]
    public async Task A_difference_whose_first_event_was_lost_is_found_by_the_reconciler(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseInSilenceAsync();
        Assert.That(await office.Orchestrations.GetInstanceAsync(id, cancel), Is.Null);
        Assert.That(await office.ReconcileAsync(), Is.Zero, "somebody may be about to send it");
        office.Clock.MoveTo(office.Clock.GetUtcNow() + TimeSpan.FromMinutes(3));
        Assert.That(await office.ReconcileAsync(), Is.EqualTo(1), "it is owed its first notices");
        await office.WaitsAtAsync(id, "1", cancel);
        await office.StandsAsync(id, (_, s) => s!.WaitingFor.Count > 0 && s.Due == CloseOfFirstDay, cancel);
    }

    [Test]
    public async Task An_orchestration_that_slept_through_a_deadline_is_woken_by_the_reconciler(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.WaitsAtAsync(id, "1", cancel);
        office.Clock.MoveTo(CloseOfFirstDay.AddMinutes(3));
        Assert.That(await office.ReconcileAsync(), Is.EqualTo(1));
        await office.WaitsAtAsync(id, "2", cancel);
    }

    [Test]
    public async Task One_that_waits_for_an_answer_that_was_lost_is_ended_and_started_again_from_the_record(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseInSilenceAsync();
        var lost = true;
        await using var host = await AzureOffice.OrchestrateAsync(
            office.Services, context => lost ? context.WaitForExternalEvent<int>("an answer") : DifferenceOrchestration.RunAsync(context));
        Task<bool> IsAsync(OrchestrationRuntimeStatus status) => IsOfAsync(host.Client, id, status, cancel);
        Task<int> AfterAsync(TimeSpan time)
        {
            office.Clock.MoveTo(office.Clock.GetUtcNow() + time);
            return office.Services.GetRequiredService<Reconciler>().HandleAsync(host.Client, cancel);
        }

        await AfterAsync(TimeSpan.FromMinutes(3));
        await Eventually.TrueAsync(() => IsAsync(OrchestrationRuntimeStatus.Running), cancel);
        await AfterAsync(Reconciler.InVain - TimeSpan.FromMinutes(1));
        Assert.That(await IsAsync(OrchestrationRuntimeStatus.Running), Is.True, "it may try by itself for as long");
        await AfterAsync(TimeSpan.FromMinutes(2));
        await Eventually.TrueAsync(() => IsAsync(OrchestrationRuntimeStatus.Terminated), cancel);
        lost = false;
        await AfterAsync(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(async () => (await office.Journal.OwedAsync(office.Clock.GetUtcNow(), 1, cancel)).Count == 0, cancel);
        Assert.That(await IsAsync(OrchestrationRuntimeStatus.Running), Is.True);
    }

    [Test]
    public async Task Killed_in_the_middle_of_a_stage_it_goes_on_from_the_record(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.MoveToAsync(CloseOfFirstDay, id);
        await office.WaitsAtAsync(id, "2", cancel);
        var before = (await office.Journal.FindAsync(id, default))!.Head.Length;
        await office.DieAndBeginAgainAsync();
        Assert.That(await office.Orchestrations.GetInstanceAsync(id, cancel), Is.Null);
        office.Clock.MoveTo(CloseOfSecondDay.AddMinutes(3));
        Assert.That(await office.ReconcileAsync(), Is.EqualTo(1));
        await office.WaitsAtAsync(id, "3", cancel);
        Assert.That((await office.FactsAsync(id)).OfType<Fact.EscalatedByClock>().Count(), Is.EqualTo(2));
        Assert.That((await office.Journal.FindHeadAsync(id, default))!.Length, Is.GreaterThan(before));
    }

    [Test]
    public async Task Waking_twice_starts_one_and_a_difference_that_has_ended_is_let_end_again(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseInSilenceAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Signals.WakeAsync(office.Orchestrations, id, 1, cancel)));
        await office.WaitsAtAsync(id, "1", cancel);
        await office.AskAsync(id, AzureOffice.Maya, new Command.Withdraw("It was settled on the telephone."));
        await office.StandsAsync(id, (i, _) => i.RuntimeStatus == OrchestrationRuntimeStatus.Completed, cancel);
        await Signals.WakeAsync(office.Orchestrations, id, int.MaxValue, cancel);
        await office.StandsAsync(id, (i, _) => i.RuntimeStatus == OrchestrationRuntimeStatus.Completed, cancel);
    }

    [Test]
    public async Task What_an_orchestration_shows_and_keeps_names_nobody(CancellationToken cancel)
    {
        await using var office = await AzureOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.WaitsAtAsync(id, "1", cancel);
        var seen = new List<string?>();
        await foreach (var instance in office.Orchestrations.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)))
            seen.AddRange([instance.SerializedInput, instance.SerializedOutput, instance.SerializedCustomStatus]);
        Assert.That(string.Concat(seen), Does.Contain(AzureOffice.Hospital)
            .And.Not.Contain("Maya").And.Not.Contain("Leila").And.Not.Contain("SC-4471").And.Not.Contain("@"));
    }

    private static async Task<bool> IsOfAsync(DurableTaskClient client, string id, OrchestrationRuntimeStatus status, CancellationToken cancel) =>
        await client.GetInstanceAsync(id, cancel) is { } instance && instance.RuntimeStatus == status;
}
