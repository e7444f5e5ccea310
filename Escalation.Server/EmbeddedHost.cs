using Escalation.Server.Demo;
using Escalation.Server.Waking;
using Escalation.Service;
using Escalation.Service.Api.Admission;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Escalation.Server;

/// <summary>The service in one process over one folder: put together here.</summary>
public static class EmbeddedHost
{
    private const string Sender = "no-reply@escalation.example.org";

    /// <param name="store">The open data folder; it outlives the host.</param>
    /// <param name="urls">Where it listens, parted by semicolons.</param>
    /// <param name="limits">How much each caller may ask; the usual unless said.</param>
    public static WebApplication Build(DataStore store, Seal seal, TimeProvider clock, string urls, RateLimits? limits = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(EmbeddedHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(urls.Split(';')).UseKestrelHttpsConfiguration();
        ConfigureLogging(builder.Logging);
        var mail = Path.Combine(store.Folder, "mail");
        builder.Services
            .AddSingleton<IJournal>(store.Journal).AddSingleton<IPapers>(store.Papers).AddSingleton<IPasses>(store.Passes)
            .AddSingleton(seal).AddSingleton(clock).AddSingleton(limits ?? new RateLimits()).AddEscalation();
        OpenTelemetryExport.Add(builder.Services);
        AddClockAndPost(builder.Services, mail, clock);
        if (clock is DemoClock demo) builder.Services.AddSingleton(demo).AddSingleton<DemoTime>().AddSingleton<DemoKeys>();
        var app = builder.Build();
        app.UseEscalation();
        if (clock is DemoClock) DemoEndpoints.Map(app, app.Services.GetRequiredService<DemoTime>(), app.Services.GetRequiredService<DemoKeys>(), mail);
        return app;
    }

    private static void AddClockAndPost(IServiceCollection services, string mail, TimeProvider clock)
    {
        services.AddSingleton<Pulse>().AddHostedService<Waker>().AddHostedService<PassSweeper>();
        services.AddSingleton<IPostbox>(new FolderPostbox(mail, Sender, clock)).AddHostedService<OutboxPump>();
    }

    // For people at a terminal one line each, for whoever collects logs one JSON object each; ids only in either.
    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        if (Console.IsOutputRedirected) logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        else logging.AddSimpleConsole(options => options.SingleLine = true);
    }
}
