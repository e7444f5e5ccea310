using System.CommandLine;
using Escalation.Server.Sqlite;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation backup FILE [--data DIR]</c>, also while the service runs, and <c>escalation restore FILE [--data DIR] [--disposals FILE]</c>, into
/// a folder that has nothing yet.
/// </summary>
public static class BackupCommands
{
    public static Command CreateBackup()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write it; a new file." };
        var data = DataOption.Create();
        var command = new Command("backup", "Copy everything as it is at one moment into one file, also while the service runs.") { file, data };
        command.SetAction(async line =>
        {
            await using var store = DataFolder.OpenExisting(line.GetRequiredValue(data));
            Backups.Take(store.File, line.GetRequiredValue(file));
            await line.InvocationConfiguration.Output.WriteLineAsync($"{line.GetRequiredValue(file)}: ok");
            return 0;
        });
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "A backup." };
        var data = DataOption.Create();
        var disposals = new Option<string?>("--disposals")
        {
            Description = $"The newest {Disposed.FileName}: what was disposed of after the backup is disposed of again.", HelpName = "FILE",
        };
        var command = new Command("restore", "Put a backup into a data folder that has nothing yet.") { file, data, disposals };
        command.SetAction(line =>
        {
            var folder = line.GetRequiredValue(data);
            Directory.CreateDirectory(folder);
            using var claim = DataFolder.Claim(folder);
            var database = new SqliteFile(folder);
            if (line.GetValue(disposals) is { } list) Disposed.TakeOver(list, database);
            Backups.Restore(line.GetRequiredValue(file), database);
            // Before anybody opens it.
            database.Prepare();
            var again = Disposed.Enforce(database);
            line.InvocationConfiguration.Output.WriteLine(again == 0 ? $"{folder}: ok" : $"{folder}: ok ({again} that had been disposed of since were disposed of again)");
            return 0;
        });
        return command;
    }
}
