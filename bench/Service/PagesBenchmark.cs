using System.Net;
using Escalation.Core.Differences;
using Escalation.Server;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Escalation.Benchmarks.Service;

/// <summary>Pages over HTTP, as a manager who is signed in asks for them.</summary>
internal sealed class PagesBenchmark : IAsyncDisposable
{
    private static readonly Actor Raising = new Actor.Worker("Asha Worker", "social worker", "council");

    private static readonly Actor Responding = new Actor.Worker("Pat Ward", "ward manager", "hospital");

    private readonly BenchFolder folder = new();
    private DataStore? store;
    private WebApplication? service;
    private HttpClient? client;
    private int said;

    public string Id { get; private set; } = "";

    public int Entries { get; private set; }

    /// <param name="entries">As many as the record has at least.</param>
    public async Task StartAsync(int entries)
    {
        var office = new BenchOffice(folder.Path);
        await office.FoundBoardAsync();
        Id = (await office.RaiseAsync(1))[0];
        await ArgueAsync(office, entries);
        var now = office.Clock.GetUtcNow();
        await office.DisposeAsync();
        store = DataFolder.Open(folder.Path);
        service = EmbeddedHost.Build(store, BenchOffice.Seal, new StandingClock(now), "http://127.0.0.1:0", new RateLimits(int.MaxValue, int.MaxValue, int.MaxValue));
        await service.StartAsync();
        client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(service.Urls.First()) };
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-sign-in={await SignInAsync(now)}");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
    }

    /// <summary>How long each took, on the wall and of the processors.</summary>
    public async Task<(IReadOnlyList<TimeSpan> Wall, IReadOnlyList<TimeSpan> Processor, int Bytes)> AskAsync(string address, int many)
    {
        for (var i = 0; i < 300; i++) await GetAsync(address);
        var (wall, processor, bytes) = (new TimeSpan[many], new TimeSpan[many], 0);
        for (var i = 0; i < many; i++)
        {
            var (began, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
            bytes = await GetAsync(address);
            (wall[i], processor[i]) = (TimeProvider.System.GetElapsedTime(began), Environment.CpuUsage.TotalTime - used);
        }

        return (wall, processor, bytes);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (service is not null) await service.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        folder.Dispose();
    }

    private async Task<int> GetAsync(string address)
    {
        using var answer = await client!.GetAsync(address);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? body.Length : throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }

    /// <summary>Up the ladder by the clock, then talk, answers, and outcomes that are proposed and disputed.</summary>
    private async Task ArgueAsync(BenchOffice office, int entries)
    {
        office.Clock.MoveTo(BenchOffice.Start.AddDays(9));
        await SayAsync(office, Actor.Clock, new Command.LetTimePass());
        while (Entries < entries)
        {
            office.Clock.MoveTo(office.Clock.GetUtcNow().AddMinutes(20));
            await SayAsync(office, Raising, new Command.RecordDiscussion($"d-{++said}", "Pat Ward", "We see it differently.", "To talk again."));
            await SayAsync(office, Responding, new Command.Respond($"r-{said}", "It was safe.", "The ward had seen the family."));
            await SayAsync(office, Raising, new Command.ProposeOutcome($"p-{said}", "A plan before every weekend.", "None.", [], []));
            await SayAsync(office, Responding, new Command.DisputeOutcome($"p-{said}", "The action is not ours."));
        }
    }

    private async Task SayAsync(BenchOffice office, Actor by, Command command) => Entries = await office.Desk.AskAsync(new Question(Id, by, command), default) is Reply.Done done
        ? done.Opened.Head.Length
        : throw new InvalidOperationException($"{command} was refused.");

    private async Task<string> SignInAsync(DateTimeOffset now)
    {
        var (token, _, pass) = service!.Services.GetRequiredService<SignIns>().Begin(BenchOffice.Board, "council-4@example.org", now);
        return await service.Services.GetRequiredService<IPasses>().ChangeAsync([pass], [], default) ? token : throw new InvalidOperationException("Nobody could be signed in.");
    }
}
