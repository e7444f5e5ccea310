namespace Escalation.Core.Procedures.Drawing;

/// <summary>Draws every way from one part of the page to another.</summary>
internal static class Arrows
{
    public static IReadOnlyList<Arrow> All(
        Procedure procedure, Measures measures, IReadOnlyList<Panel> start, IReadOnlyList<Panel> stages, Panel settled) =>
    [
        .. Down(procedure, measures, start[0], stages),
        .. start.Skip(1).Select(elsewhere => Across(start[0].Place.Right, elsewhere.Place.X, start[0].Place.Y + measures.Size * 1.2)),
        .. stages.Select(s => Across(s.Place.Right, settled.Place.X, s.Place.Y + s.HeadHeight / 2)),
        .. stages.SelectMany(s => s.Inner.TakeLast(1)).Select(r => Across(r.Place.Right, settled.Place.X, r.Place.Y + r.Place.Height / 2)),
        .. SideArrows.Of(procedure).SelectMany(s => Beside(s.Way, s.Track, measures, start[0], stages)),
    ];

    private static IEnumerable<Arrow> Down(Procedure procedure, Measures measures, Panel start, IReadOnlyList<Panel> stages)
    {
        if (AroundWords.Usual(procedure).Concat(AroundWords.AtRiskOnly(procedure)).Any(id => procedure.RankOf(id) == 0))
            yield return Downwards(measures.Spine, start, stages[0]);
        for (var i = 0; i + 1 < stages.Count; i++)
            if (procedure.WaysOnFrom(procedure.Stages[i]).Contains(procedure.Stages[i + 1].Id))
                yield return Downwards(measures.Spine, stages[i], stages[i + 1]);
    }

    private static Arrow Downwards(double x, Panel from, Panel to) => new([(x, from.Place.Bottom), (x, to.Place.Y)]);

    private static Arrow Across(double from, double to, double y) => new([(from, y), (to, y)]);

    /// <summary>Out of the left side, along the track and in again, once for each place it leads to.</summary>
    private static IEnumerable<Arrow> Beside(SideWay way, int track, Measures measures, Panel start, IReadOnlyList<Panel> stages)
    {
        var x = Measures.TrackX(track);
        var from = way.From < 0 ? start : stages[way.From];
        var stroke = way.AtRisk ? Stroke.AtRisk : Stroke.Plain;
        // Each track leaves and arrives at its own height, so that two arrows never share a stretch.
        var leave = way.From < 0 ? from.Place.Y + measures.Size * (1.2 + track) : from.Place.Bottom - measures.Size * (0.8 + track);
        return way.To.Select(to =>
        {
            var arrive = stages[to].Place.Y + stages[to].HeadHeight / 2 + measures.Size * 0.9 * track;
            return new Arrow([(from.Place.X, leave), (x, leave), (x, arrive), (stages[to].Place.X, arrive)], stroke);
        });
    }
}
