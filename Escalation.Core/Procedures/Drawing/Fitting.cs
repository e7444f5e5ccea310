namespace Escalation.Core.Procedures.Drawing;

/// <summary>Finds the fullest telling that fits a page of A4 at a readable size, in the largest type that it fits in.</summary>
internal static class Fitting
{
    /// <summary>From 11 points down to 8, in thirds of a millimetre; smaller type is not readable on a wall.</summary>
    private static readonly double[] Sizes = [11.6, 11.1, 10.6, 10.2, 9.8, 9.4, 9.0, 8.5];

    public static Sheet Fit(Procedure procedure)
    {
        var tracks = SideArrows.Of(procedure).Select(s => s.Track + 1).DefaultIfEmpty(0).Max();
        var tries = from telling in Enum.GetValues<Telling>() from size in Sizes select new Measures(size, telling, tracks, Gap: 0);
        foreach (var measures in tries)
        {
            var (sheet, excess) = SheetLayout.Lay(procedure, measures);
            if (excess <= 0) return Spread(procedure, measures, -excess);
        }
        return Shrunk(procedure, tries.Last());
    }

    /// <summary>Room to spare goes between the stages, up to where the page would fall apart.</summary>
    private static Sheet Spread(Procedure procedure, Measures measures, double room)
    {
        var gap = Math.Min(room / procedure.Stages.Count, measures.Size * 2);
        return SheetLayout.Lay(procedure, measures with { Gap = gap }).Sheet;
    }

    /// <summary>Nothing that binds people is left out: a procedure with more of it than a page holds at 8 points is drawn smaller.</summary>
    private static Sheet Shrunk(Procedure procedure, Measures measures)
    {
        var (sheet, excess) = SheetLayout.Lay(procedure, measures);
        return sheet with { Scale = (Sheet.Height + excess) / Sheet.Height };
    }
}
