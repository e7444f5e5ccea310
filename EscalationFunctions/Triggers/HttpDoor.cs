using Escalation.Service;
using EscalationFunctions.Orchestrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace EscalationFunctions.Triggers;

/// <summary>Every request there is, handed to the one pipeline that both hosts have. Who may do what is decided there; the door itself is open.</summary>
public sealed class HttpDoor(HttpPipeline pipeline, Signals signals)
{
    [Function("Http")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        await pipeline.AnswerAsync(request.HttpContext);
        // After the answer, which does not depend on it.
        await signals.SendAsync(client, CancellationToken.None);
        return new EmptyResult();
    }
}

/// <summary>The service's pipeline over the worker's services, built once.</summary>
public sealed class HttpPipeline
{
    private readonly RequestDelegate pipeline;

    public HttpPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseEscalation();
        pipeline = app.Build();
    }

    public Task AnswerAsync(HttpContext http)
    {
        // The worker has routed the request to the function; it is routed anew.
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        return pipeline(http);
    }
}
