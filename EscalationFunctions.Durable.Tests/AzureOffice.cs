using Escalation.Core.Differences;
using Escalation.Server.Demo;
using Escalation.Service;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using EscalationFunctions.Orchestrations;
using EscalationFunctions.Tests.Service;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Standing = EscalationFunctions.Orchestrations.Standing;

namespace EscalationFunctions.Durable.Tests;

/// <summary>
/// The Azure host as it is put together, over tables of its own and the two invented boards, with the orchestrations in this process. It can be
/// killed: then every orchestration is gone, which is more than Azure ever loses, and only what was kept is there.
/// </summary>
internal sealed class AzureOffice : IAsyncDisposable
{
    public const string Board = "severnside", Council = "severnside-council", Hospital = "estuary-hospitals";

    public static readonly Actor.Worker Maya = new("Maya Okonjo-Vale", "social worker", Council), Leila = new("Leila Adeyinka", "ward sister", Hospital);

    private readonly TestFolder folder = new();
    private Azurite azurite = null!;
    private ServiceProvider services = null!;
    private DurableTaskTestHost? durable;

    /// <summary>Runs on from wherever it was moved to.</summary>
    public ShiftedClock Clock { get; } = new(TimeProvider.System);

    public string Mail => Path.Combine(folder.Path, "mail");

    public Azurite Azurite => azurite;

    public IServiceProvider Services => services;

    public DeskBell Bell => services.GetRequiredService<DeskBell>();

    public DifferenceDesk Desk => services.GetRequiredService<DifferenceDesk>();

    public IJournal Journal => services.GetRequiredService<IJournal>();

    public DurableTaskClient Orchestrations => durable!.Client;

    /// <param name="at">Local time, as "2026-04-01T10:00".</param>
    public static async Task<AzureOffice> OpenAsync(string at = "2026-04-01T10:00")
    {
        var office = new AzureOffice();
        office.Clock.MoveTo(At(at));
        office.azurite = await Azurite.OpenAsync(office.Clock);
        await office.StartAsync();
        await office.services.GetRequiredService<IPapers>().ChangeAsync(DemoBoards.Papers(new DateOnly(2026, 4, 1)), [], default);
        return office;
    }

    public static DateTimeOffset At(string local) => new MovableClock(local).GetUtcNow();

    /// <summary>The process dies and another begins.</summary>
    public async Task DieAndBeginAgainAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Raises a difference, without a word to its orchestration.</summary>
    public async Task<string> RaiseInSilenceAsync()
    {
        var raise = new Command.Raise(
            "", new Concern("SC-4471", "She is to go home on Friday.", "She stays."), [Hospital], [], Clock.GetUtcNow(),
            new Person(Maya.Name, Maya.Role, "maya@example.org"), []);
        return ((Reply.Done)await Desk.RaiseAsync(Board, Maya, raise, null, default)).Opened.Head.Id;
    }

    public async Task<string> RaiseAsync()
    {
        var id = await RaiseInSilenceAsync();
        await TellAsync();
        return id;
    }

    /// <summary>As the HTTP trigger does after each request.</summary>
    public Task TellAsync() => services.GetRequiredService<Signals>().SendAsync(Orchestrations, default);

    public Task<Reply> AskInSilenceAsync(string id, Actor by, Command command) => Desk.AskAsync(new Question(id, by, command), default);

    public async Task AskAsync(string id, Actor by, Command command)
    {
        Assert.That(await AskInSilenceAsync(id, by, command), Is.InstanceOf<Reply.Done>());
        await TellAsync();
    }

    public Task<int> ReconcileAsync() => services.GetRequiredService<Reconciler>().HandleAsync(Orchestrations, default);

    /// <summary>Moves the clock, and has an orchestration that waits by its own look again, as it would when its timer fires.</summary>
    public async Task MoveToAsync(DateTimeOffset at, string id)
    {
        Clock.MoveTo(at);
        await Signals.WakeAsync(Orchestrations, id, int.MaxValue, default);
    }

    public async Task<IReadOnlyList<Fact>> FactsAsync(string id) => [.. (await Desk.ReadAsync(id, default))!.Entries.Select(e => e.Fact)];

    /// <summary>Waits until the orchestration says so of itself; the test's own limit ends it.</summary>
    public Task StandsAsync(string id, Func<OrchestrationMetadata, Standing?, bool> holds, CancellationToken cancel) => Eventually.TrueAsync(
        async () => await Orchestrations.GetInstanceAsync(id, getInputsAndOutputs: true, cancel) is { } instance
            && holds(instance, instance.SerializedCustomStatus is null ? null : instance.ReadCustomStatusAs<Standing>()),
        cancel);

    public Task WaitsAtAsync(string id, string stage, CancellationToken cancel) => StandsAsync(id, (i, s) => !i.IsCompleted && s?.Stage == stage, cancel);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await azurite.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>All that the host is made of, with letters that go into a folder.</summary>
    public static IServiceCollection Compose(IServiceCollection services, Azurite azurite, TimeProvider clock, string mail) => services
        .AddSingleton(new Seal(TestOffice.Secret)).AddSingleton(new PublicAddress(new Uri("https://differences.example.org/")))
        .AddSingleton<IPostbox>(new FolderPostbox(mail, "no-reply@example.org", clock)).AddSingleton(DeliveryPace.Usual with { PerSecond = 1000 })
        .AddAzureHost(azurite.Account, azurite.Prefix, clock);

    /// <summary>The orchestrations of a host, in this process.</summary>
    /// <param name="runs">What an orchestration does, unless what it is to do.</param>
    public static Task<DurableTaskTestHost> OrchestrateAsync(IServiceProvider services, Func<TaskOrchestrationContext, Task>? runs = null)
    {
        services.GetRequiredService<Signals>();
        var does = services.GetRequiredService<DifferenceActivities>();
        return DurableTaskTestHost.StartAsync(tasks => tasks
            .AddOrchestratorFunc(DifferenceOrchestration.Name, runs ?? DifferenceOrchestration.RunAsync)
            .AddActivityFunc<string, Outlook>(DifferenceActivities.Look, (_, id) => does.LookAsync(id, default))
            .AddActivityFunc<string>(DifferenceActivities.LetTimePass, (_, id) => does.LetTimePassAsync(id, default))
            .AddActivityFunc<string>(DifferenceActivities.Send, (_, id) => does.SendAsync(id, default)));
    }

    private async Task StartAsync()
    {
        services = Compose(new ServiceCollection().AddLogging(), azurite, Clock, Mail).BuildServiceProvider();
        durable = await OrchestrateAsync(services);
    }

    private async Task StopAsync()
    {
        if (durable is { } running) await running.DisposeAsync();
        durable = null;
        await services.DisposeAsync();
    }
}
