using System.CommandLine;
using Escalation.Core.Procedures;

namespace Escalation.Server.Commands;

/// <summary><c>escalation procedure check FILE…</c>: every mistake of every file, so that a board corrects its procedure in one go.</summary>
public static class ProcedureCheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "A procedure file.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Tell every mistake in procedure files, with its place and what would be right.") { files };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(IReadOnlyList<string> files, TextWriter answers, TextWriter reasons)
    {
        var sound = true;
        foreach (var file in files)
        {
            var found = Mistakes(file);
            if (found.Count == 0) answers.WriteLine($"{file}: ok");
            foreach (var mistake in found) reasons.WriteLine($"{file}: {mistake}");
            sound &= found.Count == 0;
        }

        return sound ? 0 : 1;
    }

    private static IReadOnlyList<string> Mistakes(string file)
    {
        try
        {
            return ProcedureFile.Read(ProcedureText.Of(file)) is Reading.Unsound(var problems) ? [.. problems.Select(p => p.ToString())] : [];
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [$"cannot be read: {broken.Message}"];
        }
    }
}
