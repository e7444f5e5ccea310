using System.CommandLine;
using Escalation.Service.Desk;

namespace Escalation.Server.Commands;

/// <summary><c>escalation verify [--data DIR]</c>: "Is every record what it was when it was written?" Also while the service runs.</summary>
public static class VerifyCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var since = new Option<string?>("--since") { Description = "A checkpoint: what it has must still be there.", HelpName = "FILE" };
        var checkpoint = new Option<string?>("--checkpoint") { Description = "Write a checkpoint, to be kept elsewhere.", HelpName = "FILE" };
        var command = new Command("verify", "Walk the chain of every difference and tell what was changed or lost.") { data, since, checkpoint };
        command.SetAction((line, cancel) => RunAsync(line, line.GetRequiredValue(data), line.GetValue(since), line.GetValue(checkpoint), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, string folder, string? since, string? checkpoint, CancellationToken cancel)
    {
        var earlier = since is null ? [] : File.ReadLines(since).Select(Mark.Parse).ToDictionary(m => m.Id, m => m.Mark);
        await using var store = DataFolder.OpenExisting(folder);
        var report = await new Audit(store.Journal).WalkAsync(earlier, cancel);
        foreach (var problem in report.Problems) await line.InvocationConfiguration.Error.WriteLineAsync(problem);
        if (report.Problems.Count > 0) return 1;
        if (checkpoint is not null) await File.WriteAllLinesAsync(checkpoint, report.Marks.Select(m => m.Value.ToLine(m.Key)), cancel);
        await line.InvocationConfiguration.Output.WriteLineAsync($"{folder}: ok ({report.Marks.Count} differences, {report.Lines} entries)");
        return 0;
    }
}
