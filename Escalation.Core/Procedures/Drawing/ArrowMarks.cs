using System.Xml.Linq;

namespace Escalation.Core.Procedures.Drawing;

/// <summary>Draws an arrow: a line that stops inside its head, so that the point is sharp.</summary>
internal static class ArrowMarks
{
    private const double Length = 7;
    private const double Half = 3.4;

    public static IEnumerable<XElement> Of(Arrow arrow)
    {
        var ((beforeX, beforeY), (x, y)) = (arrow.Points[^2], arrow.Points[^1]);
        var (alongX, alongY) = (Math.Sign(x - beforeX), Math.Sign(y - beforeY));
        var (neckX, neckY) = (x - alongX * Length, y - alongY * Length);
        var colour = arrow.Stroke == Stroke.AtRisk ? Ink.Risk : Ink.Frame;
        var points = arrow.Points.SkipLast(1).Append((neckX, neckY));
        var line = Svg.Element("polyline", ("points", Joined(points)), ("fill", "none"), ("stroke", colour), ("stroke-width", 1.4));
        if (arrow.Stroke == Stroke.AtRisk) line.Add(new XAttribute("stroke-dasharray", "5 2.5"));
        yield return line;
        yield return Svg.Element("polygon", ("fill", colour), ("points",
            Joined([(x, y), (neckX + alongY * Half, neckY + alongX * Half), (neckX - alongY * Half, neckY - alongX * Half)])));
    }

    private static string Joined(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => $"{Svg.Number(p.X)},{Svg.Number(p.Y)}"));
}
