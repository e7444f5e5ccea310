namespace Escalation.Core.Procedures.Drawing;

/// <summary>A line of words as it will be drawn.</summary>
internal sealed record Line(ValueList<Run> Runs, double Width);

/// <summary>Breaks what is to be said into lines that fit a width.</summary>
internal static class Paragraph
{
    /// <summary>Lines no wider than <paramref name="width"/>: broken between words, and inside a word only where it has no line to itself.</summary>
    public static IReadOnlyList<Line> Wrap(Phrase phrase, double width, double size)
    {
        var lines = new List<Line>();
        var line = new List<Run>();
        var used = 0.0;
        foreach (var word in phrase.Words().SelectMany(w => Pieces(w, width, size)))
        {
            var wide = CharacterWidths.Of(word.Text, word.Bold, size);
            var space = line.Count == 0 ? 0 : CharacterWidths.Of(" ", word.Bold, size);
            if (line.Count > 0 && used + space + wide > width)
            {
                lines.Add(Joined(line, size));
                line.Clear();
                (used, space) = (0, 0);
            }
            line.Add(word);
            used += space + wide;
        }
        if (line.Count > 0) lines.Add(Joined(line, size));
        return lines;
    }

    private static IEnumerable<Run> Pieces(Run word, double width, double size)
    {
        var (from, wide) = (0, 0);
        for (var to = 0; to < word.Text.Length; to++)
        {
            var letter = CharacterWidths.OfLetter(word.Text[to], word.Bold);
            if (to > from && !char.IsLowSurrogate(word.Text[to]) && CharacterWidths.Scaled(wide + letter, size) > width)
            {
                yield return word with { Text = word.Text[from..to] };
                (from, wide) = (to, 0);
            }
            wide += letter;
        }
        yield return word with { Text = word.Text[from..] };
    }

    /// <summary>Neighbours of one weight become one run; the space between two weights goes with the later one.</summary>
    private static Line Joined(List<Run> words, double size)
    {
        var runs = new List<Run>();
        foreach (var word in words)
        {
            if (runs.Count > 0 && runs[^1].Bold == word.Bold) runs[^1] = word with { Text = $"{runs[^1].Text} {word.Text}" };
            else runs.Add(runs.Count == 0 ? word : word with { Text = $" {word.Text}" });
        }
        return new Line(runs.ToValueList(), runs.Sum(r => CharacterWidths.Of(r.Text, r.Bold, size)));
    }
}
