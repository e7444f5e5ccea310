using Escalation.Server.Counting;
using Escalation.Server.Demo;
using Escalation.Server.Waking;
using Escalation.Service;
using Escalation.Service.Api.Admission;
using Escalation.Service.Boards;
using Escalation.Service.Closures;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Escalation.Service.Settings;
using Escalation.Service.StillYou;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Escalation.Server;

/// <summary>The service in one process over one folder: put together here.</summary>
public static class EmbeddedHost
{
    /// <summary>What letters come from that go nowhere.</summary>
    private const string NoSender = "no-reply@escalation.invalid";

    /// <param name="store">The open data folder; it outlives the host.</param>
    /// <param name="urls">Where it listens, parted by semicolons.</param>
    /// <param name="limits">How much each caller may ask; the usual unless said.</param>
    /// <param name="outgoing">How people are reached; nobody is, unless it is said.</param>
    /// <param name="proxies">Those on this machine unless said.</param>
    public static WebApplication Build(DataStore store, Seal seal, TimeProvider clock, string urls, RateLimits? limits = null, Outgoing? outgoing = null,
        TrustedProxies? proxies = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(EmbeddedHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(urls.Split(';')).UseKestrelHttpsConfiguration();
        ConfigureLogging(builder.Logging);
        var mail = Path.Combine(store.Folder, "mail");
        builder.Services
            .AddSingleton(store.Journal).AddSingleton<IJournal>(store.Journal).AddSingleton<IPapers>(store.Papers).AddSingleton<IPasses>(store.Passes)
            .AddSingleton(seal).AddSingleton(clock).AddSingleton(limits ?? new RateLimits())
            .AddSingleton(proxies ?? TrustedProxies.OfThisMachine).AddEscalation();
        OpenTelemetryExport.Add(builder.Services);
        AddClockAndPost(builder.Services, outgoing ?? Outgoing.ToNobody, mail, clock);
        if (clock is DemoClock demo) builder.Services.AddSingleton(demo).AddSingleton<DemoTime>().AddSingleton<DemoKeys>();
        var app = builder.Build();
        app.UseEscalation();
        if (clock is DemoClock) DemoEndpoints.Map(app, app.Services.GetRequiredService<DemoTime>(), app.Services.GetRequiredService<DemoKeys>(), mail);
        return app;
    }

    private static void AddClockAndPost(IServiceCollection services, Outgoing outgoing, string mail, TimeProvider clock)
    {
        services.AddSingleton<Pulse>().AddHostedService<Waker>().AddHostedService<ReportClock>().AddHostedService<Forgetting>().AddHostedService<FirstCount>()
            .AddHostedService<PassSweeper>();
        services.AddHostedService<Recounter>().AddSingleton<StillYouRound>().AddHostedService<StillYouAsker>();
        services.AddSingleton(outgoing.Postbox?.Invoke(mail, clock) ?? new FolderPostbox(mail, NoSender, clock));
        services.AddSingleton(DeliveryPace.Usual with { Hours = outgoing.Hours }).AddHostedService<OutboxPump>();
        services.AddSingleton(host => outgoing.Address ?? new PublicAddress(() => ListensAt(host)));
    }

    // Known once it listens, and by then for certain: port 0 becomes one that is free.
    private static Uri ListensAt(IServiceProvider host) =>
        new(host.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    // For people at a terminal one line each, for whoever collects logs one JSON object each; ids only in either.
    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        if (Console.IsOutputRedirected) logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        else logging.AddSimpleConsole(options => options.SingleLine = true);
    }
}
