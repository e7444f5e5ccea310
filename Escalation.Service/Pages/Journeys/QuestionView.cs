namespace Escalation.Service.Pages.Journeys;

/// <summary>A question as a page shows it.</summary>
/// <param name="Problem">What is wrong with the answer; empty if nothing is.</param>
/// <param name="IsHeading">Whether its label is the page's heading.</param>
internal sealed record QuestionView(Question Question, Answers Answers, string Problem, bool IsHeading)
{
    public string Id => Question.Id;

    public string Value => Answers[Question.Id];

    public bool IsWrong => Problem.Length > 0;

    public string Label => Question.Optional ? $"{Question.Label} (optional)" : Question.Label;

    /// <summary>The elements that tell a screen reader more about it; none if nothing does.</summary>
    public string? DescribedBy => (Question.Hint is null ? "" : $"{Id}-hint ") + (IsWrong ? $"{Id}-error" : "") is { Length: > 0 } ids ? ids.Trim() : null;
}
