using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"We have done what we took on."</summary>
internal sealed class CompleteAction : Journey
{
    public override string Path => "complete-action";

    public override string Title(Standpoint at) => "Say that an agreed action is done";

    public override bool IsOffered(Standpoint at) => TheirsToDo(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("action", new Choice("action", "Which action is done?", [.. TheirsToDo(at).Select(a => ActionWords.OptionOf(a, at))])
        {
            Missing = "Select the action",
        });
        yield return new Screen("account", new Prose("account", "What was done, and when?") { Rows = 3, Missing = "Enter what was done, and when" });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.CompleteAction(answers["action"], answers["account"]);

    public override string? OnBehalfOf(Standpoint at) => at.AsBoardOffice;

    public override string SendLabel(Standpoint at) => "Say that it is done";

    public override string DoneTitle(Standpoint at) => "The action is on the record as done";

    private static List<AgreedAction> TheirsToDo(Standpoint at) =>
        [.. ActionWords.Unfinished(at).Where(a => at.Visitor.IsBoardOffice || at.Party?.Agency == a.Action.Agency)];
}

/// <summary>A new owner or date for an action, with the reason.</summary>
internal sealed class ChangeAction : Journey
{
    public override string Path => "change-action";

    public override string Title(Standpoint at) => "Change who does an agreed action, or by when";

    public override bool IsOffered(Standpoint at) => at.IsPartyOrOfficer && ActionWords.Unfinished(at).Any();

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var actions = ActionWords.Unfinished(at).Select(a => ActionWords.OptionOf(a, at));
        yield return new Screen("action", new Choice("action", "Which action changes?", [.. actions]) { Missing = "Select the action" });
        yield return new Screen("change", "How it is to be done now",
            new Choice("agency", "Which organisation takes it on?", at.PartyOptions) { Missing = "Select the organisation that takes it on" },
            new Line("owner", "Who will do it?") { Hint = "A name or a post in that organisation.", Missing = "Enter who will do it" },
            new Day("due", "By when?") { Missing = "Enter the date by which it will be done", Wrong = day => ActionWords.WrongWith(day, at) });
        yield return new Screen("reason", new Prose("reason", "Why does it change?") { Rows = 3, Missing = "Enter why it changes" });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.ChangeAction(answers["action"], answers["agency"], answers["owner"], answers.Day("due")!.Value, answers["reason"]);

    public override string SendLabel(Standpoint at) => "Change the action";

    public override string DoneTitle(Standpoint at) => "The action has been changed";
}

/// <summary>Agreed actions as something to choose.</summary>
internal static class ActionWords
{
    private const int YearsAhead = 5;

    public static IEnumerable<AgreedAction> Unfinished(Standpoint at) => at.DifferenceOrNull is null ? [] : at.Standing.Actions.Where(a => !a.Done);

    public static Option OptionOf(AgreedAction action, Standpoint at) =>
        new(action.Action.Id, action.Action.What, $"{at.NameOf(action.Action.Agency)}: {action.Action.Owner}, by {DateWords.Of(action.Action.Due)}");

    public static string? WrongWith(DateOnly due, Standpoint at)
    {
        var today = LondonTime.DayOf(at.Now);
        return due < today ? "The date must be today or later" : due > today.AddYears(YearsAhead) ? $"The date can be at most {YearsAhead} years ahead" : null;
    }
}
