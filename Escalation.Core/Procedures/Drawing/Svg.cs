using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Escalation.Core.Procedures.Drawing;

/// <summary>Writes a sheet as SVG. Escaping is the XML writer's; no text of a procedure is ever put together into markup.</summary>
internal static class Svg
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public static string Render(Sheet sheet, Procedure procedure)
    {
        var key = IdKey($"{procedure.Id}-v{procedure.Version}");
        var root = new XElement(Namespace + "svg",
            new XAttribute("viewBox", $"0 0 {Number(Sheet.Width * sheet.Scale)} {Number(Sheet.Height * sheet.Scale)}"),
            new XAttribute("width", "210mm"), new XAttribute("height", "297mm"),
            new XAttribute("font-family", "Arial, sans-serif"),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{key}-title {key}-desc"),
            new XElement(Namespace + "title", new XAttribute("id", $"{key}-title"), Phrase.Sayable(TextAlternative.Title(procedure))),
            new XElement(Namespace + "desc", new XAttribute("id", $"{key}-desc"), Phrase.Sayable(TextAlternative.Of(procedure))),
            new XElement(Namespace + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", Ink.Paper)),
            new XElement(Namespace + "g", new XAttribute("class", "heading"), sheet.Heading.Select(Text)),
            new XElement(Namespace + "g", new XAttribute("class", "arrows"), sheet.Arrows.SelectMany(ArrowMarks.Of)),
            new XElement(Namespace + "g", new XAttribute("class", "leads-on"), sheet.Labels.Select(Text)),
            sheet.Panels.Select(PanelMarks.Of));
        return Written(root);
    }

    public static string Number(double number) => Math.Round(number, 1).ToString("0.0", CultureInfo.InvariantCulture);

    public static XElement Element(string name, params (string Name, object Value)[] attributes) =>
        new(Namespace + name, attributes.Select(a => new XAttribute(a.Name, a.Value is double number ? Number(number) : a.Value)));

    /// <summary>
    /// One line of text. Its measured length goes with it, so that a renderer without Arial squeezes what it has instead of running over.
    /// </summary>
    public static XElement Text(PlacedLine line)
    {
        var first = line.Line.Runs[0];
        var text = Element("text", ("x", line.X), ("y", line.Y), ("font-size", line.Size), ("fill", line.OnDark ? Ink.Paper : Ink.Text),
            ("textLength", line.Line.Width), ("lengthAdjust", "spacingAndGlyphs"));
        if (first.Bold) text.Add(new XAttribute("font-weight", "bold"));
        // Without it some renderers drop the space between two weights.
        if (line.Line.Runs.Count > 1) text.Add(new XAttribute(XNamespace.Xml + "space", "preserve"));
        foreach (var run in line.Line.Runs)
            text.Add(run.Bold == first.Bold
                ? new XText(run.Text)
                : new XElement(Namespace + "tspan", new XAttribute("font-weight", run.Bold ? "bold" : "normal"), run.Text));
        return text;
    }

    /// <summary>Drawings can stand together in one page, so ids carry the procedure's; only what every reader takes in an id is kept.</summary>
    private static string IdKey(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static string Written(XElement root)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(text, settings)) root.Save(writer);
        return text.Append('\n').ToString();
    }
}
