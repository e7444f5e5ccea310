using System.CommandLine;
using Escalation.Service.Copies;
using Escalation.Service.Desk;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation verify [--data DIR]</c>: "Is every record what it was when it was written?" Also while the service runs.
/// <c>escalation verify --file FILE [--data DIR]</c>: the same of a file copy, by itself; with a folder also whether that has the same record.
/// </summary>
public static class VerifyCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var since = new Option<string?>("--since") { Description = "A checkpoint: what it has must still be there.", HelpName = "FILE" };
        var checkpoint = new Option<string?>("--checkpoint") { Description = "Write a checkpoint, to be kept elsewhere.", HelpName = "FILE" };
        var file = new Option<string?>("--file") { Description = "Check a file copy of one record, and no folder unless --data names one.", HelpName = "FILE" };
        var command = new Command("verify", "Walk the chain of every difference and tell what was changed or lost.") { data, since, checkpoint, file };
        command.SetAction((line, cancel) => line.GetValue(file) is { } copy
            ? FileAsync(line, copy, line.GetResult(data) is { Implicit: false } ? line.GetRequiredValue(data) : null, cancel)
            : RunAsync(line, line.GetRequiredValue(data), line.GetValue(since), line.GetValue(checkpoint), cancel));
        return command;
    }

    private static async Task<int> FileAsync(ParseResult line, string file, string? folder, CancellationToken cancel)
    {
        var (copy, found) = FileCopyCheck.Of(await File.ReadAllBytesAsync(file, cancel));
        List<string> problems = [.. found];
        if (copy is not null && folder is not null && await WhyNotInAsync(folder, copy, cancel) is { } why) problems.Add(why);
        foreach (var problem in problems) await line.InvocationConfiguration.Error.WriteLineAsync($"{file}: {problem}");
        if (problems.Count > 0) return 1;
        await line.InvocationConfiguration.Output.WriteLineAsync($"{file}: ok ({copy!.Reference}, {copy.Length} entries, last link {copy.Link})");
        return 0;
    }

    private static async Task<string?> WhyNotInAsync(string folder, FileCopy copy, CancellationToken cancel)
    {
        await using var store = DataFolder.OpenExisting(folder);
        if (await store.Journal.FindAsync(copy.Difference, cancel) is not { } kept || kept.Head.Board != copy.Board) return $"{folder} has no such record.";
        return copy.Length >= 1 && copy.Length <= kept.Lines.Count && Convert.ToHexStringLower(kept.Lines[copy.Length - 1].Link) == copy.Link
            ? null
            : $"{folder} has another record of this difference.";
    }

    private static async Task<int> RunAsync(ParseResult line, string folder, string? since, string? checkpoint, CancellationToken cancel)
    {
        var earlier = since is null ? [] : File.ReadLines(since).Select(Mark.Parse).ToDictionary(m => m.Id, m => m.Mark);
        await using var store = DataFolder.OpenExisting(folder);
        var report = await new Audit(store.Journal).WalkAsync(earlier, cancel);
        List<string> problems = [.. report.Problems, .. store.Journal.StrayLines().Select(InWords)];
        foreach (var problem in problems) await line.InvocationConfiguration.Error.WriteLineAsync(problem);
        if (problems.Count > 0) return 1;
        if (checkpoint is not null) await File.WriteAllLinesAsync(checkpoint, report.Marks.Select(m => m.Value.ToLine(m.Key)), cancel);
        await line.InvocationConfiguration.Output.WriteLineAsync($"{folder}: ok ({report.Marks.Count} differences, {report.Lines} entries)");
        return 0;
    }

    private static string InWords((string? Difference, long Lines) stray) => stray.Difference is { } id
        ? $"{id}: has entries that its record does not lead to: {stray.Lines}."
        : $"Entries that belong to no difference: {stray.Lines}.";
}
