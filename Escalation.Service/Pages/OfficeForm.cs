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
    private Questionnaire? form;

    /// <summary>Each asks for the member of that name: what the directory's rules find is then shown beside it.</summary>
    public abstract IReadOnlyList<Question> Questions { get; }

    public Answers Answers => Form.Answers;

    public override bool HasErrors => Form.HasErrors;

    public IReadOnlyList<(string Sentence, string? Where)> Errors => Form.Errors;

    public IEnumerable<QuestionView> Views => Form.Views;

    protected Questionnaire Form => form ??= new(() => Questions);

    /// <summary>The edition that the person saw, as the form brings it back.</summary>
    protected long Seen => long.TryParse(Request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var edition) ? edition : -1;

    /// <summary>Reads what was sent.</summary>
    /// <returns>Whether nothing is wrong with it by itself.</returns>
    protected bool Take()
    {
        Form.Read(Request.Form);
        return Form.Check();
    }

    /// <summary>What came of a change where it was not done.</summary>
    protected void TellOf<T>(Registered<T> outcome)
    {
        switch (outcome)
        {
            case Registered<T>.Refused(var refused):
                foreach (var problem in refused) Form.Tell(problem);
                break;
            case Registered<T>.Conflict:
                Form.Tell("Somebody else has changed this since you looked. Check what you typed against it, and send it again if it still holds");
                break;
            case Registered<T>.NotFound(var sentence):
                Form.Tell(sentence);
                break;
            default:
                throw new InvalidOperationException($"{outcome} is done.");
        }
    }
}
