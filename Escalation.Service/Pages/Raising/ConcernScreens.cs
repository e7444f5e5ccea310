using Escalation.Core.Differences;
using Escalation.Service.Pages.Differences.Acts;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Raising;

/// <summary>Between whom the difference is, and what it is about.</summary>
internal static class ConcernScreens
{
    /// <summary>What comes before everything else: the emergency, and what to have at hand.</summary>
    public static Screen Before(Standpoint at) => new("before", "Before you begin")
    {
        Intro =
        [
            .. at.Procedure.Prompts.Select(p => p.Text),
            $"Use this where you disagree with what another organisation does, or does not do, for {at.Whom}, and talking has not put it right or cannot wait.",
            $"Have your own record at hand: how it refers to {at.Whom}, what was decided or done and when, and what you think should happen.",
            "Your answers are kept for a week as you go. Nobody else sees them before you send them.",
        ],
    };

    public static IEnumerable<Screen> Of(Standpoint at, Answers answers)
    {
        var others = AgencyOptions.Of(at.Room, at.Procedure).Where(o => o.Value != at.Visitor.Agency).ToList();
        yield return new Screen("responding", new Choices("responding", "Which organisations do you disagree with?", others)
        {
            Hint = "They are asked to answer. Select all that apply.",
            Missing = "Select at least one organisation",
        });
        var left = others.Where(o => !answers.All("responding").Contains(o.Value)).ToList();
        if (left.Count > 0)
            yield return new Screen("involved", new Choices("involved", "Is any other organisation involved?", left)
            {
                Optional = true,
                Hint = "They are told, and can give their views. Select all that apply, or none.",
                Missing = "Select only organisations that are not challenged already",
            });
        yield return new Screen("reference", new Line("concern.adultReference", $"What reference does your own record use for {at.Whom}?")
        {
            Hint = "A number or initials of your own, never a name.",
            Width = "20",
            Missing = $"Enter how your own record refers to {at.Whom}",
        });
        yield return new Screen("summary", new Prose("concern.summary", "What was decided or done, and why do you think it wrong or unsafe?")
        {
            Rows = 10,
            Hint = "What happened and when, and what it means for the person's safety. It goes to the organisations that you selected.",
            Missing = "Enter what was decided or done, and why you think it wrong or unsafe",
        });
        yield return new Screen("desired", new Prose("concern.desiredOutcome", "What should happen?")
        {
            Hint = $"For {at.Whom}: what would put it right.",
            Missing = "Enter what should happen",
        });
        if (at.Procedure.Reasons.Count == 0) yield break;
        var reasons = at.Procedure.Reasons.Select(r => new Option(r.Id, r.Title));
        yield return new Screen("why", new Choice("concern.reason", "What is the main reason for the difference?", [.. reasons])
        {
            Hint = "This shows the board what differences are about.",
            Missing = "Select the main reason",
        });
    }

    public static Concern In(Answers answers) =>
        new(answers["concern.adultReference"], answers["concern.summary"], answers["concern.desiredOutcome"], answers.OrNull("concern.reason"));
}
