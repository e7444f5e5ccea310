using System.Reflection;
using Escalation.Service.Desk;
using Microsoft.Data.Sqlite;

namespace Escalation.Server.Sqlite;

/// <summary>The database in a data folder: opened as we want it, and brought to the present schema.</summary>
public sealed class SqliteFile
{
    public const string FileName = "escalation.db";

    private readonly string connectionString;

    /// <param name="folder">The data folder; it has to exist.</param>
    public SqliteFile(string folder)
    {
        Path = System.IO.Path.Combine(folder, FileName);
        connectionString = new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, DefaultTimeout = 30 }.ToString();
    }

    public string Path { get; }

    /// <summary>SQL for every connection that is opened from now on: how tests bring about a full disk or a folder that is read-only.</summary>
    internal string OnOpening { get; set; } = "";

    /// <summary>The schema of this program; files of older ones are brought up to it, of newer ones refused.</summary>
    public static int Version => Steps.Count;

    private static IReadOnlyList<string> Steps { get; } = ReadSteps();

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // Full: a commit is on the disk before anybody is answered. Secure delete: a destroyed key is overwritten, not only unlinked.
            Execute(connection, "pragma busy_timeout = 30000; pragma foreign_keys = on; pragma synchronous = full; pragma secure_delete = on;");
            if (OnOpening.Length > 0) Execute(connection, OnOpening);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether an older program made the file. One that is only being made is of this one.</summary>
    public bool IsOlder()
    {
        using var connection = Open();
        return VersionOf(connection) is > 0 and var version && version < Version;
    }

    /// <summary>Brings the file to the present schema, step by step and each whole or not at all.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be used; the message tells the operator why.</exception>
    /// <exception cref="InvalidOperationException">A newer program made the file.</exception>
    public void Prepare()
    {
        try
        {
            using var connection = Open();
            Execute(connection, "pragma journal_mode = wal;");
            for (var version = VersionOf(connection); version < Version; version = VersionOf(connection)) Take(connection, version);
            if (VersionOf(connection) > Version)
                throw new InvalidOperationException($"{Path} was made by a newer version of this program (schema {VersionOf(connection)}; this one knows {Version}).");
        }
        catch (SqliteException broken)
        {
            throw Broken.Unavailable(broken, Path);
        }
    }

    private static void Take(SqliteConnection connection, int version)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process can have taken the step between our look and our lock.
        if (VersionOf(connection) == version) Execute(connection, $"{Steps[version]}\npragma user_version = {version + 1};");
        transaction.Commit();
    }

    public static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> ReadSteps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith("schema.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })];
    }
}
