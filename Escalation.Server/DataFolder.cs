using Escalation.Server.Sqlite;
using Escalation.Service.Desk;
using Microsoft.Data.Sqlite;

namespace Escalation.Server;

/// <summary>The folder in which a deployment has everything that it must not lose.</summary>
public static class DataFolder
{
    public const string Variable = "ESCALATION_DATA";

    /// <summary>Where it is unless the command line says.</summary>
    public static string Usual => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said ? said : "escalation-data";

    /// <summary>Opens what is there.</summary>
    /// <exception cref="RefusedException">There is no database in the folder, or it cannot be used.</exception>
    public static DataStore OpenExisting(string folder)
    {
        if (!File.Exists(new SqliteFile(folder).Path)) throw new RefusedException($"{folder}: there is no {SqliteFile.FileName} in this folder.");
        return Open(folder);
    }

    /// <summary>Opens the folder, making it and what belongs in it where it is new. Nobody but the owner can look into a new one.</summary>
    /// <param name="claim">Where the caller has claimed the folder already.</param>
    /// <exception cref="RefusedException">It cannot be made or used; or it is of an older program, and a service is running on it.</exception>
    public static DataStore Open(string folder, IDisposable? claim = null)
    {
        try
        {
            Make(folder);
            var file = new SqliteFile(folder);
            // A service that is running on it would find the ground changed under its feet.
            using (claim is null && file.IsOlder() ? Claim(folder) : null) file.Prepare();
            // Before anybody reads: the database may be an older one that was put here.
            Disposed.Enforce(file);
            if (Disposed.IsUnderWay(file))
                using (claim is null ? Claim(folder) : null) Disposed.Complete(file);
            return new DataStore(folder, file);
        }
        catch (SqliteException broken)
        {
            throw new RefusedException(Broken.Unavailable(broken, new SqliteFile(folder).Path).Message);
        }
        catch (JournalUnavailableException broken)
        {
            throw new RefusedException(broken.Message);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new RefusedException($"{folder}: cannot be used: {broken.Message}");
        }
    }

    /// <summary>Makes sure that one service at most works in the folder, which is made where it is new; released when disposed, and by the system if the process dies.</summary>
    /// <exception cref="RefusedException">Another service has it.</exception>
    public static IDisposable Claim(string folder)
    {
        var path = Path.Combine(folder, "serving.lock");
        try
        {
            Make(folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new RefusedException($"{folder}: another service is running on this folder (it holds {path}). Stop it first, or name another folder with --data.");
        }
    }

    private static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>The database of a folder, open for reading and writing.</summary>
public sealed class DataStore : IAsyncDisposable
{
    private readonly Writer writer;
    private readonly Readers readers;

    internal DataStore(string folder, SqliteFile file)
    {
        (Folder, File, writer, readers) = (folder, file, new Writer(file), new Readers(file));
        (Journal, Papers, Passes) = (new SqliteJournal(writer, readers), new SqlitePapers(writer, readers), new SqlitePasses(writer, readers));
    }

    public string Folder { get; }

    public SqliteFile File { get; }

    public SqliteJournal Journal { get; }

    public SqlitePapers Papers { get; }

    public SqlitePasses Passes { get; }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        readers.Dispose();
    }
}

/// <summary>The command cannot do what it is asked; the message says why, for the person at the keyboard.</summary>
public sealed class RefusedException(string message) : Exception(message);
