using System.Globalization;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Forms;

/// <summary>The question that a field of a form asks, and its answer to and fro.</summary>
internal static class FieldQuestions
{
    private const string Kept = "yyyy-MM-dd";

    /// <summary>Named as the refusals name it, so that what the rules refuse is shown beside it.</summary>
    public static string IdOf(Field field) => $"entries.{field.Id}";

    public static Question Of(Field field)
    {
        var id = IdOf(field);
        Question question = field.Kind switch
        {
            FieldKind.Line => new Line(id, field.Label),
            FieldKind.Number => new Line(id, field.Label) { Width = "10" },
            FieldKind.Date => new Day(id, field.Label),
            FieldKind.YesNo => Picked(field, Choice.YesNo(id, field.Label).Options),
            FieldKind.Choice => Picked(field, [.. (field.Choices ?? []).Select(c => new Option(c, c))]),
            _ => new Prose(id, field.Label),
        };
        return question with { Hint = field.Hint, Optional = !field.Required, Missing = question is Choice ? "Select an answer" : "Enter an answer" };
    }

    /// <summary>What is kept, as it is typed.</summary>
    public static Answers Shown(SheetLine line)
    {
        Answers answers = new();
        var isDay = line.Field.Kind == FieldKind.Date;
        answers.Set(IdOf(line.Field), isDay && DateOnly.TryParseExact(line.Value, Kept, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d/M/yyyy", CultureInfo.InvariantCulture)
            : line.Value);
        return answers;
    }

    /// <summary>What was typed, as it is kept.</summary>
    public static string Value(Field field, Answers answers) => field.Kind == FieldKind.Date
        ? answers.Day(IdOf(field))?.ToString(Kept, CultureInfo.InvariantCulture) ?? ""
        : answers[IdOf(field)];

    // A button that is chosen cannot be let go again: where no answer is needed, that is one of them.
    private static Choice Picked(Field field, IReadOnlyList<Option> options) =>
        new(IdOf(field), field.Label, field.Required ? options : [.. options, new Option("", "No answer")]);
}
