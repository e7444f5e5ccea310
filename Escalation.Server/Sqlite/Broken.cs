using Escalation.Service.Desk;
using Microsoft.Data.Sqlite;

namespace Escalation.Server.Sqlite;

/// <summary>Says in an operator's words what is wrong with the database.</summary>
internal static class Broken
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Damaged = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    public static JournalUnavailableException Unavailable(SqliteException broken, string path) => Unavailable(broken.SqliteErrorCode switch
    {
        Busy => $"{path} is locked by another program.",
        ReadOnly => $"{path} or its folder cannot be written to.",
        Damaged or NoDatabase => $"{path} is damaged. Restore the last backup; do not delete the file.",
        Full => $"The disk that holds {path} is full.",
        CannotOpen => $"{path} cannot be opened.",
        _ => $"{path} cannot be used: {broken.Message}",
    }, broken);

    public static JournalUnavailableException Unavailable(string what, Exception broken) => new(what, broken);
}
