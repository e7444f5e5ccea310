namespace Escalation.Core.Procedures.Drawing;

/// <summary>What stands in a stage's box: a label and what is said beside it.</summary>
internal sealed record Row(string Label, IReadOnlyList<Phrase> Phrases);

internal static class StageWords
{
    public static IEnumerable<Row> Rows(Procedure procedure, Stage stage, Telling telling)
    {
        Row[] rows =
        [
            new("Agreement", Gate(procedure, stage)),
            new("Who", Roles(procedure, stage)),
            new("What", Summary(stage, telling)),
            new("Steps", telling >= Telling.NoSteps ? [] : Steps(stage)),
            new("By when", [.. DeadlineWords.Of(procedure, stage)]),
            new("Forms", telling >= Telling.WhoAndByWhen ? [] : [.. stage.Forms.Select(f => Form(procedure, f))]),
            new("Meeting", telling >= Telling.WhoAndByWhen ? [] : Meeting(procedure, stage)),
            new("Screening", NotFor(procedure, stage)),
        ];
        return rows.Where(r => r.Phrases.Count > 0);
    }

    public static string Band(Stage stage) => (stage.Band, stage.Optional) switch
    {
        (Procedures.Band.Informal, false) => "Informal",
        (Procedures.Band.Informal, true) => "Informal, optional",
        (Procedures.Band.Formal, false) => "Formal",
        _ => "Formal, optional",
    };

    public static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }

    /// <summary>The role on most ladders, since a page has no room for each kind of agency; the others have their like.</summary>
    private static Phrase[] Roles(Procedure procedure, Stage stage)
    {
        // Of roles that are equally common, the one for agencies of any other kind says most, and then the one with fewest particulars.
        var roles = procedure.Sectors.OrderByDescending(s => s.AnyOther && s.RungAt(stage.Id) is not null)
            .ThenBy(s => s.RungAt(stage.Id)?.Role.Length).Select(s => s.RungAt(stage.Id)).OfType<Rung>().Select(InWords).GroupBy(r => r).ToList();
        return roles switch
        {
            [] => [],
            [var all] => [Phrase.Plain($"{all.Key}, on both sides.")],
            _ => [Phrase.Plain($"{roles.MaxBy(r => r.Count())!.Key}, or equivalent, on both sides.")],
        };
    }

    private static string InWords(Rung rung) =>
        Names.Joined([rung.Role, .. (rung.Alternatives ?? []).Select(Names.Uncapital)], "or");

    private static Phrase[] Summary(Stage stage, Telling telling) => (stage.Summary, telling) switch
    {
        (null, _) or (_, >= Telling.NoSummaries) => [],
        ({ } said, Telling.FirstSentences) => [Phrase.Plain(FirstSentence(said))],
        ({ } said, _) => [Phrase.Plain(said)],
    };

    private static Phrase[] Steps(Stage stage) =>
        [.. stage.Steps.Select((s, i) =>
            Phrase.Plain($"{i + 1}. {Names.Unstopped(s.Title)}{(s.Required ? " (needed before it goes further)" : "")}."))];

    private static Phrase[] Gate(Procedure procedure, Stage stage)
    {
        if (stage.Gate is not { } gate) return [];
        var what = gate.Title is { } title ? $": {Names.Uncapital(Names.Unstopped(title))}" : "";
        return [Phrase.Plain(
            $"A person needs the agreement of a manager of {procedure.InSentence(gate.By)}{what}. The clock does not wait for it.")];
    }

    private static Phrase Form(Procedure procedure, StageForm form)
    {
        var needed = form.Needed switch
        {
            FormNeeded.Wanted => "",
            FormNeeded.ToGoFurther => "; a person needs it to go further",
            FormNeeded.ToClose => "; needed before it is closed",
            FormNeeded.Always => "; needed before a person takes it further, and before it is closed",
            _ => throw new ArgumentOutOfRangeException(nameof(form), form.Needed, "not a need"),
        };
        return Phrase.Plain($"{Title(procedure, form)}, from {procedure.InSentence(form.Holder)}{needed}.");
    }

    private static string Title(Procedure procedure, StageForm form) =>
        procedure.Forms.FirstOrDefault(f => f.Id == form.Form)?.Title ?? form.Form;

    private static Phrase[] Meeting(Procedure procedure, Stage stage)
    {
        if (stage.Meeting is not { } meeting) return [];
        var arranged = meeting.CoordinatedBy == meeting.ConvenedBy ? "" : $", arranged by {procedure.InSentence(meeting.CoordinatedBy)}";
        var authority = meeting.DecisionAuthority ? ", each with the authority to decide" : "";
        return [Phrase.Plain(
            $"Called by {procedure.InSentence(meeting.ConvenedBy)}{arranged}; for {procedure.InSentence(meeting.Invited)}{authority}.")];
    }

    /// <summary>By their numbers: the questions stand on the same page.</summary>
    private static Phrase[] NotFor(Procedure procedure, Stage stage)
    {
        List<string> numbers = [.. procedure.Screening.Index().Where(q => stage.NotFor.Contains(q.Item.Id)).Select(q => $"{q.Index + 1}")];
        return numbers switch
        {
            [] => [],
            [var one] => [Phrase.Plain($"Question {one} of “Belongs elsewhere?”, before a person brings it here.")],
            _ => [Phrase.Plain($"Questions {Names.Joined(numbers)} of “Belongs elsewhere?”, before a person brings it here.")],
        };
    }
}
