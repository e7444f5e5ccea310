using Escalation.Service.Desk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Escalation.Server;

/// <summary>Sends traces and metrics to a collector where the environment names one, as OpenTelemetry's own variables do.</summary>
internal sealed class OpenTelemetryExport : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private MeterProvider? meters;
    private TracerProvider? tracers;

    public static void Add(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable(Endpoint) is { Length: > 0 }) services.AddHostedService<OpenTelemetryExport>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("escalation");
        meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime").AddOtlpExporter().Build();
        tracers = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Telemetry.Name, "Microsoft.AspNetCore").AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    /// <summary>What was measured last goes out before the process ends.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        meters?.Dispose();
        tracers?.Dispose();
        (meters, tracers) = (null, null);
    }
}
