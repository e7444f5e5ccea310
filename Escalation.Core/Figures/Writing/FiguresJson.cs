using System.Text.Json;
using System.Text.Json.Serialization;

namespace Escalation.Core.Figures.Writing;

/// <summary>Figures for programs: the same members that GET /reports/monitoring answers.</summary>
public static class FiguresJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <returns>An object for one board, a list of them for several.</returns>
    public static string Of(params IReadOnlyList<MonitoringFigures> boards) =>
        boards is [var only] ? JsonSerializer.Serialize(only, Options) : JsonSerializer.Serialize(boards, Options);
}
