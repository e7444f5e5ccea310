using System.Collections.Concurrent;
using Escalation.Service.Desk;
using Microsoft.Data.Sqlite;

namespace Escalation.Server.Sqlite;

/// <summary>Connections for reading, used again and again. A reader sees whole transactions and never waits for the writer.</summary>
public sealed class Readers(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<Statements> idle = [];
    private volatile bool disposed;

    /// <exception cref="JournalUnavailableException">The database cannot be read just now.</exception>
    internal T Read<T>(Func<Statements, T> work)
    {
        Statements? reader = null;
        try
        {
            reader = idle.TryTake(out var free) ? free : new Statements(file.Open());
            var result = work(reader);
            GiveBack(reader);
            return result;
        }
        catch (SqliteException broken)
        {
            reader?.Dispose();
            throw Broken.Unavailable(broken, file.Path);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    private void GiveBack(Statements reader)
    {
        if (disposed) reader.Dispose();
        else idle.Add(reader);
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var reader)) reader.Dispose();
    }
}
