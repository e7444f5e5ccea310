using System.Xml;

namespace Escalation.Core.Procedures.Drawing;

/// <summary>Words of one weight.</summary>
internal readonly record struct Run(string Text, bool Bold);

/// <summary>Something to be said, some of it in bold.</summary>
internal sealed record Phrase(ValueList<Run> Runs)
{
    public static Phrase Plain(string text) => new([new Run(text, Bold: false)]);

    public static Phrase Bold(string text) => new([new Run(text, Bold: true)]);

    /// <summary>A bold opening and what follows it after a space.</summary>
    public static Phrase Led(string bold, string plain) => new([new Run(bold, Bold: true), new Run(plain, Bold: false)]);

    /// <summary>Every word with its weight. What XML cannot hold, such as control characters, is shown as a replacement mark.</summary>
    public IEnumerable<Run> Words() =>
        from run in Runs
        from word in run.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        select run with { Text = Sayable(word) };

    public static string Sayable(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i + 1 < letters.Length && char.IsSurrogatePair(letters[i], letters[i + 1])) i++;
            else if (!XmlConvert.IsXmlChar(letters[i])) letters[i] = '\ufffd';
        }
        return new string(letters);
    }
}
