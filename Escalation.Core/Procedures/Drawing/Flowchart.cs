namespace Escalation.Core.Procedures.Drawing;

/// <summary>Draws a procedure as a flowchart that a board can print in its policy: one page of upright A4, as SVG.</summary>
public static class Flowchart
{
    /// <summary>The same procedure gives the same text, byte for byte, wherever it is drawn.</summary>
    public static string Draw(Procedure procedure) => Svg.Render(Fitting.Fit(procedure), procedure);
}
