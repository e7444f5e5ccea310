namespace Escalation.Core.Procedures.Drawing;

/// <summary>Puts the parts of the page under each other and joins them with arrows.</summary>
internal static class SheetLayout
{
    /// <returns>The page, and by how much its parts are too high for it; a negative number is room to spare.</returns>
    public static (Sheet Sheet, double Excess) Lay(Procedure procedure, Measures measures)
    {
        var heading = Around.Heading(procedure, measures);
        var start = Around.Start(procedure, measures, heading.Bottom + measures.Size);
        var labels = new List<PlacedLine>();
        var stages = Stages(procedure, measures, start.Max(p => p.Place.Bottom) + measures.Size * 2.2 + measures.Gap / 2, labels);
        var settled = Around.Settled(procedure, measures, stages[0].Place.Y, stages[^1].Place.Bottom);
        var foot = Around.Foot(procedure, measures);
        var lowest = Math.Max(stages[^1].Place.Bottom, settled.Place.Bottom);
        var notesTop = Sheet.Height - Sheet.Margin - Around.Notes(procedure, measures, 0).Bottom;
        var excess = lowest + measures.Size + foot.Place.Height + measures.Size * 0.6 - notesTop;
        notesTop += Math.Max(excess, 0);
        foot = foot.Lowered(notesTop - measures.Size * 0.6 - foot.Place.Bottom);
        labels.AddRange(Around.Notes(procedure, measures, notesTop).Lines);
        var arrows = Arrows.All(procedure, measures, start, stages, settled);
        return (new Sheet(heading.Lines, [.. start, .. stages, settled, foot], arrows, labels, 1), excess);
    }

    private static List<Panel> Stages(Procedure procedure, Measures measures, double top, List<PlacedLine> labels)
    {
        var panels = new List<Panel>();
        foreach (var stage in procedure.Stages)
        {
            panels.Add(StagePanel.Lay(procedure, stage, measures).Lowered(top));
            top = panels[^1].Place.Bottom;
            if (procedure.WaysOnFrom(stage).Count == 0) { top += measures.Size * 2; continue; }
            var left = measures.Main.X + Measures.Padding + measures.LabelWidth;
            var label = new Column(left, top + measures.Size * 0.5 + measures.Gap / 2, measures.Main.Right - left, measures.Size);
            label.Say(AroundWords.LeadsOn(procedure, stage));
            labels.AddRange(label.Lines);
            top = label.Bottom + measures.Size * 0.5 + measures.Gap / 2;
        }
        return panels;
    }
}
