using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Escalation.Core.Procedures;

/// <summary>The JSON Schema (2020-12) of procedure files, with which editors complete, explain and underline while a board writes one.</summary>
public static class ProcedureSchema
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text()
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Procedure file" };
        foreach (var (name, value) in Group(typeof(Procedure)).ToList()) schema[name] = value?.DeepClone();
        // Only the file as a whole names its schema.
        schema["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string", ["description"] = "Where editors "
            + "find this schema." });
        schema["$defs"] = new JsonObject(Model.Shapes.Skip(1).Select(s => KeyValuePair.Create(NameOf(s), (JsonNode?)Definition(s))));
        return schema.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Definition(Shape shape) => shape switch
    {
        Shape.Group(var record) => Group(record),
        Shape.Choice choice => Choice(choice.Enum),
        Shape.Formed { Names: { } names } => new()
        {
            ["description"] = shape.InWords,
            ["anyOf"] = new JsonArray(Reference(names), new JsonObject { ["type"] = "string", ["pattern"] = CountsFrom.MetForm }),
        },
        Shape.Formed { Form: var form } => Formed(form),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "is written in place and has no definition"),
    };

    private static JsonObject Group(Type record)
    {
        var members = Member.Of(record);
        var schema = new JsonObject { ["type"] = "object" };
        if (Model.MeaningOf(record) is { } meaning) schema["description"] = meaning;
        schema["required"] = new JsonArray([.. members.Where(m => m.Required).Select(m => JsonValue.Create(m.Name))]);
        schema["additionalProperties"] = false;
        schema["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)Property(m))));
        return schema;
    }

    private static JsonObject Property(Member member)
    {
        var schema = IdForm.Of(member) is { } form ? Formed(form) : Place(member.Shape);
        if (member.Meaning is { } meaning) schema["description"] = meaning;
        if (member.Range is { } range) (schema["minimum"], schema["maximum"]) = (range.Least, range.Most);
        if (Default.Of(member) is { } otherwise) schema["default"] = otherwise;
        return schema;
    }

    private static JsonObject Place(Shape shape) => shape switch
    {
        Shape.Text => new() { ["type"] = "string", ["minLength"] = 1 },
        Shape.YesNo => new() { ["type"] = "boolean" },
        Shape.WholeNumber => new() { ["type"] = "integer" },
        Shape.TimeOfDay => new() { ["type"] = "string", ["pattern"] = Shape.TimeOfDay.Pattern },
        Shape.ListOf(var item) => new() { ["type"] = "array", ["items"] = Place(Shape.Of(item)) },
        _ => Reference(shape),
    };

    private static JsonObject Formed(TextFormAttribute form) => new() { ["type"] = "string", ["description"] = form.InWords, ["pattern"] = form.Pattern };

    private static JsonObject Choice(Type names) => new() { ["oneOf"] = new JsonArray([.. names.GetEnumNames().Select(name => Name(names, name))]) };

    private static JsonObject Name(Type names, string name)
    {
        var schema = new JsonObject { ["const"] = KebabCase.Of(name) };
        if (Model.MeaningOf(names.GetField(name)!) is { } meaning) schema["description"] = meaning;
        return schema;
    }

    private static JsonObject Reference(Shape shape) => new() { ["$ref"] = $"#/$defs/{NameOf(shape)}" };

    private static string NameOf(Shape shape) => JsonNamingPolicy.CamelCase.ConvertName(shape.NamedType.Name);
}
