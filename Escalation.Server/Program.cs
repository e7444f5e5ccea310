using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Escalation.Server.Commands;
using Escalation.Service.Boards;

namespace Escalation.Server;

/// <summary>The <c>escalation</c> command: put together here, and nowhere else.</summary>
public static class Program
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int WrongUsage = 2;

    public static async Task<int> Main(string[] args)
    {
        // Scripts read what we print, so its bytes are the same on every machine: UTF-8, no byte order mark, bare line feeds.
        await using var output = Utf8(Console.OpenStandardOutput());
        await using var error = Utf8(Console.OpenStandardError());
        return await RunAsync(args, output, error);
    }

    /// <summary>The command in one call, so that tests need no process. Gives the exit code: 0 done, 1 refused, 2 wrong usage.</summary>
    /// <param name="cancel">Stops a command that goes on until it is told to stop.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        // An argument that begins with @ is a name like any other here, not a file to read more arguments from.
        var line = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return line.Action is ParseErrorAction ? await ExplainAsync(line, error) : await InvokeAsync(line, output, error, cancel);
    }

    private static RootCommand Create() => new("Professional differences between safeguarding agencies, kept to their board's procedure.")
    {
        BackupCommands.CreateBackup(),
        new Command("board", "Bring a board and its procedures; take one to another deployment.")
        {
            BoardMoveCommands.CreateExport(), BoardMoveCommands.CreateImport(), BoardSetCommand.Create(),
        },
        new Command("directory", "A board's agencies and who acts for them.") { DirectoryImportCommand.Create(OpenPapersAsync, TimeProvider.System) },
        new Command("key", "Keys of agencies' systems.")
        {
            KeyCreateCommand.Create(OpenPapersAsync, TimeProvider.System),
            KeyListCommand.Create(OpenPapersAsync, TimeProvider.System),
            KeyRevokeCommand.Create(OpenPapersAsync, TimeProvider.System),
        },
        new Command("procedure", "Check, simulate and draw procedure files.")
        {
            ProcedureCheckCommand.Create(),
            ProcedureDrawCommand.Create(),
            ProcedureSimulateCommand.Create(),
        },
        ReportCommand.Create(),
        BackupCommands.CreateRestore(),
        ServeCommand.Create(),
        VerifyCommand.Create(),
        WorkingDaysCommand.Create(),
    };

    private static Task<IPapers> OpenPapersAsync(string folder, CancellationToken cancel) =>
        Task.FromResult<IPapers>(new PapersOfFolder(DataFolder.OpenExisting(folder)));

    private static async Task<int> ExplainAsync(ParseResult line, TextWriter error)
    {
        foreach (var problem in line.Errors.Select(problem => problem.Message).Distinct()) await error.WriteLineAsync(problem);
        return WrongUsage;
    }

    private static async Task<int> InvokeAsync(ParseResult line, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        try
        {
            // The library's own handler would print a stack trace, which tells the person at the keyboard nothing.
            InvocationConfiguration plain = new() { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await line.InvokeAsync(plain, cancel) == Done ? Done : Refused;
        }
#pragma warning disable CA1031 // The outermost frame: whatever went wrong is said in a line, and the exit code stays one of three.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync(problem.Message);
            return Refused;
        }
    }

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
}
