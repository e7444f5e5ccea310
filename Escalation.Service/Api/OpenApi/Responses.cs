using System.Text.Json.Nodes;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Microsoft.OpenApi;

namespace Escalation.Service.Api.OpenApi;

/// <summary>Describes what can be answered where something goes wrong, with every code.</summary>
internal static class Responses
{
    /// <summary>Every code of a status with its meaning, in the order in which they are declared.</summary>
    public static IEnumerable<(string Code, string Meaning)> CodesOf(int status) =>
    [
        .. Enum.GetValues<Trouble>().Where(t => t.Status() == status).Select(t => (KebabCase.Of(t), HttpProblem.MeaningOf(t))),
        .. Enum.GetValues<RefusalCode>().Where(c => RefusalStatus.Of(c) == status).Select(c => (KebabCase.Of(c), HttpProblem.MeaningOf(c))),
    ];

    public static IReadOnlyList<int> Statuses { get; } =
        [.. Enum.GetValues<Trouble>().Select(t => t.Status()).Concat(Enum.GetValues<RefusalCode>().Select(RefusalStatus.Of)).Distinct().Order()];

    /// <summary>The statuses that an operation can answer with, beside success.</summary>
    public static IEnumerable<int> Of(Operation operation)
    {
        if (operation.Body is not null || operation.Query.Length > 0 || operation.HeedsIfMatch) yield return 400;
        if (operation.Scope is not null) yield return 401;
        if (operation.Scope is not null) yield return 403;
        if (operation.Path.Contains('{', StringComparison.Ordinal)) yield return 404;
        yield return 406;
        if (operation.Command is not null || operation.Upkeep) yield return 409;
        if (operation.Command is not null && operation.IsOfOneDifference) yield return 410;
        if (operation.HeedsIfMatch) yield return 412;
        if (operation.Body is not null) yield return 413;
        if (operation.Body is not null) yield return 415;
        if (operation.Command is not null || operation.Upkeep) yield return 422;
        if (operation.Scope is not null) yield return 429;
        yield return 503;
    }

    public static void Describe(OpenApiDocument document)
    {
        var problem = new SchemaWriter(document, asked: false).Of(typeof(HttpProblem));
        var schemas = document.Components!.Schemas!;
        ((OpenApiSchema)schemas["HttpProblem"].Properties!["code"]).Enum =
            [.. Statuses.SelectMany(CodesOf).Select(c => c.Code).Distinct().Order(StringComparer.Ordinal).Select(c => (JsonNode)c)];
        ((OpenApiSchema)schemas["Mistake"].Properties!["code"]).Enum =
            [.. Enum.GetValues<MistakeCode>().Select(c => KebabCase.Of(c)).Concat(Enum.GetValues<RefusalCode>().Select(c => KebabCase.Of(c))).Select(c => (JsonNode)c)];
        document.Components.Responses = new Dictionary<string, IOpenApiResponse>();
        foreach (var status in Statuses) document.Components.Responses[$"Problem{status}"] = Describe(status, problem);
    }

    private static OpenApiResponse Describe(int status, IOpenApiSchema problem) => new()
    {
        Description = string.Join('\n', CodesOf(status).Select(c => $"- `{c.Code}`: {c.Meaning}")),
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
        Headers = HeadersOf(status),
    };

    private static Dictionary<string, IOpenApiHeader>? HeadersOf(int status) => status switch
    {
        401 => Header("WWW-Authenticate", "How to show who calls: a bearer key or token."),
        405 => Header("Allow", "The methods that the address knows."),
        412 => Header("ETag", "Of the present state."),
        429 or 503 => Header("Retry-After", "Seconds until it is worth trying again."),
        _ => null,
    };

    public static Dictionary<string, IOpenApiHeader> Header(string name, string meaning) =>
        new() { [name] = new OpenApiHeader { Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } } };
}
