using System.Net;
using System.Net.Http.Headers;
using Escalation.Core.Differences;
using Escalation.Server;
using Escalation.Server.Sqlite;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Escalation.Benchmarks.Service;

/// <summary>A year of differences that are raised day by day, go up by the clock and are withdrawn or settled, and the board office that reads its figures.</summary>
internal sealed class FiguresBenchmark : IAsyncDisposable
{
    private static readonly Actor Raising = new Actor.Worker("Asha Worker", "social worker", "council");

    private static readonly Actor Responding = new Actor.Worker("Pat Ward", "ward manager", "hospital");

    private readonly BenchFolder folder = new();
    private DataStore? store;
    private WebApplication? service;
    private HttpClient? client;

    public long Rows { get; private set; }

    public async Task StartAsync(int many)
    {
        var office = new BenchOffice(folder.Path);
        await office.FoundBoardAsync();
        for (var day = 0; day < 365; day++) await LiveAsync(office, day, (many * (day + 1) / 365) - (many * day / 365));
        var now = office.Clock.GetUtcNow();
        await office.DisposeAsync();
        using (var statements = new Statements(new SqliteFile(folder.Path).Open())) Rows = statements.Number("select count(*) from counts")!.Value;
        store = DataFolder.Open(folder.Path);
        service = EmbeddedHost.Build(store, BenchOffice.Seal, new StandingClock(now), "http://127.0.0.1:0", new RateLimits(int.MaxValue, int.MaxValue, int.MaxValue));
        await service.StartAsync();
        client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(service.Urls.First()) };
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-sign-in={await SignInAsync(now)}");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync(now));
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
    }

    public async Task<Asked> AskAsync(string address, int many)
    {
        for (var i = 0; i < 100; i++) await GetAsync(address);
        var (wall, processor) = (new TimeSpan[many], new TimeSpan[many]);
        for (var i = 0; i < many; i++)
        {
            var (began, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await GetAsync(address);
            (wall[i], processor[i]) = (TimeProvider.System.GetElapsedTime(began), Environment.CpuUsage.TotalTime - used);
        }

        return new Asked(wall, processor);
    }

    /// <summary>Every third goes up by the clock before it is settled.</summary>
    private static async Task LiveAsync(BenchOffice office, int day, int many)
    {
        office.Clock.MoveTo(new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero).AddDays(day));
        var ids = await office.RaiseAsync(many, office.Clock.GetUtcNow());
        office.Clock.MoveTo(office.Clock.GetUtcNow().AddHours(day % 3 == 0 ? 120 : 3));
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (id, _) =>
        {
            await SayAsync(office, id, Raising, new Command.ProposeOutcome("p", "A plan before every weekend.", "None.", [], []));
            await SayAsync(office, id, Responding, new Command.ConfirmOutcome("p", []));
            await SayAsync(office, id, Actor.Post, new Command.ConfirmTold(["council", "hospital", "raiser"]));
            await SayAsync(office, id, Raising, new Command.GiveFeedback(day % 5 + 1, "None."));
        });
    }

    private static async Task SayAsync(BenchOffice office, string id, Actor by, Command command)
    {
        if (await office.Desk.AskAsync(new Question(id, by, command), default) is not Reply.Done) throw new InvalidOperationException($"{command} was refused.");
    }

    private async Task GetAsync(string address)
    {
        using var answer = await client!.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }

    private async Task<string> SignInAsync(DateTimeOffset now)
    {
        var (token, _, pass) = service!.Services.GetRequiredService<SignIns>().Begin(BenchOffice.Board, "office@example.org", now);
        return await service.Services.GetRequiredService<IPasses>().ChangeAsync([pass], [], default) ? token : throw new InvalidOperationException("Nobody could be signed in.");
    }

    private async Task<string> KeyAsync(DateTimeOffset now) =>
        await service!.Services.GetRequiredService<Keys>().CreateAsync(
            new KeyRequest(BenchOffice.Board, null, [Scope.ReportsRead], DateOnly.FromDateTime(now.AddDays(90).Date)), default) is KeyCreation.Created(var text, _)
            ? text.Secret
            : throw new InvalidOperationException("There is no key.");

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (service is not null) await service.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        folder.Dispose();
    }
}
