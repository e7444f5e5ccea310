namespace EscalationFunctions.Tests.Browser;

/// <summary>A page that somebody came to.</summary>
/// <param name="Name">Under which it is kept.</param>
/// <param name="Bytes">What came over the wire for the page itself, headers and style sheet left out.</param>
internal sealed record Visit(string Name, Guise Guise, Uri Address, string Title, string Heading, int Status, int Bytes);

/// <summary>Every page that any browser test came to, and what was wrong with it. Tests ask at their end that nothing was.</summary>
internal static class Visits
{
    private static readonly Lock Gate = new();
    private static readonly List<Visit> Made = [];
    private static readonly List<string> Wrong = [];

    public static IReadOnlyList<Visit> All
    {
        get
        {
            lock (Gate) return [.. Made];
        }
    }

    public static void Note(Visit visit, IEnumerable<string> faults)
    {
        lock (Gate)
        {
            Made.Add(visit);
            Wrong.AddRange(faults.Select(f => $"{visit.Address.AbsolutePath} ({visit.Name}, {visit.Guise.Name}, \"{visit.Heading}\"): {f}"));
        }
    }

    /// <summary>What was wrong with the pages since it was asked last.</summary>
    public static IReadOnlyList<string> TakeFaults()
    {
        lock (Gate)
        {
            string[] taken = [.. Wrong.Distinct()];
            Wrong.Clear();
            return taken;
        }
    }
}
