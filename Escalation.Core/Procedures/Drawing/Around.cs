namespace Escalation.Core.Procedures.Drawing;

/// <summary>Lays out what stands around the stages.</summary>
internal static class Around
{
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
        var whole = Sheet.Right - measures.Main.X;
        var screened = procedure.Screening.Count > 0;
        var width = screened ? whole * 0.4 : measures.Main.Width;
        var start = Filled(Look.Start, "start", "Start", AroundWords.Start(procedure), new Place(measures.Main.X, top, width, 0), measures);
        if (!screened) return [start];
        var left = start.Place.Right + measures.Size * 2.6;
        var elsewhere = Filled(Look.Elsewhere, "elsewhere", "Belongs elsewhere?", AroundWords.Screening(procedure, measures.Telling),
            new Place(left, top, Sheet.Right - left, 0), measures);
        var height = Math.Max(start.Place.Height, elsewhere.Place.Height);
        return [.. new[] { start, elsewhere }.Select(p => p with { Place = p.Place with { Height = height } })];
    }

    public static Panel Settled(Procedure procedure, Measures measures, double top, double bottom)
    {
        var place = new Place(measures.SettledLeft, top, measures.SettledWidth, 0);
        var text = new Column(place.X + Measures.Padding, top + measures.Size * 0.5, place.Width - 2 * Measures.Padding, measures.Size);
        text.Say(Phrase.Bold("Settled"), larger: 1.15);
        SayAll(text, AroundWords.Settled(procedure));
        if (measures.Telling < Telling.NoSteps)
        {
            Section(text, "Each affirms", AroundWords.Affirmed(procedure));
            Section(text, "Afterwards", AroundWords.Afterwards(procedure));
        }
        var height = Math.Max(bottom, text.Bottom + measures.Size * 0.5) - top;
        return new Panel(Look.Settled, "settled", place with { Height = height }, 0, text.Lines);
    }

    public static Panel Foot(Procedure procedure, Measures measures)
    {
        var place = new Place(Sheet.Margin, 0, Sheet.Right - Sheet.Margin, 0);
        var text = new Column(place.X + 14, measures.Size * 0.6, place.Width - 14 - Measures.Padding, measures.Size);
        foreach (var prompt in procedure.Prompts) text.Say(Phrase.Bold(prompt.Text));
        text.Space(measures.Size * 0.2);
        text.Say(Phrase.Plain(PageWords.Days(procedure)));
        if (PageWords.Shortened(measures.Telling) is { } shortened) text.Say(Phrase.Plain(shortened));
        return new Panel(Look.Emergency, "emergency", place with { Height = text.Bottom + measures.Size * 0.5 }, 0, text.Lines);
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
