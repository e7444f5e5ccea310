using Escalation.Server;

namespace EscalationFunctions.Tests.Server;

/// <summary>What one call of <c>escalation</c> printed and how it ended.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static async Task<CommandLine> Run(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        var exitCode = await Program.RunAsync(args, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
