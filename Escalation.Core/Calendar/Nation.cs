using System.Diagnostics.CodeAnalysis;

namespace Escalation.Core.Calendar;

/// <summary>The three lists of bank holidays in the United Kingdom. England and Wales share one.</summary>
public enum Nation
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

/// <summary>The names that files, addresses and the command line use for a <see cref="Nation"/>: those of gov.uk.</summary>
public static class Nations
{
    private static readonly string[] Ids = ["england-and-wales", "scotland", "northern-ireland"];

    /// <summary>Every id, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> AllIds { get; } = Array.AsReadOnly(Ids);

    /// <exception cref="ArgumentOutOfRangeException">Not one of the three.</exception>
    public static string IdOf(Nation nation) =>
        Enum.IsDefined(nation) ? Ids[(int)nation] : throw new ArgumentOutOfRangeException(nameof(nation), nation, "No such nation.");

    /// <summary>
    /// Only the exact id: "Scotland" or a leading space is somebody's mistake, and is better said than guessed at. What is handed out then
    /// is no nation, so that nothing can be counted with it.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? id, out Nation nation)
    {
        nation = (Nation)Array.IndexOf(Ids, id);
        return Enum.IsDefined(nation);
    }
}
