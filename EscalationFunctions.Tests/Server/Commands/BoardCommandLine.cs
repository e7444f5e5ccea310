using System.CommandLine;
using System.CommandLine.Invocation;
using Escalation.Server.Commands;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

/// <summary>The commands about a board's papers, over the papers of the demonstration instead of a folder.</summary>
internal static class BoardCommandLine
{
    public static async Task<CommandLine> Run(Office office, params string[] args)
    {
        RootCommand root = new()
        {
            new Command("key")
            {
                KeyCreateCommand.Create(Open, office.Clock), KeyListCommand.Create(Open, office.Clock), KeyRevokeCommand.Create(Open, office.Clock),
            },
            new Command("directory") { DirectoryImportCommand.Create(Open, office.Clock) },
        };
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        var line = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (line.Action is ParseErrorAction) return new(2, "", string.Concat(line.Errors.Select(e => e.Message + "\n").Distinct()));
        var exit = await line.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return new(exit, output.ToString(), error.ToString());

        Task<Escalation.Service.Boards.IPapers> Open(string folder, CancellationToken cancel) => folder != "not opened"
            ? Task.FromResult<Escalation.Service.Boards.IPapers>(office.Papers)
            : throw new InvalidOperationException($"{folder} holds nothing.");
    }
}
