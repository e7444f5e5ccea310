using Microsoft.Data.Sqlite;

namespace Escalation.Server.Sqlite;

/// <summary>A connection and its SQL, prepared once for the connection's life. A statement's values stand in it as ?1, ?2, …</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = [];
    private SqliteTransaction? current;

    /// <summary>Does it all or nothing, alone among those who write.</summary>
    public T Write<T>(Func<T> work) => Within(connection.BeginTransaction(deferred: false), work);

    /// <summary>Reads several things as they were at one moment.</summary>
    public T ReadAtOnce<T>(Func<T> work) => Within(connection.BeginTransaction(deferred: true), work);

    public int Do(string sql, params ReadOnlySpan<object?> values) => Ready(sql, values).ExecuteNonQuery();

    /// <summary>The number in the first column of the first row; none if there is no row, or nothing in it.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => Ready(sql, values).ExecuteScalar() is long found ? found : null;

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var rows = Ready(sql, values).ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(row(rows));
        return all;
    }

    public T? First<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values) where T : class
    {
        using var rows = Ready(sql, values).ExecuteReader();
        return rows.Read() ? row(rows) : null;
    }

    private T Within<T>(SqliteTransaction transaction, Func<T> work)
    {
        using (transaction)
        {
            current = transaction;
            try
            {
                var result = work();
                transaction.Commit();
                return result;
            }
            finally
            {
                current = null;
            }
        }
    }

    private SqliteCommand Ready(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command)) prepared[sql] = command = Prepare(sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.Transaction = current;
        return command;
    }

    private SqliteCommand Prepare(string sql, int values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= values; i++) command.Parameters.Add(new SqliteParameter($"?{i}", null));
        return command;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }
}
