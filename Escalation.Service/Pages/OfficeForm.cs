using System.Globalization;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages;

/// <summary>A form as a page shows it.</summary>
/// <param name="Edition">Of what it changes, which it brings back.</param>
/// <param name="Intro">What stands above its questions.</param>
internal sealed record FormView(OfficeForm Form, long Edition, params string[] Intro);

/// <summary>A page of the board office with questions on it: whatever is wrong is said at its question, all at once, and nothing typed is lost.</summary>
internal abstract class OfficeForm(Reception reception) : OfficePage(reception)
{
    private readonly Dictionary<string, string> problems = [];
    private readonly List<string> others = [];

    /// <summary>Each asks for the member of that name: what the directory's rules find is then shown beside it.</summary>
    public abstract IReadOnlyList<Question> Questions { get; }

    public Answers Answers { get; } = new();

    public override bool HasErrors => problems.Count > 0 || others.Count > 0;

    public IReadOnlyList<(string Sentence, string? Where)> Errors =>
    [
        .. Questions.Where(q => problems.ContainsKey(q.Id)).Select(q => (problems[q.Id], (string?)$"#{q.FocusId}")),
        .. others.Select(sentence => (sentence, (string?)null)),
    ];

    public IEnumerable<QuestionView> Views => Questions.Select(View);

    public QuestionView View(Question question) => new(question, Answers, problems.GetValueOrDefault(question.Id, ""), IsHeading: false);

    /// <summary>The edition that the person saw, as the form brings it back.</summary>
    protected long Seen => long.TryParse(Request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var edition) ? edition : -1;

    /// <summary>Reads what was sent.</summary>
    /// <returns>Whether nothing is wrong with it by itself.</returns>
    protected bool Take()
    {
        foreach (var question in Questions) Answers.Set(question.Id, question.Read(Request.Form));
        foreach (var question in Questions)
            if (question.ProblemOf(Answers) is { } problem) problems[question.Id] = problem;
        return !HasErrors;
    }

    protected void Tell(string field, string sentence) => problems.TryAdd(field, sentence);

    protected void Tell(string sentence) => others.Add(sentence);

    /// <summary>What came of a change where it was not done.</summary>
    protected void TellOf<T>(Registered<T> outcome)
    {
        switch (outcome)
        {
            case Registered<T>.Refused(var refused):
                foreach (var problem in refused) Tell(problem);
                break;
            case Registered<T>.Conflict:
                Tell("Somebody else has changed this since you looked. Check what you typed against it, and send it again if it still holds");
                break;
            case Registered<T>.NotFound(var sentence):
                Tell(sentence);
                break;
            default:
                throw new InvalidOperationException($"{outcome} is done.");
        }
    }

    private void Tell(FieldProblem problem)
    {
        if (Questions.FirstOrDefault(q => q.Id == problem.Field) is { } question) Tell(question.Id, $"{question.Label}: {problem.Sentence}");
        else Tell(problem.Sentence);
    }
}
