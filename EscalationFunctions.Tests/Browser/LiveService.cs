using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Server;
using Escalation.Server.Demo;
using Escalation.Service.Api.Admission;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;
using EscalationFunctions.Tests.Service.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tests.Browser;

/// <summary>The real service with the two boards of the demonstration, over a folder of its own, at a port of its own and at an hour of its own.</summary>
internal sealed class LiveService : IAsyncDisposable
{
    public const string Severnside = "severnside", Moorland = "moorland";

    private readonly TestFolder folder = new();
    private readonly DataStore store;
    private readonly DemoClock clock;

    private LiveService(DateTimeOffset at)
    {
        store = DataFolder.Open(Path.Combine(folder.Path, "data"));
        clock = new DemoClock(store.Folder);
        clock.BeginAt(at);
        // A suite asks more in a minute than any mailbox's owner; that guesses are counted does not hang on it.
        App = EmbeddedHost.Build(store, DeploymentSecret.OfTheDemo, clock, "http://127.0.0.1:0", new RateLimits(int.MaxValue, int.MaxValue, int.MaxValue));
        App.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        Post = new Mailboxes(Path.Combine(store.Folder, "mail"));
    }

    public WebApplication App { get; }

    public LogBook Log { get; } = new();

    public Mailboxes Post { get; }

    public string Url => App.Urls.First();

    public DateTimeOffset Now => clock.GetUtcNow();

    public DifferenceDesk Desk => App.Services.GetRequiredService<DifferenceDesk>();

    public IJournal Journal => store.Journal;

    /// <param name="at">The time in London at which the story begins, "2026-10-06T10:00".</param>
    public static async Task<LiveService> OpenAsync(string at = "2026-10-06T10:00")
    {
        var begins = LondonTime.At(DateOnly.Parse(at[..10], CultureInfo.InvariantCulture), TimeOnly.Parse(at[11..], CultureInfo.InvariantCulture));
        var service = new LiveService(begins);
        var services = service.App.Services;
        await services.GetRequiredService<BoardRooms>().ChangeAsync(DemoBoards.Papers(LondonTime.DayOf(begins)), [], default);
        await services.GetRequiredService<DemoKeys>().MakeAsync(default);
        await service.App.StartAsync();
        return service;
    }

    /// <summary>Lets time pass until the next thing is due, and what is due happen. What was written before is out by then.</summary>
    public async Task UntilNextDueAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await PostIsOutAsync(patience.Token);
        var time = App.Services.GetRequiredService<DemoTime>();
        await time.MoveToAsync((await time.NextDueAsync(default))!.Value, default);
    }

    public Task PassAsync(TimeSpan span) => App.Services.GetRequiredService<DemoTime>().MoveToAsync(Now + span, default);

    /// <summary>Until every letter that was asked for is out.</summary>
    public async Task PostIsOutAsync(CancellationToken cancel)
    {
        await Eventually.TrueAsync(async () => (await store.Journal.BacklogAsync(cancel)).Waiting == 0, cancel);
        await App.Services.GetRequiredService<Escalation.Service.Access.Dispatch>().SentAsync();
    }

    /// <summary>Every difference there is, and how far its record has come: the last link of its chain stands for all before it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ChainsAsync()
    {
        Dictionary<string, string> chains = [];
        foreach (var id in await Journal.IdsAsync("", int.MaxValue, default))
            chains[id] = Convert.ToHexString((await Journal.FindHeadAsync(id, default))!.Link);
        return chains;
    }

    public async Task<IReadOnlyList<Fact>> FactsAsync(string id) => [.. (await Desk.ReadAsync(id, default))!.Entries.Select(e => e.Fact)];

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }
}
