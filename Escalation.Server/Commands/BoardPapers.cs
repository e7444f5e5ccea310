using System.CommandLine;
using Escalation.Service.Boards;

namespace Escalation.Server.Commands;

/// <summary>Opens the papers that a folder of data keeps. What it gives is disposed of after the command, where it can be.</summary>
public delegate Task<IPapers> OpenPapers(string folder, CancellationToken cancel);

/// <summary>What every command about a board's papers takes: the folder, and which board where there are several.</summary>
internal static class BoardPapers
{
    public static Option<string?> BoardOption() => new("--board") { Description = "The board's id, where there are several.", HelpName = "ID" };

    /// <summary>Does the work with the papers open, and closes them whatever happens.</summary>
    public static async Task<int> WithAsync(
        OpenPapers open, string folder, TimeProvider clock, Func<BoardRooms, Task<int>> work, CancellationToken cancel)
    {
        var papers = await open(folder, cancel);
        try
        {
            using BoardRooms rooms = new(papers, clock);
            return await work(rooms);
        }
        finally
        {
            if (papers is IAsyncDisposable waiting) await waiting.DisposeAsync();
            else (papers as IDisposable)?.Dispose();
        }
    }

    /// <summary>The board that was named, or the only one that <paramref name="fits"/>; none after the reason was told.</summary>
    /// <param name="what">What a fitting board has, for the reason.</param>
    public static async Task<string?> BoardAsync(
        BoardRooms rooms, string? named, Func<BoardRoom, bool> fits, string what, TextWriter reasons, CancellationToken cancel)
    {
        var all = (await rooms.AllAsync(cancel)).OrderBy(r => r.Board.Id, StringComparer.Ordinal).ToList();
        if (named is not null && all.Any(r => r.Board.Id == named)) return named;
        var fitting = all.Where(fits).Select(r => r.Board.Id).ToList();
        if (named is null && fitting is [var only]) return only;
        await reasons.WriteLineAsync((named, fitting.Count) switch
        {
            (not null, _) => $"There is no board \"{named}\". There are: {string.Join(", ", all.Select(r => r.Board.Id))}.",
            (_, 0) => all.Count == 0 ? "There is no board yet." : $"No board {what}.",
            _ => $"Several boards fit: {string.Join(", ", fitting)}. Say which with --board.",
        });
        return null;
    }
}
