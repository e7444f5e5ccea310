using System.Net.Http.Headers;
using System.Text;
using Escalation.Server;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Escalation.Benchmarks.Service;

/// <summary>Decisions over HTTP, and the same client against an endpoint that answers as many bytes from memory.</summary>
internal sealed class HttpBenchmark : IAsyncDisposable
{
    private const int Concurrency = 32;

    private readonly BenchFolder folder = new();

    // It goes on from the morning on which they were raised, as in practice: what is written later is due to be sent later. No deadline passes meanwhile.
    private readonly ShiftedClock clock = new(TimeProvider.System);
    private DataStore? store;
    private WebApplication? service;
    private HttpClient? client;
    private IReadOnlyList<string> ids = [];

    public async Task StartAsync()
    {
        var office = new BenchOffice(folder.Path);
        await office.FoundBoardAsync();
        ids = await office.RaiseAsync(800);
        await office.DisposeAsync();
        store = DataFolder.Open(folder.Path);
        clock.MoveTo(BenchOffice.Start);
        service = EmbeddedHost.Build(store, BenchOffice.Seal, clock, "http://127.0.0.1:0", new RateLimits(int.MaxValue, int.MaxValue));
        await service.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(service.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync());
    }

    /// <summary>As many decisions as come through; by turns with the yardstick, so that what else the machine does falls on both alike.</summary>
    public async Task<(Measured Service, Measured Bare)> ThroughputAsync(int many, int turns)
    {
        var answer = await TalkAsync(0);
        await RunAsync(many * 2, TalkAsync);
        await using var bare = await BareAsync(answer);
        using var other = new HttpClient { BaseAddress = new Uri(bare.Urls.First()) };
        await RunAsync(many, i => AskAsync(other, i));
        var (ours, theirs) = (new List<Measured>(), new List<Measured>());
        for (var turn = 0; turn < turns; turn++)
        {
            ours.Add(await Measured.OfAsync($"Decisions over HTTP, {Concurrency} at once", many / turns, () => RunAsync(many / turns, TalkAsync)));
            theirs.Add(await Measured.OfAsync("Yardstick: the same answer from memory", 5 * many / turns, () => RunAsync(5 * many / turns, i => AskAsync(other, i))));
        }

        return (Measured.Together(ours), Measured.Together(theirs));
    }

    /// <summary>How long each takes when they come one by one, so many a second.</summary>
    public async Task<IReadOnlyList<TimeSpan>> PacedAsync(int perSecond, int many)
    {
        var times = new TimeSpan[many];
        var began = TimeProvider.System.GetTimestamp();
        var running = new List<Task>(many);
        for (var i = 0; i < many; i++)
        {
            var wait = TimeSpan.FromSeconds((double)i / perSecond) - TimeProvider.System.GetElapsedTime(began);
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            running.Add(TimeAsync(i, times));
        }

        await Task.WhenAll(running);
        return times;
    }

    private async Task TimeAsync(int i, TimeSpan[] times)
    {
        var began = TimeProvider.System.GetTimestamp();
        await TalkAsync(i);
        times[i] = TimeProvider.System.GetElapsedTime(began);
    }

    private static Task RunAsync(int many, Func<int, Task> ask) =>
        Parallel.ForAsync(0, many, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, _) => await ask(i));

    private Task<byte[]> TalkAsync(int i) => AskAsync(client!, i);

    private async Task<byte[]> AskAsync(HttpClient to, int i)
    {
        using var body = new StringContent(
            """{"by":{"name":"Asha Worker","role":"social worker"},"with":"the ward manager","views":"We see it differently.","outcome":"To talk again."}""",
            Encoding.UTF8, "application/json");
        using var answer = await to.PostAsync($"/api/v1/differences/{ids[i % ids.Count]}/discussions", body);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? bytes : throw new InvalidOperationException(Encoding.UTF8.GetString(bytes));
    }

    private static async Task<WebApplication> BareAsync(byte[] answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bare = builder.Build();
        bare.MapPost("/api/v1/differences/{id}/discussions", async (HttpContext http) =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(answer);
        });
        await bare.StartAsync();
        return bare;
    }

    private async Task<string> KeyAsync() =>
        await service!.Services.GetRequiredService<Keys>().CreateAsync(
            new KeyRequest(BenchOffice.Board, "council", [.. Enum.GetValues<Scope>()], new DateOnly(2026, 12, 31)), default) is KeyCreation.Created(var text, _)
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

/// <summary>Stands where the differences of the benchmarks were raised, or where it is said, so that no deadline passes meanwhile.</summary>
internal sealed class StandingClock(DateTimeOffset? at = null) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => at ?? BenchOffice.Start;
}
