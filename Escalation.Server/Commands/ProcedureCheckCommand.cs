using System.CommandLine;

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
            if (ProcedureText.Read(file, reasons) is null) sound = false;
            else answers.WriteLine($"{file}: ok");
        }

        return sound ? 0 : 1;
    }
}
