using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Escalation.Server.Sqlite;

/// <summary>
/// A connection and its SQL, prepared once for the connection's life. A statement's values stand in it as ?1, ?2, … It is bound to SQLite
/// directly: the library's commands look every value up by its name each time, which is most of what a short statement costs.
/// </summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> compiled = [];

    /// <summary>What the transaction adds to the figures; put into the database before it is committed.</summary>
    public CountRows Counts { get; } = new();

    /// <summary>Does it all or nothing, alone among those who write.</summary>
    public T Write<T>(Func<T> work)
    {
        Do("begin immediate");
        try
        {
            var result = work();
            Counts.Put(this);
            Do("commit");
            return result;
        }
        finally
        {
            Counts.Forget();
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0) Do("rollback");
        }
    }

    /// <returns>How many rows it changed.</returns>
    public int Do(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Bound(sql, values);
        Finish(raw.sqlite3_step(statement), statement);
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>The number in the first column of the first row; none if there is no row, or nothing in it.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Bound(sql, values);
        var step = raw.sqlite3_step(statement);
        long? found = step == raw.SQLITE_ROW && raw.sqlite3_column_type(statement, 0) != raw.SQLITE_NULL ? raw.sqlite3_column_int64(statement, 0) : null;
        Finish(step, statement);
        return found;
    }

    public List<T> All<T>(string sql, Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        var (statement, step) = (Bound(sql, values), raw.SQLITE_ROW);
        var all = new List<T>();
        try
        {
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) all.Add(read(new Row(statement)));
        }
        finally
        {
            Finish(step, statement);
        }

        return all;
    }

    public T? First<T>(string sql, Func<Row, T> read, params ReadOnlySpan<object?> values) where T : class
    {
        var statement = Bound(sql, values);
        var step = raw.sqlite3_step(statement);
        try
        {
            return step == raw.SQLITE_ROW ? read(new Row(statement)) : null;
        }
        finally
        {
            Finish(step, statement);
        }
    }

    private sqlite3_stmt Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!compiled.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement));
            compiled[sql] = statement;
        }

        for (var i = 0; i < values.Length; i++) Check(Bind(statement, i + 1, values[i]));
        return statement;
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        string text => raw.sqlite3_bind_text(statement, place, text),
        Utf8 text => raw.sqlite3_bind_text(statement, place, text.Bytes),
        // Nothing in it is not the same as nothing there.
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no place in the database.", nameof(value)),
    };

    /// <summary>Lets go of the statement, and says what went wrong if anything did.</summary>
    private void Finish(int step, sqlite3_stmt statement)
    {
        var reset = raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
        if (step is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) Check(reset == raw.SQLITE_OK ? step : reset);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);

    public void Dispose()
    {
        foreach (var statement in compiled.Values) statement.Dispose();
        connection.Dispose();
    }
}
