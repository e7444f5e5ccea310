using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Raising;

/// <summary>
/// The screening questions of a procedure, one after the other. A yes shows where it belongs instead, and whoever wants the board to see
/// that it was considered can have it recorded so; what runs alongside is pointed out and stops nothing.
/// </summary>
internal static class ScreeningScreens
{
    private const string RecordIt = "record-it";

    public static string IdOf(ScreeningQuestion question) => $"screening-{question.Id}";

    public static Question QuestionOf(ScreeningQuestion question) => Choice.YesNo(IdOf(question), question.Question);

    public static IEnumerable<Screen> Of(Procedure procedure, Answers answers)
    {
        foreach (var question in procedure.Screening)
        {
            yield return new Screen(IdOf(question), QuestionOf(question));
            if (!answers.IsYes(IdOf(question))) continue;
            if (question.Alongside)
            {
                yield return new Screen($"{IdOf(question)}-alongside", "This can run alongside")
                {
                    Intro = ["It does not stop the difference or any deadline. The record will say that it runs alongside."],
                    Quoted = [("What to do about it", question.GoInstead)],
                };
                continue;
            }

            yield return Elsewhere(question);
            if (answers[RecordIt] == Choice.No) yield return Stopped(question);
            yield break;
        }
    }

    /// <summary>What shows that it belongs elsewhere; none if nothing does.</summary>
    public static ScreeningQuestion? Redirecting(Procedure procedure, Answers answers) =>
        procedure.Screening.FirstOrDefault(q => !q.Alongside && answers.IsYes(IdOf(q)));

    /// <summary>Ids of the questions that were answered yes, as far as they were asked.</summary>
    public static IEnumerable<string> Yes(Procedure procedure, Answers answers)
    {
        var last = Redirecting(procedure, answers);
        var asked = procedure.Screening.TakeWhile(q => q != last).Concat(last is null ? [] : [last]);
        return asked.Where(q => answers.IsYes(IdOf(q))).Select(q => q.Id);
    }

    /// <summary>Whether the questions end with nothing to record.</summary>
    public static bool EndWith(Procedure procedure, Answers answers) => Redirecting(procedure, answers) is not null && !answers.IsYes(RecordIt);

    private static Screen Elsewhere(ScreeningQuestion question) => new("elsewhere", "It belongs elsewhere",
        new Choice(RecordIt, "Should the board have a record of it?",
        [
            new(Choice.Yes, "Yes, record that it was sent elsewhere",
                "You say briefly what it is about, and which organisation it concerns. Nobody is asked to answer."),
            new(Choice.No, "No, stop here", "Nothing is recorded."),
        ])
        { Missing = "Select whether the board should have a record of it" })
    {
        Quoted = [("Where to go instead", question.GoInstead)],
    };

    private static Screen Stopped(ScreeningQuestion question) => new("stopped", "Nothing was recorded")
    {
        Intro = ["If you answered by mistake, go back and change your answer."],
        Quoted = [("Where to go instead", question.GoInstead)],
        Ends = true,
    };
}
