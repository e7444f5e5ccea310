namespace Escalation.Core.Procedures.Drawing;

/// <summary>Lays out one stage: number, title and band in the heading, then labelled rows, then how it is decided.</summary>
internal static class StagePanel
{
    public static Panel Lay(Procedure procedure, Stage stage, Measures measures)
    {
        var place = measures.Main;
        var head = Head(stage, measures);
        var headHeight = head.Bottom + measures.Size * 0.35;
        var body = new Column(place.X + Measures.Padding, headHeight + measures.Size * 0.5, place.Width - 2 * Measures.Padding, measures.Size);
        foreach (var row in StageWords.Rows(procedure, stage, measures.Telling))
        {
            body.SayBeside(row.Label, row.Phrases, measures.LabelWidth);
            body.Space(measures.Size * 0.22);
        }
        var routes = stage.Deciding is { } deciding ? Routes(procedure, deciding, body, measures) : [];
        var bottom = body.Bottom + measures.Size * 0.35;
        return new Panel(stage.Band == Band.Formal ? Look.Formal : Look.Informal, $"stage-{stage.Id}", place with { Height = bottom }, headHeight,
            [.. head.Lines, .. body.Lines], stage.Optional) { Inner = routes };
    }

    private static Column Head(Stage stage, Measures measures)
    {
        var place = measures.Main;
        var top = measures.Size * 0.4;
        var dark = stage.Band == Band.Formal;
        var band = StageWords.Band(stage);
        var bandWidth = CharacterWidths.Of(band, bold: true, measures.Size) + 1;
        var head = new Column(place.X + Measures.Padding, top, measures.LabelWidth - 4, measures.Size);
        head.Say(Phrase.Bold($"Stage {stage.Id}"), larger: 1.15, onDark: dark);
        var left = place.X + Measures.Padding + measures.LabelWidth;
        var title = new Column(left, top, place.Right - Measures.Padding - bandWidth - measures.Size - left, measures.Size);
        title.Say(Phrase.Bold(stage.Title), larger: 1.15, onDark: dark);
        var tag = new Column(place.Right - Measures.Padding - bandWidth, top + measures.Size * 0.14, bandWidth, measures.Size);
        tag.Say(Phrase.Bold(band), onDark: dark);
        head.Take(title);
        head.Take(tag);
        return head;
    }

    /// <summary>The ways to a decision side by side, two in a row.</summary>
    private static List<Panel> Routes(Procedure procedure, Deciding deciding, Column body, Measures measures)
    {
        body.SayBeside("Decision", [DecidingWords.Opening(procedure, deciding)], measures.LabelWidth);
        var panels = new List<Panel>();
        var gap = measures.Size;
        var left = measures.Main.X + Measures.Padding + measures.LabelWidth;
        foreach (var pair in deciding.Routes.Chunk(2))
        {
            var width = (measures.Main.Right - Measures.Padding - left - gap * (pair.Length - 1)) / pair.Length;
            body.Space(measures.Size * 0.5);
            var row = pair.Select((r, i) => RoutePanel(procedure, r, new Place(left + i * (width + gap), body.Bottom, width, 0), measures)).ToList();
            var height = row.Max(p => p.Place.Height);
            panels.AddRange(row.Select(p => p with { Place = p.Place with { Height = height } }));
            body.Space(height);
        }
        body.Space(measures.Size * 0.3);
        return panels;
    }

    private static Panel RoutePanel(Procedure procedure, Route route, Place place, Measures measures)
    {
        var text = new Column(place.X + 6, place.Y + measures.Size * 0.4, place.Width - 12, measures.Size);
        text.Say(Phrase.Bold(route.Title));
        text.Say(Phrase.Plain(DecidingWords.Route(procedure, route)));
        text.Say(Phrase.Bold($"{DecidingWords.Force(route)}."));
        return new Panel(Look.Route, $"route-{route.Id}", place with { Height = text.Bottom + measures.Size * 0.35 - place.Y }, 0, text.Lines);
    }
}
