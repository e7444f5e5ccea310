using Escalation.Service.Api.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Escalation.Service.Api;

/// <summary>Ties an operation to what answers it.</summary>
internal static class Routing
{
    /// <typeparam name="TAnswering">The service that answers; one for the whole application.</typeparam>
    public static IEndpointConventionBuilder Map<TAnswering>(
        this IEndpointRouteBuilder endpoints, Operation operation, Func<TAnswering, HttpContext, Task<HttpAnswer>> answer)
        where TAnswering : notnull
    {
        var answering = endpoints.ServiceProvider.GetRequiredService<TAnswering>();
        return endpoints.MapMethods(operation.At, [operation.Method], async http =>
        {
            var found = await answer(answering, http);
            await found.ExecuteAsync(http);
        }).WithMetadata(operation).WithDisplayName($"{operation.Method} {operation.Path}");
    }
}
