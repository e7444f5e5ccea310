using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Pages.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Office;

/// <summary>"Who has a key to us, and does anybody still use it?"</summary>
internal sealed class KeysPage(Reception reception, Keys keys) : OfficePage(reception)
{
    public static readonly string[] Columns = ["Key", "Organisation", "Good for", "Last day", "Last used", "State"];

    public override string Title => "Keys of organisations’ systems";

    public Table Listed { get; private set; } = new("Keys, the latest first", Columns, []) { IsHeaded = true };

    /// <summary>The id of a key that was revoked just now.</summary>
    public string? Revoked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, string? revoked)
    {
        var all = await keys.OfBoardAsync(Room.Board.Id, HttpContext.RequestAborted);
        Listed = Listed with { Rows = [.. all.Select(Row)] };
        Revoked = all.FirstOrDefault(k => k.Id == revoked && k.Revoked is not null)?.Id;
        return format == CsvFile.Format ? Listed.ToFile("keys", Now) : Page();
    }

    private IReadOnlyList<Cell> Row(ApiKey key) =>
        [new(key.Id, $"{Home}/keys/{key.Id}", Whole: true), .. KeyWords.Of(key, Room, Now).Skip(1).Select(words => (Cell)words)];
}

/// <summary>A key in words; never its secret, which nobody has kept.</summary>
internal static class KeyWords
{
    public static IEnumerable<string> Of(ApiKey key, BoardRoom room, DateTimeOffset now) =>
    [
        key.Id, WhoseOf(key, room), string.Join("; ", key.Scopes.Select(ScopeOf)), DateWords.Of(key.Expires),
        // Kept to the hour or so, and said to the day.
        key.LastUsed is { } used ? DateWords.Of(LondonTime.DayOf(used)) : "Never",
        key.Revoked is { } at ? $"Revoked at {DateWords.Of(at)}" : key.IsExpiredAt(now) ? "Expired" : "Active",
    ];

    public static string WhoseOf(ApiKey key, BoardRoom room) => key.Agency is { } agency ? room.FindAgency(agency)?.Name ?? agency : "The board office";

    public static string ScopeOf(Scope scope) => KebabCase.Of(scope) switch
    {
        var words when words.EndsWith("-read", StringComparison.Ordinal) => $"reading {words[..^"-read".Length]}",
        var words => $"changing {words[..^"-write".Length]}",
    };
}
