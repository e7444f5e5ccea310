namespace Escalation.Core.Procedures.Drawing;

/// <summary>Sets text from the top down; what was set and how far down it reaches are there to be taken.</summary>
internal sealed class Column(double x, double y, double width, double size)
{
    private readonly List<PlacedLine> _lines = [];

    public IReadOnlyList<PlacedLine> Lines => _lines;

    public double Bottom { get; private set; } = y;

    public double Size => size;

    public static double Leading(double size) => size * 1.26;

    public void Space(double height) => Bottom += height;

    public void Say(Phrase phrase, double indent = 0, double larger = 1, bool onDark = false)
    {
        foreach (var line in Paragraph.Wrap(phrase, width - indent, size * larger))
        {
            _lines.Add(new PlacedLine(line, x + indent, Bottom + size * larger * 0.95, size * larger, onDark));
            Bottom += Leading(size * larger);
        }
    }

    /// <summary>A label in bold with paragraphs beside it.</summary>
    public void SayBeside(string label, IEnumerable<Phrase> phrases, double indent)
    {
        var beside = new Column(x, Bottom, indent - size / 2, size);
        beside.Say(Phrase.Bold(label));
        _lines.AddRange(beside.Lines);
        foreach (var (i, phrase) in phrases.Index())
        {
            if (i > 0) Space(size * 0.15);
            Say(phrase, indent);
        }
        Bottom = Math.Max(Bottom, beside.Bottom);
    }

    public Column Until(double bottom)
    {
        var shorter = new Column(x, bottom, width, size);
        shorter._lines.AddRange(_lines.Where(l => l.Y <= bottom));
        return shorter;
    }

    public void Take(Column other)
    {
        _lines.AddRange(other.Lines);
        Bottom = Math.Max(Bottom, other.Bottom);
    }
}
