using System.CommandLine;
using System.Text;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Directory.Import;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation directory import FILE.csv [--data DIR] [--dry-run] [--board ID]</c>: "Take over our spreadsheet." Prints what
/// changes, a line each, or every mistake with its line and column.
/// </summary>
public static class DirectoryImportCommand
{
    public static Command Create(OpenPapers open, TimeProvider clock)
    {
        var file = new Argument<string>("FILE.csv") { Description = "Agencies and contacts, one row for each contact at each stage." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would change, and change nothing." };
        var (data, board) = (DataOption.Create(), BoardPapers.BoardOption());
        var command = new Command("import", "Take agencies and their contacts over from a file. An agency that the file names is replaced whole.")
        {
            file, data, dryRun, board,
        };
        command.SetAction(async (line, cancel) =>
        {
            var said = line.InvocationConfiguration;
            var name = line.GetRequiredValue(file);
            // Before any database is opened: a mistyped name of a file costs nothing.
            if (await TextOfAsync(name, said.Error, cancel) is not { } csv) return 1;
            return await BoardPapers.WithAsync(open, line.GetRequiredValue(data), clock, rooms =>
                RunAsync(rooms, new Registrar(rooms, clock), said, line.GetValue(board), (name, csv), line.GetValue(dryRun), cancel), cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        BoardRooms rooms, Registrar registrar, InvocationConfiguration said, string? named, (string Name, string Csv) file, bool dryRun,
        CancellationToken cancel)
    {
        if (await BoardPapers.BoardAsync(rooms, named, _ => true, "is there", said.Error, cancel) is not { } board) return 1;
        switch (await registrar.ImportAsync(board, file.Csv, dryRun, cancel))
        {
            case Registered<DirectoryChange>.Done(var change, _):
                foreach (var line in change.Lines()) await said.Output.WriteLineAsync(line);
                await said.Output.WriteLineAsync(dryRun ? "Nothing was changed: this was a dry run." : $"Done for board {board}.");
                return 0;
            case Registered<DirectoryChange>.Refused(var problems):
                foreach (var problem in problems) await said.Error.WriteLineAsync($"{file.Name}: {problem}");
                return 1;
            case Registered<DirectoryChange>.Conflict(var sentence):
                await said.Error.WriteLineAsync(sentence);
                return 1;
            case var other:
                throw new InvalidOperationException($"{other} is no answer here.");
        }
    }

    /// <summary>No more of it than shows that it is too long: the name can be that of a device that never ends.</summary>
    private static async Task<string?> TextOfAsync(string file, TextWriter reasons, CancellationToken cancel)
    {
        try
        {
            using StreamReader reader = new(file, Encoding.UTF8);
            var characters = new char[DirectoryImport.LongestText + 1];
            return new(characters, 0, await reader.ReadBlockAsync(characters, cancel));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await reasons.WriteLineAsync($"{file}: cannot be read: {broken.Message}");
            return null;
        }
    }
}
