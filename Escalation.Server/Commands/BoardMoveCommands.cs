using System.CommandLine;
using Escalation.Service.Boards;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation board export BOARD FILE [--data DIR]</c> and <c>escalation board import FILE [--data DIR]</c>: take a board from one deployment to
/// another, of either host, under the same secret. Stop the service first, so that nothing is left behind.
/// </summary>
public static class BoardMoveCommands
{
    public static Command CreateExport()
    {
        var board = new Argument<string>("BOARD") { Description = "The board's id." };
        var file = new Argument<string>("FILE") { Description = "Where to write it; a new file." };
        var data = DataOption.Create();
        var command = new Command("export", "Write a board with all its records into one file.") { board, file, data };
        command.SetAction(async (line, cancel) =>
        {
            await using var store = DataFolder.OpenExisting(line.GetRequiredValue(data));
            using var claim = DataFolder.Claim(store.Folder);
            await using var to = new StreamWriter(new FileStream(line.GetRequiredValue(file), FileMode.CreateNew, FileAccess.Write));
            Tell(line, await new BoardMove(store.Journal, store.Papers).WriteAsync(line.GetRequiredValue(board), to, cancel));
            return 0;
        });
        return command;
    }

    public static Command CreateImport()
    {
        var file = new Argument<string>("FILE") { Description = "A board, as export wrote it." };
        var data = DataOption.Create();
        var command = new Command("import", "Bring a board with all its records from a file; read again, it goes on where it was broken off.") { file, data };
        command.SetAction(async (line, cancel) =>
        {
            using var claim = DataFolder.Claim(line.GetRequiredValue(data));
            await using var store = DataFolder.Open(line.GetRequiredValue(data), claim);
            Tell(line, await new BoardMove(store.Journal, store.Papers).ReadAsync(() => new StreamReader(line.GetRequiredValue(file)), cancel));
            return 0;
        });
        return command;
    }

    private static void Tell(ParseResult line, MoveCount count) =>
        line.InvocationConfiguration.Output.WriteLine($"{count.Board}: {count.Papers} papers, {count.Differences} differences");
}
