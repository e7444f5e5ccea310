using Escalation.Core.Differences;
using Escalation.Service;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>The whole service on a port of this machine, over the real database of a <see cref="TestOffice"/>.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public const string Council = "north-council", Care = "riverside-care", Trust = "county-trust", Police = "county-police";

    private readonly WebApplication app;
    private readonly Dictionary<(string, string?), string> keys = [];

    private TestService(TestOffice office, WebApplication app)
    {
        (Office, this.app) = (office, app);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public TestOffice Office { get; }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    public LogBook Log => Services.GetRequiredService<LogBook>();

    public static async Task<TestService> StartAsync(
        string at = "2026-04-01T10:00", RateLimits? limits = null, Action<IServiceCollection, TestOffice>? change = null)
    {
        var office = await TestOffice.OpenAsync(at);
        var builder = WebApplication.CreateSlimBuilder();
        var log = new LogBook();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(office.Journal).AddSingleton(office.Papers).AddSingleton(office.Passes).AddSingleton(new Seal(TestOffice.Secret));
        builder.Services.AddSingleton<TimeProvider>(office.Clock).AddSingleton(limits ?? new RateLimits(1_000_000, 1_000_000));
        change?.Invoke(builder.Services, office);
        builder.Services.AddEscalation();
        var app = builder.Build();
        app.UseEscalation();
        await app.StartAsync();
        return new TestService(office, app);
    }

    /// <summary>A system of that agency that may do everything; of the board office where no agency is named.</summary>
    public async Task<Partner> PartnerAsync(string? agency = null, string board = TestOffice.Severnside) =>
        new(Address, agency, await KeyAsync(board, agency));

    public Partner Nobody(string? key = null) => new(Address, null, key);

    public async Task<string> NewKeyAsync(string board, string? agency, DateOnly expires, params Scope[] scopes) =>
        await Services.GetRequiredService<Keys>().CreateAsync(new KeyRequest(board, agency, [.. scopes], expires), default) is KeyCreation.Created made
            ? made.Text.Secret
            : throw new AssertionException("The key was refused.");

    /// <summary>The clock is moved, and asks of a difference what the embedded host's would ask.</summary>
    public async Task TimePassesAsync(string difference, string at)
    {
        Office.Clock.MoveTo(at);
        await Services.GetRequiredService<DifferenceDesk>().AskAsync(new Question(difference, Actor.Clock, new Command.LetTimePass()), default);
    }

    public async ValueTask DisposeAsync()
    {
        // So that what went wrong inside stands beside what the test saw of it.
        foreach (var line in Log.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal)).Take(3)) await TestContext.Out.WriteLineAsync(line);
        await app.DisposeAsync();
        await Office.DisposeAsync();
    }

    private async Task<string> KeyAsync(string board, string? agency)
    {
        if (keys.TryGetValue((board, agency), out var key)) return key;
        return keys[(board, agency)] = await NewKeyAsync(board, agency, new DateOnly(2026, 12, 31), Enum.GetValues<Scope>());
    }
}
