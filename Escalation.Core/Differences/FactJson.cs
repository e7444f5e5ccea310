using System.Text.Json;
using System.Text.Json.Serialization;

namespace Escalation.Core.Differences;

/// <summary>How entries are stored: one JSON object each. What was stored once is read for ever, so members are added and never renamed.</summary>
public static class FactJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Write(Entry entry) => JsonSerializer.Serialize(entry, Options);

    /// <exception cref="JsonException">The text is not an entry.</exception>
    public static Entry Read(string json) => JsonSerializer.Deserialize<Entry>(json, Options)!;
}
