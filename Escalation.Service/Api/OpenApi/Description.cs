using Escalation.Service.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Escalation.Service.Api.OpenApi;

/// <summary>GET /openapi/v1.json: "What can we ask, and how?" Made of the operations that the addresses carry, so that none is forgotten.</summary>
internal sealed class Description : IOpenApiDocumentTransformer
{
    public const string DocumentName = "v1";

    public const string Bearer = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Escalation", Version = "1",
            Description = "Professional differences between agencies, run by the procedure of a safeguarding board. How to begin is in docs/http-api.md.",
        };
        document.Servers = [];
        document.Components = new OpenApiComponents { SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [Bearer] = Scheme() } };
        Responses.Describe(document);
        document.Paths = [];
        var operations = context.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(e => e.Metadata.GetMetadata<Operation>()).OfType<Operation>();
        foreach (var at in operations.GroupBy(o => o.At).OrderBy(g => g.Key, StringComparer.Ordinal))
            document.Paths[at.Key] = new OpenApiPathItem { Operations = at.ToDictionary(o => new HttpMethod(o.Method), o => OperationWriter.Describe(o, document)) };
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme Scheme() => new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = "bearer",
        Description = $"A key of an agency's system, or a token of the configured issuer. Scopes: {string.Join(", ", Scopes.AllTexts)}.",
    };
}
