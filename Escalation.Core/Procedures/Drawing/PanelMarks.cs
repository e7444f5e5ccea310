using System.Xml.Linq;

namespace Escalation.Core.Procedures.Drawing;

/// <summary>How each kind of panel is drawn.</summary>
internal static class PanelMarks
{
    public static XElement Of(Panel panel) => new(Svg.Namespace + "g",
        new XAttribute("class", $"panel {KebabCase.Of(panel.Look)}"),
        new XAttribute("data-part", Phrase.Sayable(panel.Name)),
        Frame(panel), Head(panel), panel.Lines.Select(Svg.Text), panel.Inner.Select(Of));

    private static XElement Frame(Panel panel)
    {
        var (fill, stroke, width, corner) = Style(panel.Look);
        var place = panel.Place;
        var frame = Svg.Element("rect", ("x", place.X), ("y", place.Y), ("width", place.Width), ("height", place.Height), ("rx", corner),
            ("fill", fill), ("stroke", stroke), ("stroke-width", width));
        if (panel.Dashed) frame.Add(new XAttribute("stroke-dasharray", "6 3"));
        return frame;
    }

    private static IEnumerable<XElement> Head(Panel panel) => panel.Look switch
    {
        Look.Formal => [Svg.Element("path", ("d", HeadPath(panel, 0)), ("fill", Ink.Formal))],
        Look.Informal => [Svg.Element("path", ("d", HeadPath(panel, 7)), ("fill", Ink.Informal))],
        Look.Emergency => [Bar(panel.Place)],
        _ => [],
    };

    private static XElement Bar(Place place) =>
        Svg.Element("rect", ("x", place.X), ("y", place.Y), ("width", 5.0), ("height", place.Height), ("fill", Ink.Risk));

    /// <summary>The heading's ground, inside the frame, its upper corners rounded with it.</summary>
    private static string HeadPath(Panel panel, double corner)
    {
        var (left, top, right) = (panel.Place.X + 0.5, panel.Place.Y + 0.5, panel.Place.Right - 0.5);
        var bottom = panel.Place.Y + panel.HeadHeight;
        string At(double x, double y) => $"{Svg.Number(x)} {Svg.Number(y)}";
        return $"M{At(left, bottom)} V{Svg.Number(top + corner)} Q{At(left, top)} {At(left + corner, top)} H{Svg.Number(right - corner)} "
            + $"Q{At(right, top)} {At(right, top + corner)} V{Svg.Number(bottom)} Z";
    }

    private static (string Fill, string Stroke, double Width, double Corner) Style(Look look) => look switch
    {
        Look.Informal => (Ink.Paper, Ink.Frame, 1, 8),
        Look.Formal => (Ink.Paper, Ink.Formal, 2, 0),
        Look.Start => (Ink.Start, Ink.Frame, 1, 14),
        Look.Elsewhere => (Ink.Paper, Ink.Frame, 1, 0),
        Look.Settled => (Ink.Settled, Ink.SettledFrame, 1.2, 8),
        Look.Route => (Ink.Informal, Ink.Formal, 1, 0),
        Look.Emergency => (Ink.Emergency, Ink.Risk, 1, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(look), look, "not a look"),
    };
}
