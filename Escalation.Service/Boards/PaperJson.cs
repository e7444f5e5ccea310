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

    /// <summary>What the board's file said last of what the board office changes at its pages; its one paper has the board's id.</summary>
    public const string Brought = "brought";

    /// <summary>Procedure files as they were published, by "{id}.v{version}"; never changed.</summary>
    public const string Procedure = "procedure";

    /// <summary>Agencies with their contacts, by the agency's id.</summary>
    public const string Agency = "agency";

    /// <summary>Keys of agencies' systems, by the public part of the key.</summary>
    public const string Key = "key";

    /// <summary>Under which calendar the board's open differences were counted last; its one paper has the board's id.</summary>
    public const string Counting = "counting";

    /// <summary>Who was asked this month whether they still act; its one paper has the board's id.</summary>
    public const string Asked = "asked";

    /// <summary>What somebody says of their own entry in the directory, by the contact's id, until the board office has answered.</summary>
    public const string Proposal = "proposal";

    /// <summary>What must not be disposed of; its one paper has the id "holds".</summary>
    public const string Holds = "holds";

    /// <summary>Lists of what is to be disposed of, by the list's id.</summary>
    public const string Disposal = "disposal";

    /// <summary>How far a report on schedule has come, by the report's name.</summary>
    public const string Report = "report";
}
