using System.IO.Compression;
using Escalation.Service.Pages.Differences.Acts;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Escalation.Service.Pages;

/// <summary>The pages as a part of the pipeline.</summary>
internal static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(ConfigurePages).AddApplicationPart(typeof(PagesSetup).Assembly);
        // Razor Pages bring their own ways of signing in and of permission along, and a host that finds these puts both in front of every
        // request. Ours are others (Doorkeeper, Reception).
        services.RemoveAll<IAuthenticationSchemeProvider>().RemoveAll<IAuthorizationHandlerProvider>();
        services.AddFormProtection();
        // What a page holds and what an attacker can put into one come together nowhere (cookies are strict about the site that asks), so that
        // the length of a compressed page tells nobody anything.
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, ["text/html", "text/css"]));
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddSingleton<Reception>().AddSingleton<Drafts>().AddSingleton<JourneyBook>();
        services.AddSingleton<Differences.Record.RecordReads>();
        services.AddSingleton<Records.SubjectSearch>();
        foreach (var journey in ActsOnPages.All) services.AddSingleton(journey);
        return services;
    }

    public static void UsePages(this IApplicationBuilder app)
    {
        app.UseWhen(http => PageNet.IsPage(http.Request.Path), pages => pages.UseResponseCompression());
        app.UseMiddleware<PageNet>();
    }

    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAssets();
        endpoints.MapRazorPages();
    }

    private static void ConfigurePages(RazorPagesOptions options)
    {
        options.RootDirectory = "/Pages";
        options.Conventions.AddPageRoute("/Journeys/Walk", "/{board}/raise/{step?}");
    }
}
