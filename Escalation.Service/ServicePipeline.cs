using Escalation.Service.Access;
using Escalation.Service.Api;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Differences;
using Escalation.Service.Api.Directory;
using Escalation.Service.Api.Health;
using Escalation.Service.Api.KeyRing;
using Escalation.Service.Api.Notices;
using Escalation.Service.Api.OpenApi;
using Escalation.Service.Api.Reports;
using Escalation.Service.Boards;
using Escalation.Service.Closures;
using Escalation.Service.Copies;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Directory;
using Escalation.Service.Figures;
using Escalation.Service.Pages;
using Escalation.Service.Passes;
using Escalation.Service.Reports;
using Escalation.Service.Retention;
using Escalation.Service.StillYou;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Escalation.Service;

/// <summary>The service as one thing that either host mounts: what it is made of, and its whole HTTP pipeline.</summary>
public static class ServicePipeline
{
    /// <summary>The address of the pages' style sheet, for what a host shows beside them.</summary>
    public static string StyleSheet => Pages.Frame.Assets.StyleSheet;

    /// <summary>
    /// Registers all that the hosts share. The host has registered where things are kept (<see cref="IJournal"/>, <see cref="IPapers"/>,
    /// <see cref="IPasses"/>), its <see cref="IPostbox"/> and its <see cref="Seal"/>, and may have registered a <see cref="TimeProvider"/>, an <see cref="Issuer"/>, its
    /// <see cref="RateLimits"/> and its <see cref="TrustedProxies"/>.
    /// </summary>
    public static IServiceCollection AddEscalation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new RateLimits());
        services.TryAddSingleton(TrustedProxies.OfThisMachine);
        services.AddSingleton<BoardRooms>().AddSingleton<Bookkeeping>().AddSingleton<DeskBell>().AddSingleton<DifferenceDesk>();
        services.AddSingleton(_ => new RecentRecords());
        services.AddSingleton<Keys>().AddSingleton<Callers>().AddSingleton<Registrar>().AddSingleton<AgencyRemoval>();
        services.AddSingleton<PassBook>().AddSingleton<Visitors>().AddSingleton<Profiles>().AddSingleton<Dispatch>();
        services.AddSingleton<SignIns>().AddSingleton<Codes>().AddSingleton<Links>().AddSingleton<LinkCookies>();
        services.AddSingleton<LettersLinks>().AddSingleton<LinkOfLetter>(s => s.GetRequiredService<LettersLinks>().MakeAsync);
        if (services.Any(s => s.ServiceType == typeof(Issuer))) services.AddSingleton<Tokens>();
        services.AddSingleton<Entrance>().AddSingleton<Acts>().AddSingleton<Reads>();
        services.AddSingleton<ListDifferences>().AddSingleton<ReadDifference>().AddSingleton<ReadDeadlines>();
        services.AddSingleton<ReadAgencies>().AddSingleton<ReadAgency>().AddSingleton<ReadContacts>();
        services.AddSingleton<Upkeep>().AddSingleton<PutAgency>().AddSingleton<RemoveAgency>().AddSingleton<PutContact>().AddSingleton<RemoveContact>();
        services.AddSingleton<ConfirmContact>().AddSingleton<SetAbsences>().AddSingleton<ImportDirectory>();
        services.AddSingleton<ReadOfficers>().AddSingleton<SetOfficers>().AddSingleton<ReadKeys>().AddSingleton<RevokeKey>();
        services.AddSingleton<ReadProcedures>().AddSingleton<ReadProcedure>();
        services.AddSingleton<Outbox>().AddSingleton<OverdueReport>().AddSingleton<ReadNotices>().AddSingleton<ResendNotice>();
        services.AddSingleton<OverdueLookup>().AddSingleton<ReportRound>();
        services.AddSingleton<ReadForm>().AddSingleton<ReadRecord>().AddSingleton<FileCopies>().AddSingleton<ReadFileCopy>().AddSingleton<Vitals>();
        services.AddSingleton<ReadNotes>().AddSingleton<Eraser>().AddSingleton<Holds>().AddSingleton<Disposals>();
        services.AddSingleton<FigureBook>().AddSingleton<MonitoringReport>();
        services.AddSingleton<Recounting>().AddSingleton<ClosureDays>().AddSingleton<StillYouLinks>().AddSingleton<Answering>();
        services.AddPages();
        services.AddRouting();
        services.AddOpenApi(Description.DocumentName, options => options.AddDocumentTransformer<Description>());
        services.AddRateLimiter(_ => { });
        services.AddOptions<ForwardedHeadersOptions>().Configure<TrustedProxies>((options, proxies) => proxies.Apply(options));
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<RateLimits>((options, limits) => limits.Apply(options));
        return services;
    }

    /// <summary>Answers every request that there is an address for.</summary>
    public static IApplicationBuilder UseEscalation(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SafetyNet>();
        app.UsePages();
        app.UseRouting();
        app.UseMiddleware<Doorkeeper>();
        app.UseRateLimiter();
        app.UseMiddleware<Gate>();
        return app.UseEndpoints(MapEscalation);
    }

    private static void MapEscalation(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDifferences();
        endpoints.MapBoard();
        endpoints.MapHealth();
        endpoints.MapPages();
        endpoints.MapOpenApi().AlsoForHead().DisableRateLimiting();
    }
}
