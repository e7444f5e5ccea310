namespace Escalation.Core.Procedures.Drawing;

/// <summary>Lays out what stands around the stages.</summary>
internal static class Around
{
    private static readonly double[] Shares = [0.28, 0.32, 0.36, 0.4, 0.44, 0.48, 0.52];

    public static Column Heading(Procedure procedure, Measures measures)
    {
        var heading = new Column(Sheet.Margin, Sheet.Margin - 4, Sheet.Right - Sheet.Margin, measures.Size);
        heading.Say(Phrase.Bold(procedure.Board), larger: 1.1);
        heading.Space(1);
        heading.Say(Phrase.Bold(procedure.Title), larger: 1.9);
        heading.Space(1);
        heading.Say(Phrase.Plain(PageWords.Version(procedure)));
        return heading;
    }

    /// <summary>The start and, where the board asks screening questions, what belongs elsewhere beside it.</summary>
    public static IReadOnlyList<Panel> Start(Procedure procedure, Measures measures, double top)
    {
        if (procedure.Screening.Count == 0) return [StartPanel(procedure, measures, new Place(measures.Main.X, top, measures.Main.Width, 0))];
        // The share of the width that makes the higher of the two lowest.
        return Shares.Select(share => SideBySide(procedure, measures, top, share)).MinBy(p => p.Max(panel => panel.Place.Height))!;
    }

    private static Panel[] SideBySide(Procedure procedure, Measures measures, double top, double share)
    {
        var start = StartPanel(procedure, measures, new Place(measures.Main.X, top, (Sheet.Right - measures.Main.X) * share, 0));
        var left = start.Place.Right + Measures.Gutter;
        var elsewhere = Filled(Look.Elsewhere, "elsewhere", "Belongs elsewhere?", AroundWords.Screening(procedure, measures.Telling),
            new Place(left, top, Sheet.Right - left, 0), measures);
        return [start, elsewhere];
    }

    private static Panel StartPanel(Procedure procedure, Measures measures, Place place) =>
        Filled(Look.Start, "start", "Start", AroundWords.Start(procedure), place, measures);

    public static Panel Settled(Procedure procedure, Measures measures, double top, double bottom)
    {
        var place = new Place(measures.SettledLeft, top, measures.SettledWidth, 0);
        var text = new Column(place.X + Measures.Padding, top + measures.Size * 0.5, place.Width - 2 * Measures.Padding, measures.Size);
        text.Say(Phrase.Bold("Settled"), larger: 1.15);
        SayAll(text, AroundWords.Settled(procedure));
        var needed = text.Bottom;
        Section(text, "Each affirms", AroundWords.Affirmed(procedure));
        Section(text, "Afterwards", AroundWords.Afterwards(procedure));
        var full = text.Bottom + measures.Size * 0.5;
        // Beside high stages there is room for it whatever else is left out.
        if (full > bottom && measures.Telling >= Telling.NoSteps) text = text.Until(needed);
        var height = Math.Max(bottom, text.Bottom + measures.Size * 0.5) - top;
        return new Panel(Look.Settled, "settled", place with { Height = height }, 0, text.Lines);
    }

    public static Panel Foot(Procedure procedure, Measures measures)
    {
        var place = new Place(Sheet.Margin, 0, Sheet.Right - Sheet.Margin, 0);
        var text = new Column(place.X + 14, measures.Size * 0.6, place.Width - 14 - Measures.Padding, measures.Size);
        // The board puts first what cannot wait.
        foreach (var first in procedure.Prompts.Take(1)) text.Say(Phrase.Bold(first.Text), larger: 1.15);
        foreach (var prompt in procedure.Prompts.Skip(1)) text.Say(Phrase.Plain(prompt.Text));
        return new Panel(Look.Emergency, "emergency", place with { Height = text.Bottom + measures.Size * 0.5 }, 0, text.Lines);
    }

    /// <summary>How time is counted, and whether the page says all.</summary>
    public static Column Notes(Procedure procedure, Measures measures, double top)
    {
        var notes = new Column(Sheet.Margin, top, Sheet.Right - Sheet.Margin, measures.Size);
        string?[] said = [PageWords.Days(procedure), PageWords.Chased(procedure), PageWords.Shortened(measures.Telling)];
        notes.Say(Phrase.Plain(string.Join(' ', said.OfType<string>())));
        return notes;
    }

    private static void Section(Column text, string title, IReadOnlyList<Phrase> phrases)
    {
        if (phrases.Count == 0) return;
        text.Space(text.Size);
        text.Say(Phrase.Bold(title));
        SayAll(text, phrases);
    }

    private static void SayAll(Column text, IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            text.Space(text.Size * 0.25);
            text.Say(phrase);
        }
    }

    private static Panel Filled(Look look, string name, string title, IReadOnlyList<Phrase> phrases, Place place, Measures measures)
    {
        var text = new Column(place.X + Measures.Padding, place.Y + measures.Size * 0.5, place.Width - 2 * Measures.Padding, measures.Size);
        text.Say(Phrase.Bold(title), larger: 1.15);
        SayAll(text, phrases);
        return new Panel(look, name, place with { Height = text.Bottom + measures.Size * 0.5 - place.Y }, 0, text.Lines);
    }
}
