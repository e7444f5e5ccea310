using Escalation.Service.Boards;
using Escalation.Service.Desk;
using EscalationFunctions.Tables;

namespace EscalationFunctions;

/// <summary>
/// <c>dotnet EscalationFunctions.dll import FILE</c> and <c>export BOARD FILE</c>, from wherever the tables can be reached: how a board comes to a
/// deployment on Azure and leaves it. The app is stopped meanwhile.
/// </summary>
internal static class BoardFiles
{
    public static bool IsAskedFor(string[] args) => args is ["import", _] or ["export", _, _];

    /// <summary>Says what was moved or, on standard error and in one sentence, why not: as the command line of the embedded host does.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Func<TableStore> open, TextWriter says, TextWriter complains, CancellationToken cancel)
    {
        try
        {
            var count = await MoveAsync(args, open(), cancel);
            await says.WriteLineAsync($"{count.Board}: {count.Papers} papers, {count.Differences} differences");
            return 0;
        }
        catch (Exception problem) when (problem is InvalidDataException or InvalidOperationException or IOException or UnauthorizedAccessException
            or JournalUnavailableException)
        {
            await complains.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    private static async Task<MoveCount> MoveAsync(string[] args, TableStore store, CancellationToken cancel)
    {
        await store.PrepareAsync(cancel);
        var move = new BoardMove(store.Journal, store.Papers);
        if (args is ["import", var from]) return await move.ReadAsync(() => new StreamReader(from), cancel);
        await using var to = new StreamWriter(new FileStream(args[2], FileMode.CreateNew, FileAccess.Write));
        return await move.WriteAsync(args[1], to, cancel);
    }
}
