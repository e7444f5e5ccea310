using SQLitePCL;

namespace Escalation.Server.Sqlite;

/// <summary>A row that is being read; good until the next one.</summary>
internal readonly struct Row(sqlite3_stmt statement)
{
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public int Whole(int column) => raw.sqlite3_column_int(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] Bytes(int column) => InPlace(column).ToArray();

    /// <summary>The bytes of a blob, or of a text in UTF-8, where SQLite has them.</summary>
    public ReadOnlySpan<byte> InPlace(int column) => raw.sqlite3_column_blob(statement, column);
}

/// <summary>A text that is in UTF-8 already, as SQLite keeps it.</summary>
internal sealed record Utf8(byte[] Bytes);
