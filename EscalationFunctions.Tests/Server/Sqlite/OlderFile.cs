using Escalation.Server.Sqlite;
using Microsoft.Data.Sqlite;

namespace EscalationFunctions.Tests.Server.Sqlite;

/// <summary>A database as an older program left it.</summary>
internal static class OlderFile
{
    /// <summary>What is in the database now, in a file as an older program kept it.</summary>
    public static void Make(int version, string path)
    {
        var now = $"{path}.now";
        using (var present = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            present.Open();
            Do(present, $"vacuum into '{now}'");
        }

        foreach (var file in new[] { path, $"{path}-wal", $"{path}-shm" }) System.IO.File.Delete(file);
        using var old = new SqliteConnection($"Data Source={path};Pooling=false");
        old.Open();
        for (var step = 1; step <= version; step++)
        {
            using var schema = new StreamReader(typeof(SqliteFile).Assembly.GetManifestResourceStream($"schema.{step:0000}")!);
            Do(old, schema.ReadToEnd());
        }

        Do(old, $"pragma foreign_keys = off; pragma user_version = {version}; attach '{now}' as now; delete from paper_changes;");
        foreach (var table in Texts(old, "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'"))
        {
            var columns = Texts(old, $"select group_concat(name, ', ') from pragma_table_info('{table}', 'main')")[0];
            Do(old, $"insert into main.{table} ({columns}) select {columns} from {AsItWas(table, version)}");
        }
    }

    private static string AsItWas(string table, int version) => table switch
    {
        "lines" when version >= 3 => "(select difference << 20 | number as place, open, secret, link from now.lines)",
        "notices" => "(select difference, number as entry, n.place & 4095 as place, notice, state, attempts, at, problem from now.notices n join now.lines l on l.place = n.line)",
        _ => $"now.{table}",
    };

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
