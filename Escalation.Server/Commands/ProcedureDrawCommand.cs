using System.CommandLine;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Drawing;

namespace Escalation.Server.Commands;

/// <summary><c>escalation procedure draw FILE [--output FILE.svg]</c>: "Show us our policy on one page."</summary>
internal static class ProcedureDrawCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The procedure file." };

    private static readonly Option<string?> Output = new("--output") { Description = "Where to write the SVG; standard output unless said.", HelpName = "FILE.svg" };

    public static Command Create()
    {
        var command = new Command("draw", "Draw a procedure as a flowchart: one page of A4, as SVG.") { File, Output };
        command.SetAction(result => Run(result.GetRequiredValue(File), result.GetValue(Output), result.InvocationConfiguration));
        return command;
    }

    private static int Run(string file, string? output, InvocationConfiguration streams)
    {
        if (Text(file, streams.Error) is not { } text) return 1;
        if (ProcedureFile.Read(text) is not Reading.Sound(var procedure)) return Refuse(file, text, streams.Error);
        var svg = Flowchart.Draw(procedure);
        if (output is not null) return Write(svg, output, streams.Error);
        streams.Output.Write(svg);
        return 0;
    }

    private static string? Text(string file, TextWriter error)
    {
        try
        {
            return System.IO.File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"{file}: cannot be read. {e.Message}");
            return null;
        }
    }

    private static int Refuse(string file, string text, TextWriter error)
    {
        foreach (var problem in ((Reading.Unsound)ProcedureFile.Read(text)).Problems) error.WriteLine($"{file}: {problem}");
        return 1;
    }

    /// <summary>Whole or not at all: a drawing that was there before stays until the new one is complete.</summary>
    private static int Write(string svg, string output, TextWriter error)
    {
        try
        {
            var unfinished = $"{output}.{Guid.NewGuid():N}.unfinished";
            try
            {
                System.IO.File.WriteAllText(unfinished, svg);
                System.IO.File.Move(unfinished, output, overwrite: true);
            }
            finally
            {
                System.IO.File.Delete(unfinished);
            }
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"{output}: cannot be written. {e.Message}");
            return 1;
        }
    }
}
