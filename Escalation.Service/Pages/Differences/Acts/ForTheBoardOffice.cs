using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>An act that is the board office's alone.</summary>
internal abstract class ForTheBoardOffice : Journey
{
    public override string? OnBehalfOf(Standpoint at) => at.AsBoardOffice;
}

/// <summary>"It has to be looked at again."</summary>
internal sealed class ReopenIt : ForTheBoardOffice
{
    public override string Path => "reopen";

    public override string Title(Standpoint at) => "Open it again";

    public override string About(Standpoint at) => "Everybody involved is told, and deadlines count from now.";

    public override bool IsOffered(Standpoint at) => at.Visitor.IsBoardOffice && at.DifferenceOrNull?.State is Difference.Ended;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var stages = at.Procedure.Stages.Select(s => new Option(s.Id, at.TitleOf(s.Id)));
        yield return new Screen("stage", new Choice("stage", "At which stage does it go on?", [.. stages]) { Missing = "Select the stage" });
        yield return new Screen("reason", new Prose("reason", "Why is it opened again?")
        {
            Hint = "Everybody involved reads this.",
            Missing = "Enter why it is opened again",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.Reopen(answers["stage"], answers["reason"]);

    public override string SendLabel(Standpoint at) => "Open it again";

    public override string DoneTitle(Standpoint at) => "It is open again";
}

/// <summary>"The written outcome reached these."</summary>
internal sealed class SayWhoWasTold : ForTheBoardOffice
{
    private const string Raiser = "raiser";

    public override string Path => "told";

    public override string Title(Standpoint at) => "Say who has been told the outcome";

    public override string About(Standpoint at) =>
        "It can only close once the written outcome has reached everybody. Messages that arrived are counted of themselves.";

    public override bool IsOffered(Standpoint at) => at.IsOpen && at.Visitor.IsBoardOffice && NotTold(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("told", new Choices("told", "Whom has the written outcome reached?", NotTold(at))
        {
            Hint = "By post, by telephone and letter, in a meeting: select all whom you know that it reached.",
            Missing = "Select whom the written outcome has reached",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.ConfirmTold(answers.All("told").ToValueList());

    public override string SendLabel(Standpoint at) => "Put it on the record";

    public override string DoneTitle(Standpoint at) => "It is on the record who was told";

    private static List<Option> NotTold(Standpoint at) => at.Standing.Settlement is { } settlement
        ? [.. at.PartyOptions.Append(new Option(Raiser, "The worker who raised it")).Where(o => !settlement.Told.Contains(o.Value))]
        : [];
}

/// <summary>"The calendar has changed."</summary>
internal sealed class CountAgain : ForTheBoardOffice
{
    public override string Path => "count-again";

    public override string Title(Standpoint at) => "Count the deadlines again";

    public override string About(Standpoint at) =>
        "After a bank holiday or a closure day was added. Dates that people agreed stay; those whose dates move are told.";

    public override bool IsOffered(Standpoint at) => at.IsOpen && at.Visitor.IsBoardOffice;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("reason", new Prose("reason", "What has changed in the calendar?")
        {
            Rows = 3,
            Missing = "Enter what has changed in the calendar",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.CountAgain(answers["reason"]);

    public override string SendLabel(Standpoint at) => "Count again";

    public override string DoneTitle(Standpoint at) => "The deadlines have been counted again";
}
