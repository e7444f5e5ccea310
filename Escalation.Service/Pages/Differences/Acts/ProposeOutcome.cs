using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"We think this settles it."</summary>
internal sealed class ProposeOutcome : Journey
{
    private const int MostActions = 20;

    public override string Path => "propose";

    public override string Title(Standpoint at) => "Propose an outcome";

    public override string About(Standpoint at) => "Write down what would settle it. The others are asked to confirm or dispute it; the time runs on meanwhile.";

    public override bool IsOffered(Standpoint at) => at.IsUnsettled && at.Party is not null;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("outcome", new Prose("outcome", "What outcome do you propose?")
        {
            Hint = "What will happen for the adult, in words that both sides can agree to. It goes to every organisation involved, and to the worker who raised it.",
            Missing = "Enter the outcome that you propose",
        });
        foreach (var step in ActionScreens(at, answers)) yield return step;
        yield return new Screen("outstanding", new Prose("outstanding", "How will anything that stays open be pursued?")
        {
            Hint = "If nothing stays open, say so.",
            Missing = "Enter how anything that stays open will be pursued, or that nothing does",
        });
        if (Statements.Of(at) is { } statements) yield return new Screen("statements", statements);
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.ProposeOutcome(
        naming.Id("proposal"), answers["outcome"], answers["outstanding"], ActionsOf(at, answers, naming), answers.All(Statements.Question).ToValueList());

    public override string SendLabel(Standpoint at) => "Send the proposal";

    public override string DoneTitle(Standpoint at) => "Your proposal has gone to the others";

    /// <summary>Asks for actions one after the other, as long as there is another.</summary>
    public static IEnumerable<Screen> ActionScreens(Standpoint at, Answers answers)
    {
        for (var i = 0; i < MostActions; i++)
        {
            var another = i == 0 ? "Does somebody have to do something?" : "Does anybody have to do something else?";
            yield return new Screen($"action-{i + 1}", Choice.YesNo($"action-{i + 1}", another)
                with { Hint = "Each action has an owner and a date, and is followed up until it is done.", Missing = "Select yes if there is an action to agree" });
            if (!answers.IsYes($"action-{i + 1}")) yield break;
            yield return new Screen($"action-{i + 1}-details", $"Action {i + 1}",
                new Prose($"actions[{i}].what", "What will be done?") { Rows = 3, Missing = "Enter what will be done" },
                new Choice($"actions[{i}].agency", "Which organisation takes it on?", at.PartyOptions) { Missing = "Select the organisation that takes it on" },
                new Line($"actions[{i}].owner", "Who will do it?") { Hint = "A name or a post in that organisation.", Missing = "Enter who will do it" },
                new Day($"actions[{i}].due", "By when?") { Missing = "Enter the date by which it will be done", Wrong = at.NotPast });
        }
    }

    public static ValueList<ActionAgreed> ActionsOf(Standpoint at, Answers answers, Naming naming) => Enumerable.Range(0, MostActions)
        .TakeWhile(i => answers.IsYes($"action-{i + 1}"))
        .Select(i => new ActionAgreed(
            naming.Id($"action-{i + 1}"), answers[$"actions[{i}].what"], answers[$"actions[{i}].agency"], answers[$"actions[{i}].owner"],
            answers.Day($"actions[{i}].due")!.Value))
        .ToValueList();
}

/// <summary>What the procedure has people affirm when they propose or confirm an outcome.</summary>
internal static class Statements
{
    public const string Question = "affirmed";

    public static Question? Of(Standpoint at) => at.Procedure.Closing.Statements is { Count: > 0 } statements
        ? new Choices(Question, "Please confirm", [.. statements.Select(s => new Option(s.Id, s.Text))]) { Every = true, Missing = "Tick every statement; if one does not hold, it is not settled yet" }
        : null;
}
