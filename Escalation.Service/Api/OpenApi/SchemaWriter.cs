using System.Globalization;
using System.Text.Json.Nodes;
using Escalation.Service.Api.Reading;
using Microsoft.OpenApi;

namespace Escalation.Service.Api.OpenApi;

/// <summary>Describes shapes as schemas. What is described of a request is what it is read by.</summary>
/// <param name="asked">Whether it is a request, which is held to its limits; what we answer can only grow.</param>
internal sealed class SchemaWriter(OpenApiDocument document, bool asked)
{
    public IOpenApiSchema Of(Type type) => Of(Shapes.Of(type));

    public IOpenApiSchema Of(Shape shape) => shape switch
    {
        Shape.Members members => Named(members),
        Shape.ListOf(var item, _) => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(item), MaxItems = asked ? Shape.MostItems : null },
        Shape.Texts => new OpenApiSchema
        {
            Type = JsonSchemaType.Object, AdditionalProperties = Of(new Shape.Text(Limits.Narrative, Breaks: true)), MaxProperties = Shape.MostItems,
        },
        Shape.Free(var where) => new OpenApiSchema { Type = JsonSchemaType.Object, Description = where },
        Shape.Text(var most, _) => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = asked ? most : null },
        Shape.Id => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z0-9._-]{1,80}$" },
        Shape.Day => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        Shape.Instant => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        Shape.Truth => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        Shape.Whole(var least, var most) => Whole(least, most),
        Shape.Name name => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. name.Values.Keys.Select(n => (JsonNode)n)] },
        _ => throw new InvalidOperationException($"{shape} has no schema."),
    };

    private static OpenApiSchema Whole(int least, int most) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most == int.MaxValue ? null : most.ToString(CultureInfo.InvariantCulture),
    };

    private OpenApiSchemaReference Named(Shape.Members shape)
    {
        var name = NameOf(shape.Type);
        var schemas = document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        if (!schemas.ContainsKey(name))
        {
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = !asked, Properties = new Dictionary<string, IOpenApiSchema>() };
            // First its name, for it may be part of itself.
            schemas[name] = schema;
            foreach (var member in shape.All) schema.Properties[member.Name] = Of(member.Shape);
            schema.Required = new SortedSet<string>(shape.All.Where(m => m.Needed).Select(m => m.Name), StringComparer.Ordinal);
        }

        return new OpenApiSchemaReference(name, document);
    }

    private static string NameOf(Type type) => type.Name.Replace("Answer", "", StringComparison.Ordinal) is { Length: > 0 } name ? name : type.Name;
}
