using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Pages.Journeys;

/// <summary>
/// A page with questions, what was answered to them, and what is wrong with it: each thing at its question, all at once, and nothing that was
/// typed is lost.
/// </summary>
/// <param name="questions">Asked for each time, since some hang on what is known by then.</param>
internal sealed class Questionnaire(Func<IReadOnlyList<Question>> questions)
{
    private readonly Dictionary<string, string> problems = [];
    private readonly List<(string Sentence, string? Where)> others = [];

    public Answers Answers { get; } = new();

    public bool HasErrors => problems.Count > 0 || others.Count > 0;

    public IReadOnlyList<(string Sentence, string? Where)> Errors =>
    [
        .. questions().Where(q => problems.ContainsKey(q.Id)).Select(q => (problems[q.Id], (string?)$"#{q.FocusId}")),
        .. others,
    ];

    public IEnumerable<QuestionView> Views => questions().Select(View);

    public QuestionView View(Question question) => new(question, Answers, problems.GetValueOrDefault(question.Id, ""), IsHeading: false);

    public void Read(IFormCollection sent)
    {
        foreach (var question in questions()) Answers.Set(question.Id, question.Read(sent));
    }

    /// <summary>What an address carries in the place of a form.</summary>
    public void Read(IQueryCollection asked) => Read(new FormCollection(asked.ToDictionary(q => q.Key, q => q.Value)));

    /// <returns>Whether nothing is wrong with the answers by themselves.</returns>
    public bool Check()
    {
        problems.Clear();
        foreach (var question in questions())
            if (question.ProblemOf(Answers) is { } problem) problems[question.Id] = problem;
        return problems.Count == 0;
    }

    /// <param name="field">The question's id; where there is no such question it is said for itself.</param>
    public void Tell(string field, string sentence)
    {
        if (questions().Any(q => q.Id == field)) problems.TryAdd(field, sentence);
        else others.Add((sentence, null));
    }

    public void Tell(string sentence) => others.Add((sentence, null));

    /// <summary>Of something on the page that is not one of its questions.</summary>
    /// <param name="id">Of the element to mend.</param>
    public void TellAt(string id, string sentence) => others.Add((sentence, $"#{id}"));

    /// <summary>What a rule found, which names the field and goes on from it.</summary>
    public void Tell(FieldProblem problem)
    {
        var question = questions().FirstOrDefault(q => q.Id == problem.Field);
        Tell(problem.Field, question is null ? problem.Sentence : $"{question.Label}: {problem.Sentence}");
    }
}
