namespace Escalation.Core.Procedures.Drawing;

/// <summary>A way that passes over stages. Rank -1 is the start.</summary>
internal sealed record SideWay(int From, IReadOnlyList<int> To, bool AtRisk)
{
    public int Lowest => Math.Min(From, To.Min());

    public int Highest => Math.Max(From, To.Max());
}

/// <summary>Finds the ways that pass over stages and gives each a track of the left lane, so that no two run over each other.</summary>
internal static class SideArrows
{
    public static IReadOnlyList<(SideWay Way, int Track)> Of(Procedure procedure)
    {
        var placed = new List<(SideWay Way, int Track)>();
        foreach (var way in Ways(procedure).OrderByDescending(w => w.AtRisk).ThenByDescending(w => w.Highest - w.Lowest).ThenBy(w => w.Lowest))
        {
            var track = 0;
            while (placed.Any(p => p.Track == track && Overlap(p.Way, way))) track++;
            placed.Add((way, track));
        }
        return placed;
    }

    private static IEnumerable<SideWay> Ways(Procedure procedure)
    {
        // Rank 0 is reached by the arrow down from the start.
        int[] usual = [.. AroundWords.Usual(procedure).Select(procedure.RankOf).Where(r => r > 0)];
        int[] atRisk = [.. AroundWords.AtRiskOnly(procedure).Select(procedure.RankOf).Where(r => r > 0)];
        if (usual.Length > 0) yield return new SideWay(-1, usual, AtRisk: false);
        if (atRisk.Length > 0) yield return new SideWay(-1, atRisk, AtRisk: true);
        foreach (var (stage, rank) in procedure.Stages.Select((s, i) => (s, i)))
            foreach (var to in procedure.WaysOnFrom(stage).Select(procedure.RankOf).Where(to => to >= 0 && to != rank + 1))
                yield return new SideWay(rank, [to], AtRisk: false);
    }

    private static bool Overlap(SideWay one, SideWay other) => one.Lowest <= other.Highest && other.Lowest <= one.Highest;
}
