using Escalation.Service.Boards;
using EscalationFunctions.Tables;

namespace EscalationFunctions;

/// <summary>
/// <c>dotnet EscalationFunctions.dll import FILE</c> and <c>export BOARD FILE</c>, from wherever the tables can be reached: how a board comes to a
/// deployment on Azure and leaves it. The app is stopped meanwhile.
/// </summary>
internal static class BoardFiles
{
    public static bool IsAskedFor(string[] args) => args is ["import", _] or ["export", _, _];

    public static async Task<MoveCount> MoveAsync(string[] args, TableStore store, CancellationToken cancel)
    {
        await store.PrepareAsync(cancel);
        var move = new BoardMove(store.Journal, store.Papers);
        if (args is ["import", var from]) return await move.ReadAsync(() => new StreamReader(from), cancel);
        await using var to = new StreamWriter(new FileStream(args[2], FileMode.CreateNew, FileAccess.Write));
        return await move.WriteAsync(args[1], to, cancel);
    }
}
