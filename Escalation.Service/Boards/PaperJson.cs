using System.Text.Json;
using Escalation.Core.Differences;

namespace Escalation.Service.Boards;

/// <summary>How papers are written: as facts are, so that days, lists and names look the same everywhere.</summary>
public static class PaperJson
{
    public static Paper ToPaper<T>(this T content, string board, string drawer, string id, long edition = 0) =>
        new(board, drawer, id, edition, JsonSerializer.Serialize(content, FactJson.Options));

    /// <exception cref="JsonException">The paper is of another kind.</exception>
    public static T As<T>(this Paper paper) => JsonSerializer.Deserialize<T>(paper.Text, FactJson.Options)!;
}

/// <summary>The kinds of paper.</summary>
public static class Drawers
{
    /// <summary>The board itself; its one paper has the board's id.</summary>
    public const string Board = "board";

    /// <summary>Procedure files as they were published, by "{id}.v{version}"; never changed.</summary>
    public const string Procedure = "procedure";

    /// <summary>Agencies with their contacts, by the agency's id.</summary>
    public const string Agency = "agency";

    /// <summary>Keys of agencies' systems, by the public part of the key.</summary>
    public const string Key = "key";

    /// <summary>How far a report on schedule has come, by the report's name.</summary>
    public const string Report = "report";
}
