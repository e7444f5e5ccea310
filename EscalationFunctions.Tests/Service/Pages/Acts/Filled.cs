using Escalation.Core.Calendar;
using Escalation.Service.Pages.Journeys;
using EscalationFunctions.Tests.Core.Walks;

namespace EscalationFunctions.Tests.Service.Pages.Acts;

/// <summary>Somebody who fills in the pages of a journey one after the other, with sensible answers where nothing else is said.</summary>
internal static class Filled
{
    public const string Said = "said in so many words";

    /// <param name="said">Answers by question; what is not among them is drawn.</param>
    public static Answers In(Journey journey, Standpoint at, Chance chance, IReadOnlyDictionary<string, string>? said = null)
    {
        var answers = new Answers();
        while (journey.Screens(at, answers).SelectMany(s => s.Questions).FirstOrDefault(q => !answers.Given.ContainsKey(q.Id)) is { } question)
        {
            if (said?.GetValueOrDefault(question.Id) is { } answer) answers.Set(question.Id, answer);
            else Answer(question, journey, at, answers, chance);
        }

        return answers;
    }

    /// <summary>Answers that no page takes.</summary>
    public static IEnumerable<string> WrongFor(Question question)
    {
        if (!question.Optional) yield return "";
        yield return question switch
        {
            Day => "31/2/2026",
            Time => "half past",
            Line or Prose => new string('x', 10_001),
            _ => "no-such-thing",
        };
    }

    private static void Answer(Question question, Journey journey, Standpoint at, Answers answers, Chance chance)
    {
        foreach (var answer in Candidates(question, at, chance))
        {
            answers.Set(question.Id, answer);
            // Who means to send it does not answer so that it ends before.
            if (question.ProblemOf(answers) is null && !journey.Screens(at, answers).Any(s => s.Ends)) return;
        }

        Assert.Fail($"{journey.Path}: nothing can be answered to {question.Label}");
    }

    private static IEnumerable<string> Candidates(Question question, Standpoint at, Chance chance) => question switch
    {
        { Optional: true } when chance.OneIn(3) => [""],
        Choice choice => Shuffled(choice.Options, chance).Select(o => o.Value),
        Choices { Every: true } all => [string.Join('\n', all.Options.Select(o => o.Value))],
        Choices some => [string.Join('\n', chance.Some(some.Options).DefaultIfEmpty(some.Options[0]).Select(o => o.Value))],
        Day => Enumerable.Range(0, 40).Select(_ => chance.Between(-9, 20)).Concat(Enumerable.Range(0, 365))
            .Select(days => Typed(LondonTime.DayOf(at.Now).AddDays(days))),
        Time => ["0:00"],
        Line { IsEmail: true } => ["somebody@example.org"],
        _ => [Said],
    };

    private static string Typed(DateOnly day) => $"{day.Day}/{day.Month}/{day.Year}";

    private static List<Option> Shuffled(IReadOnlyList<Option> options, Chance chance) => [.. options.OrderBy(_ => chance.Below(1000))];
}
