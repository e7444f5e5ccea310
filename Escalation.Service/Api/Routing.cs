using Escalation.Service.Api.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Escalation.Service.Api;

/// <summary>Ties an operation to what answers it.</summary>
internal static class Routing
{
    /// <summary>What somebody asks who reads: HEAD is GET without the body, for mail scanners and monitors.</summary>
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <typeparam name="TAnswering">The service that answers; one for the whole application.</typeparam>
    public static IEndpointConventionBuilder Map<TAnswering>(
        this IEndpointRouteBuilder endpoints, Operation operation, Func<TAnswering, HttpContext, Task<HttpAnswer>> answer)
        where TAnswering : notnull
    {
        var answering = endpoints.ServiceProvider.GetRequiredService<TAnswering>();
        return endpoints.MapMethods(operation.At, operation.Method == HttpMethods.Get ? Reading : [operation.Method], async http =>
        {
            var found = await answer(answering, http);
            await found.ExecuteAsync(http);
        }).WithMetadata(operation).WithDisplayName($"{operation.Method} {operation.Path}");
    }

    /// <summary>Lets HEAD at an address that somebody else has mapped for GET.</summary>
    public static TBuilder AlsoForHead<TBuilder>(this TBuilder mapped)
        where TBuilder : IEndpointConventionBuilder => mapped.WithMetadata(new HttpMethodMetadata(Reading));
}
