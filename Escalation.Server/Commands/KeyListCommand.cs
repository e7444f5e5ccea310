using System.CommandLine;
using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace Escalation.Server.Commands;

/// <summary><c>escalation key list [--data DIR] [--board ID]</c>: "Who has a key to us, and does anybody still use it?" A line each.</summary>
public static class KeyListCommand
{
    private static readonly string[] Titles = ["KEY", "WHOSE", "LAST DAY", "LAST USED", "STATE", "SCOPES"];

    public static Command Create(OpenPapers open, TimeProvider clock)
    {
        var (data, board) = (DataOption.Create(), BoardPapers.BoardOption());
        var command = new Command("list", "Print a board's keys without their secrets, the latest first.") { data, board };
        command.SetAction((line, cancel) => BoardPapers.WithAsync(
            open, line.GetRequiredValue(data), clock,
            rooms => RunAsync(rooms, clock, line.InvocationConfiguration, line.GetValue(board), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        BoardRooms rooms, TimeProvider clock, InvocationConfiguration said, string? named, CancellationToken cancel)
    {
        if (await BoardPapers.BoardAsync(rooms, named, _ => true, "is there", said.Error, cancel) is not { } board) return 1;
        var now = clock.GetUtcNow();
        string[][] rows = [Titles, .. (await new Keys(rooms, clock).OfBoardAsync(board, cancel)).Select(k => RowOf(k, now))];
        var widths = Titles.Select((_, column) => rows.Max(r => r[column].Length)).ToList();
        foreach (var row in rows) await said.Output.WriteLineAsync(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return 0;
    }

    private static string[] RowOf(ApiKey key, DateTimeOffset now) =>
    [
        key.Id, key.Agency ?? DirectoryRules.BoardOffice, Written(key.Expires), key.LastUsed is { } used ? Written(LondonTime.DayOf(used)) : "never",
        key.Revoked is not null ? "revoked" : key.IsExpiredAt(now) ? "over" : "good", string.Join(",", key.Scopes.Select(s => s.TextOf())),
    ];

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
