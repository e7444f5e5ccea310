using Microsoft.Data.Sqlite;

namespace Escalation.Server.Sqlite;

/// <summary>Copies of the database as it was at one moment, taken while it is in use.</summary>
public static class Backups
{
    /// <summary>Writes a copy, whole or not at all.</summary>
    /// <exception cref="RefusedException">The file is there already, or the copy cannot be made.</exception>
    public static void Take(SqliteFile from, string to)
    {
        if (Path.Exists(to)) throw new RefusedException($"{to}: is there already; a backup is never written over another.");
        Whole(to, unfinished =>
        {
            using var connection = from.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "vacuum into $to";
            command.Parameters.AddWithValue("$to", unfinished);
            command.ExecuteNonQuery();
            Check(unfinished);
        });
    }

    /// <summary>Puts a backup into a folder that has no database.</summary>
    /// <exception cref="RefusedException">It is no sound backup of ours, or the folder has a database.</exception>
    public static void Restore(string from, SqliteFile to)
    {
        if (!File.Exists(from)) throw new RefusedException($"{from}: there is no such file.");
        if (File.Exists(to.Path)) throw new RefusedException($"{to.Path}: is there already; move it away first, so that nothing is lost by mistake.");
        Whole(to.Path, unfinished =>
        {
            File.Copy(from, unfinished);
            Check(unfinished);
        });
    }

    private static void Whole(string path, Action<string> write)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.unfinished";
        try
        {
            write(unfinished);
            using (var file = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
            File.Move(unfinished, path);
        }
        catch (SqliteException broken)
        {
            throw new RefusedException(Broken.Unavailable(broken, path).Message);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{path}: cannot be written: {broken.Message}");
        }
        finally
        {
            foreach (var left in new[] { unfinished, $"{unfinished}-wal", $"{unfinished}-shm" })
                if (File.Exists(left)) File.Delete(left);
        }
    }

    /// <summary>That every page can be read, and that the file is of a program like this one.</summary>
    private static void Check(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma integrity_check";
        if (command.ExecuteScalar() as string != "ok") throw new RefusedException($"{path}: is damaged.");
        if (SqliteFile.VersionOf(connection) is var version && (version < 1 || version > SqliteFile.Version))
            throw new RefusedException($"{path}: is no backup that this version of the program knows (schema {version}; this one knows 1 to {SqliteFile.Version}).");
    }
}
