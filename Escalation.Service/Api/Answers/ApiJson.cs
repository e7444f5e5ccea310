using System.Text.Json;
using System.Text.Json.Serialization;

namespace Escalation.Service.Api.Answers;

/// <summary>How answers are written: names in camel case, the words of enums with hyphens, nothing where there is nothing.</summary>
internal static class ApiJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Answers are JSON and say so, with nosniff; nothing of them is ever put into a page as it is.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };
}
