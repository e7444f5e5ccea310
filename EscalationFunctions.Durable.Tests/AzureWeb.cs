using Escalation.Core.Calendar;
using Escalation.Server.Demo;
using Escalation.Service.Desk;
using EscalationFunctions.Orchestrations;
using EscalationFunctions.Tests.Service;
using EscalationFunctions.Triggers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Durable.Tests;

/// <summary>
/// What the HTTP trigger does, behind a web server of the test's own in the place of the Functions host, and beside it the clock, the keys and the mail of
/// the demonstration.
/// </summary>
internal sealed class AzureWeb : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly DemoClock clock;
    private Azurite azurite = null!;
    private WebApplication app = null!;
    private DurableTaskTestHost durable = null!;
    private DemoKeys? keys;

    private AzureWeb() => clock = new DemoClock(folder.Path);

    public string Url { get; private set; } = "http://127.0.0.1:0";

    public int Deaths { get; private set; }

    public static async Task<AzureWeb> StartAsync()
    {
        var web = new AzureWeb();
        web.azurite = await Azurite.OpenAsync(web.clock);
        await web.azurite.Store.Papers.ChangeAsync(DemoBoards.Papers(LondonTime.DayOf(web.clock.GetUtcNow())), [], default);
        await web.BeginAsync();
        return web;
    }

    /// <summary>Whatever was in memory is gone, every orchestration with it.</summary>
    public async Task DieAndBeginAgainAsync()
    {
        Deaths++;
        await DieAsync();
        await BeginAsync();
        await app.Services.GetRequiredService<Reconciler>().HandleAsync(durable.Client, default);
    }

    /// <summary>Every record's chain holds, and no notice is lost.</summary>
    public async Task IsWholeAsync()
    {
        var journal = app.Services.GetRequiredService<IJournal>();
        var report = await new Audit(journal).WalkAsync(new Dictionary<string, Mark>(), default);
        Assert.That(report.Problems, Is.Empty);
        Assert.That(report.Marks, Has.Count.EqualTo(2));
        foreach (var id in report.Marks.Keys)
            Assert.That((await journal.NoticesOfAsync(id, default)).Where(n => n.Notice.Kind == Escalation.Core.Notices.NoticeKind.Outcome)
                .Select(n => n.State), Has.All.EqualTo(DeliveryState.Sent));
    }

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        await azurite.DisposeAsync();
        folder.Dispose();
    }

    private async Task BeginAsync()
    {
        var mail = Path.Combine(folder.Path, "mail");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Url);
        builder.Logging.ClearProviders();
        AzureOffice.Compose(builder.Services, azurite, clock, mail).AddSingleton(clock).AddSingleton<DemoTime>().AddSingleton<DemoKeys>();
        app = builder.Build();
        durable = await AzureOffice.OrchestrateAsync(app.Services);
        var (pipeline, signals) = (app.Services.GetRequiredService<HttpPipeline>(), app.Services.GetRequiredService<Signals>());
        app.Use(async (http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/demo")) await next();
            else await pipeline.AnswerAsync(http);
            await signals.SendAsync(durable.Client, default);
        });
        if (keys is null) await (keys = app.Services.GetRequiredService<DemoKeys>()).MakeAsync(default);
        DemoEndpoints.Map(app, app.Services.GetRequiredService<DemoTime>(), keys, mail);
        await app.StartAsync();
        Url = app.Urls.First();
    }

    private async Task DieAsync()
    {
        await durable.DisposeAsync();
        await app.DisposeAsync();
    }
}
