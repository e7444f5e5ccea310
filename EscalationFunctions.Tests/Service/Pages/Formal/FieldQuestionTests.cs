using Escalation.Core.Procedures;
using Escalation.Service.Pages.Forms;
using Escalation.Service.Pages.Journeys;

namespace EscalationFunctions.Tests.Service.Pages.Formal;

/// <summary>Every kind of field that a procedure can ask for, as a question and back.</summary>
public class FieldQuestionTests
{
    [TestCase(FieldKind.Text, "Two\nlines", "Two\nlines", "Two\nlines")]
    [TestCase(FieldKind.Line, " Ada ", "Ada", "Ada")]
    [TestCase(FieldKind.Date, "8/10/2026", "2026-10-08", "Thursday 8 October 2026")]
    [TestCase(FieldKind.Number, "3", "3", "3")]
    [TestCase(FieldKind.YesNo, "yes", "yes", "Yes")]
    [TestCase(FieldKind.Choice, "Often", "Often", "Often")]
    public void What_is_typed_is_kept_in_the_forms_own_way_and_shown_again(FieldKind kind, string typed, string kept, string inWords)
    {
        var field = FieldOf(kind);
        Answers answers = new();
        answers.Set(FieldQuestions.IdOf(field), typed);
        Assert.That((FieldQuestions.Of(field).ProblemOf(answers), FieldQuestions.Value(field, answers)), Is.EqualTo(((string?)null, kept)));
        var line = new SheetLine(field, kept, 7, null);
        Assert.That((line.InWords, FieldQuestions.Value(field, FieldQuestions.Shown(line))), Is.EqualTo((inWords, kept)));
    }

    [TestCase(FieldKind.Date, "31/2/2026", "Enter a real date with a day, a month and a year, like 8 10 2026")]
    [TestCase(FieldKind.YesNo, "perhaps", "Select an answer")]
    [TestCase(FieldKind.Choice, "Sometimes", "Select an answer")]
    [TestCase(FieldKind.Text, "", "Enter an answer")]
    public void What_is_no_answer_is_said(FieldKind kind, string typed, string said)
    {
        Answers answers = new();
        answers.Set("entries.field", typed);
        Assert.That(FieldQuestions.Of(FieldOf(kind)).ProblemOf(answers), Is.EqualTo(said));
    }

    [TestCase(FieldKind.YesNo)]
    [TestCase(FieldKind.Choice)]
    public void A_choice_that_nobody_has_to_make_can_be_taken_back(FieldKind kind)
    {
        var question = (Choice)FieldQuestions.Of(FieldOf(kind) with { Required = false });
        Assert.That((question.Options[^1].Value, question.ProblemOf(new Answers())), Is.EqualTo(("", (string?)null)));
    }

    private static Field FieldOf(FieldKind kind) => new("field", "Field", kind, Choices: kind == FieldKind.Choice ? ["Often", "Never"] : null);
}
