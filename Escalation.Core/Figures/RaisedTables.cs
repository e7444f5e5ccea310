namespace Escalation.Core.Figures;

/// <summary>Why differences are raised, and where they begin.</summary>
internal static class RaisedTables
{
    public static IEnumerable<FigureTable> Of(Sums sums, FigureNames names, Suppression hide)
    {
        var reasons = names.Reasons(sums.Of(Measure.RaisedFor).Keys);
        yield return FigureTable.Of("reasons", "Why differences were raised", "Differences by the reason that was given.", "Raised",
            reasons, hide.Parts([.. reasons.Select(r => sums.Of(Measure.RaisedFor, r.Key))]));
        var stages = names.Stages(sums.Of(Measure.BeganAt).Keys);
        yield return FigureTable.Of("began-at", "Where they began", "Differences by the stage at which they began.", "Raised",
            stages, hide.Parts([.. stages.Select(s => sums.Of(Measure.BeganAt, s.Key))]));
    }
}

/// <summary>How differences went further, and what was asked of the board office.</summary>
internal static class WayTables
{
    private static readonly (string Key, string Label)[] Flags =
    [
        (Keys.NoContact, "Nobody was known who acts for an organisation"),
        ("deadline-passed", "A time passed without an answer at the last stage that the clock knows"),
        ("cap-passed", "A time for the whole procedure passed"),
        ("cap-will-break", "An agreed date goes beyond the time for the whole procedure"),
        ("no-neutral-agency", "A panel without anybody from an organisation that is not in dispute"),
        ("party-absent", "An organisation was not at the meeting"),
        ("no-decision-authority", "Somebody at the meeting could not decide for their organisation"),
        ("disowned", "Somebody said that an act in their name was not theirs"),
    ];

    public static IEnumerable<FigureTable> Of(Sums sums, FigureNames names, Suppression hide)
    {
        var stages = names.Stages(sums.Of(Measure.ByClock).Keys, sums.Of(Measure.ByPeople).Keys);
        var clock = hide.Parts([.. stages.Select(s => sums.Of(Measure.ByClock, s.Key))]);
        var people = hide.Parts([.. stages.Select(s => sums.Of(Measure.ByPeople, s.Key))]);
        yield return new("taken-further", "Taken further", "Steps to a higher stage, by the stage that was left: by the clock where its time had run out, or by people.",
            ["By the clock", "By people"], stages.Select((s, i) => new FigureRow(s.Key, s.Label, [clock[i], people[i]])).ToValueList());
        var forms = names.Forms(sums.Of(Measure.FormSubmitted).Keys);
        if (forms.Count > 0)
            yield return FigureTable.Of("forms", "Forms", "Forms that were completed and sent.", "Sent",
                forms, hide.Parts([.. forms.Select(f => sums.Of(Measure.FormSubmitted, f.Key))]), drawn: false);
        yield return FigureTable.Of("flags", "What the board office was asked to look at", "How often each was flagged; nothing was decided by it.", "Times",
            Flags, hide.Parts([.. Flags.Select(f => sums.Of(Measure.Flagged, f.Key))]));
    }
}
