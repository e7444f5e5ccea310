namespace Escalation.Core.Procedures.Drawing;

/// <summary>The type size and the columns of a page: a lane for side arrows, the stages, a lane for what is settled. Lengths are thirds of a
/// millimetre, so a type size of 8.5 is 8 points.</summary>
internal sealed record Measures(double Size, Telling Telling, int Tracks, double Gap)
{
    public const double TrackWidth = 10;
    public const double Padding = 8;
    public const double Gutter = 20;

    public double LabelWidth => Size * 5.9;

    public double SettledWidth => Size * 10.4;

    public double SettledLeft => Sheet.Right - SettledWidth;

    public static double TrackX(int track) => Sheet.Margin + 2 + track * TrackWidth;

    /// <summary>Where the stages stand; how high each is comes from what it says.</summary>
    public Place Main
    {
        get
        {
            var left = Sheet.Margin + (Tracks == 0 ? 0 : Tracks * TrackWidth + 10);
            return new Place(left, 0, SettledLeft - Gutter - left, 0);
        }
    }

    /// <summary>Where arrows from one stage down to the next run.</summary>
    public double Spine => Main.X + Padding + LabelWidth / 2 - Size / 2;
}
