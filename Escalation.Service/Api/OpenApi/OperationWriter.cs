using System.Globalization;
using System.Text.RegularExpressions;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Microsoft.OpenApi;

namespace Escalation.Service.Api.OpenApi;

/// <summary>Describes one operation.</summary>
internal static partial class OperationWriter
{
    public static OpenApiOperation Describe(Operation operation, OpenApiDocument document) => new()
    {
        OperationId = IdOf(operation),
        Summary = operation.Sentence,
        Description = operation.Scope is { } scope
            ? $"Needs the scope `{scope.TextOf()}`.{(operation.ForOffice ? " For the board office." : "")}"
            : "Anybody may ask.",
        Parameters = [.. InPath(operation), .. InQuery(operation, document), .. InHeaders(operation)],
        RequestBody = operation.Body is { } body
            ? new OpenApiRequestBody { Required = true, Content = Json(new SchemaWriter(document, asked: true).Of(body)) }
            : null,
        Responses = ResponsesOf(operation, document),
        Security = operation.Scope is null ? [] : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Description.Bearer, document)] = [] }],
    };

    /// <summary>The method and the parts of the address, such as "postDifferencesByDifferenceProposals".</summary>
    private static string IdOf(Operation operation) =>
        operation.Method.ToLowerInvariant() + string.Concat(Part().Matches(operation.Path)
            .Select(m => (m.Value.StartsWith('{') ? "By" : "") + CultureInfo.InvariantCulture.TextInfo.ToTitleCase(m.Value.Trim('{', '}'))));

    private static IEnumerable<IOpenApiParameter> InPath(Operation operation) => InBraces().Matches(operation.Path).Select(m => new OpenApiParameter
    {
        Name = m.Groups[1].Value, In = ParameterLocation.Path, Required = true, Schema = Text(),
    });

    private static IEnumerable<IOpenApiParameter> InQuery(Operation operation, OpenApiDocument document) => operation.Query.Select(p => new OpenApiParameter
    {
        Name = p.Name, In = ParameterLocation.Query, Description = p.Meaning, Schema = new SchemaWriter(document, asked: true).Of(p.Shape),
    });

    private static IEnumerable<IOpenApiParameter> InHeaders(Operation operation)
    {
        if (operation.Idempotent) yield return Header(Preconditions.IdempotencyKey, "1 to 200 visible ASCII characters. Asking twice under one key is asking once.");
        if (operation.HeedsIfMatch) yield return Header("If-Match", "The entity tag of the state that the caller saw.");
        if (operation is { Tagged: true, Method: "GET" }) yield return Header("If-None-Match", "Entity tags of states that the caller has.");
    }

    private static OpenApiResponses ResponsesOf(Operation operation, OpenApiDocument document)
    {
        var responses = new OpenApiResponses
        {
            [operation.Success.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = operation.Success == 201 ? "It is so, and is kept." : "As asked.",
                Content = Json(new SchemaWriter(document, asked: false).Of(operation.Answer)),
                Headers = HeadersOf(operation),
            },
        };
        if (operation is { Tagged: true, Method: "GET" }) responses["304"] = new OpenApiResponse { Description = "The caller has the present state." };
        foreach (var status in Responses.Of(operation))
            responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponseReference($"Problem{status}", document);
        return responses;
    }

    private static Dictionary<string, IOpenApiHeader> HeadersOf(Operation operation)
    {
        var headers = new Dictionary<string, IOpenApiHeader>();
        if (operation.Tagged) Add("ETag", "The state that is answered, for If-Match and If-None-Match.");
        if (operation.Success == 201) Add("Location", "The difference.");
        if (operation.Idempotent) Add(Preconditions.IdempotencyReplayed, "\"true\" where this is the first answer again.");
        return headers;

        void Add(string name, string meaning) => headers[name] = Responses.Header(name, meaning)[name];
    }

    private static OpenApiParameter Header(string name, string meaning) => new() { Name = name, In = ParameterLocation.Header, Description = meaning, Schema = Text() };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema) => new() { ["application/json"] = new OpenApiMediaType { Schema = schema } };

    [GeneratedRegex("[^/]+")]
    private static partial Regex Part();

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex InBraces();
}
