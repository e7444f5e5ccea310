using Escalation.Service.Desk;

namespace Escalation.Server.Sqlite;

/// <summary>
/// Makes sure that no byte of a destroyed key is left in the files of the database. Freed room is overwritten as it is freed, but what was
/// written down before stays in the write-ahead log until that is cut off, and the library promises nothing for what a page leaves behind
/// when its rows move to another. So it is looked for, and where it is found the whole file is written anew.
/// </summary>
internal static class Sweeping
{
    private const int MostTries = 10;

    private const int Window = 1 << 20;

    public static void Sweep(SqliteFile file, IReadOnlyList<Erasing> erased, Statements w)
    {
        var keys = erased.Select(e => e.Head.Key).OfType<byte[]>().ToList();
        CutLog(file, w);
        if (!IsAnyIn(file.Path, keys)) return;
        WriteAnew(file, w);
        if (IsAnyIn(file.Path, keys)) throw new JournalUnavailableException($"{file.Path} still holds a key that was destroyed.");
    }

    /// <summary>Leaves nothing in the files but what stands in a row.</summary>
    public static void WriteAnew(SqliteFile file, Statements w)
    {
        w.Do("vacuum");
        CutLog(file, w);
    }

    /// <summary>Carries over what the log holds, and cuts it to nothing. Whoever reads just now is waited for.</summary>
    public static void CutLog(SqliteFile file, Statements w)
    {
        for (var tries = 0; tries < MostTries; tries++)
            if (w.Number("pragma wal_checkpoint(truncate)") == 0) return;
        throw new JournalUnavailableException($"{file.Path} is read without pause, so that its log could not be cut off.");
    }

    private static bool IsAnyIn(string path, List<byte[]> keys)
    {
        if (keys.Count == 0) return false;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        // The end of each piece is looked at again with the next, so that nothing hides across a border.
        var (overlap, buffer, kept) = (keys.Max(k => k.Length) - 1, new byte[Window], 0);
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var piece = buffer.AsSpan(0, kept + read);
            foreach (var key in keys)
                if (piece.IndexOf(key) >= 0) return true;
            kept = Math.Min(overlap, piece.Length);
            piece[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
