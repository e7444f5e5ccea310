using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>The procedures that the walks run on: the two real ones, twelve of other boards, and as many made up as are asked for.</summary>
internal static class Boards
{
    public static readonly IReadOnlyList<Procedure> Real = Read("../../../procedures", "*.v*.json");

    public static readonly IReadOnlyList<Procedure> Others = Read("../Procedures/other-boards", "*.json");

    private static readonly ConcurrentDictionary<int, Lazy<Procedure>> MadeUpOnes = new();

    /// <summary>Two walks in five on the real ones, one on those of other boards, two on made-up ones, each of which serves for four walks.</summary>
    public static Procedure ForWalk(int walk) => (walk % 5) switch
    {
        0 or 1 => Real[walk % 5],
        2 => Others[walk / 5 % Others.Count],
        var other => MadeUpOnes.GetOrAdd((walk / 20 * 2) + other - 3, seed => new(() => MadeUp.From(seed))).Value,
    };

    private static List<Procedure> Read(string folder, string pattern, [CallerFilePath] string here = "") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, folder), pattern).Order(StringComparer.Ordinal)
            .Select(file => ((Reading.Sound)ProcedureFile.Read(File.ReadAllText(file))).Procedure),
    ];
}
