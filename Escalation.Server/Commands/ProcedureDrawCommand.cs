using System.CommandLine;
using Escalation.Core.Procedures.Drawing;

namespace Escalation.Server.Commands;

/// <summary><c>escalation procedure draw FILE [--output FILE.svg]</c>: "Show us our policy on one page."</summary>
public static class ProcedureDrawCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A procedure file." };
        var output = new Option<string?>("--output") { Description = "Where to write it; standard output unless said.", HelpName = "FILE.svg" };
        var command = new Command("draw", "Draw a procedure as a flowchart: one page of A4, as SVG.") { file, output };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file), parsed.GetValue(output), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string file, string? output, TextWriter answers, TextWriter reasons)
    {
        if (ProcedureText.Read(file, reasons) is not { } procedure) return 1;
        var svg = Flowchart.Draw(procedure);
        try
        {
            if (output is null) answers.Write(svg);
            else WriteWhole(svg, output);
            return 0;
        }
        catch (Exception broken) when (Broken(broken))
        {
            reasons.WriteLine($"{output ?? "standard output"}: cannot be written: {Why(broken, output)}");
            return 1;
        }
    }

    /// <summary>Whole or not at all: a drawing that was there before stays until the new one is complete.</summary>
    private static void WriteWhole(string svg, string output)
    {
        var unfinished = $"{output}.{Guid.NewGuid():N}.unfinished";
        try
        {
            File.WriteAllText(unfinished, svg);
            File.Move(unfinished, output, overwrite: true);
        }
        finally
        {
            // Where its folder does not exist there is nothing to delete, and the reason is being told already.
            if (File.Exists(unfinished)) File.Delete(unfinished);
        }
    }

    private static bool Broken(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException;

    /// <summary>In words about the file that was asked for, not about the unfinished one beside it.</summary>
    private static string Why(Exception broken, string? output) => broken switch
    {
        DirectoryNotFoundException => "there is no such folder.",
        _ when Directory.Exists(output) => "it is a folder.",
        UnauthorizedAccessException => "access is denied.",
        _ => broken.Message,
    };
}
