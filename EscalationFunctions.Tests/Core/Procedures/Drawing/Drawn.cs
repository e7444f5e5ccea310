using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Drawing;

namespace EscalationFunctions.Tests.Core.Procedures.Drawing;

/// <summary>A drawing read back from its SVG: what a renderer would see, not what the layout meant.</summary>
internal sealed class Drawn(string svg)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public Drawn(Procedure procedure) : this(Flowchart.Draw(procedure))
    {
    }

    public XElement Root { get; } = XDocument.Parse(svg, LoadOptions.PreserveWhitespace).Root!;

    public IReadOnlyList<Part> Parts => [.. Root.Elements(Svg + "g").Where(g => g.Attribute("data-part") is not null).Select(g => new Part(g))];

    public IReadOnlyList<Text> Texts => [.. Root.Descendants(Svg + "text").Select(t => new Text(t))];

    /// <summary>All that is written on the page, in order, as if its lines were one.</summary>
    public string Words => string.Join(' ', Texts.Select(t => t.Words));

    public string Alternative => (string)Root.Element(Svg + "desc")!;

    public double[] ViewBox => [.. ((string)Root.Attribute("viewBox")!).Split(' ').Select(Number)];

    public int Arrows(string stroke) => Root.Descendants(Svg + "polyline").Count(p => (string?)p.Attribute("stroke") == stroke);

    public Part PartOf(string name) => Parts.Single(p => p.Name == name);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(XElement element, string name) => Number((string)element.Attribute(name)!);

    internal sealed class Part(XElement group)
    {
        private readonly XElement _frame = group.Element(Svg + "rect")!;

        public string Name => (string)group.Attribute("data-part")!;

        public double Left => Number(_frame, "x");

        public double Top => Number(_frame, "y");

        public double Right => Left + Number(_frame, "width");

        public double Bottom => Top + Number(_frame, "height");

        public bool Dashed => _frame.Attribute("stroke-dasharray") is not null;

        public double FrameWidth => Number(_frame, "stroke-width");

        public IReadOnlyList<Part> Inner => [.. group.Elements(Svg + "g").Select(g => new Part(g))];

        public IReadOnlyList<Text> Texts => [.. group.Elements(Svg + "text").Select(t => new Text(t))];

        public string Words => string.Join(' ', group.Descendants(Svg + "text").Select(t => new Text(t).Words));

        public bool Overlaps(Part other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool Holds(Part other) => Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;

        public override string ToString() => Name;
    }

    internal sealed class Text(XElement text)
    {
        public string Words => text.Value;

        public double Left => Number(text, "x");

        public double Baseline => Number(text, "y");

        public double Size => Number(text, "font-size");

        /// <summary>Measured anew, run by run, and not taken from what the drawing says of itself.</summary>
        public double Right => Left + text.Nodes().Sum(n => n switch
        {
            XText run => CharacterWidths.Of(run.Value, IsBold(text), Size),
            XElement run => CharacterWidths.Of(run.Value, IsBold(run), Size),
            _ => 0,
        });

        private static bool IsBold(XElement element) => (string?)element.Attribute("font-weight") == "bold";
    }
}

internal static class KnownProcedures
{
    public static IEnumerable<string> Files() =>
        new[] { "procedures", "EscalationFunctions.Tests/Core/Procedures/other-boards" }
            .SelectMany(folder => Directory.EnumerateFiles(FromTop(folder), "*.v*.json").Order(StringComparer.Ordinal))
            .Select(file => Path.GetRelativePath(FromTop("."), file));

    public static Procedure Of(string file) =>
        ProcedureFile.Read(File.ReadAllText(FromTop(file))) is Reading.Sound(var procedure) ? procedure : throw new InvalidOperationException(file);

    public static string FromTop(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../../..", path));
}
