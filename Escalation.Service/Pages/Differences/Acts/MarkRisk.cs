using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"There is immediate risk."</summary>
internal sealed class MarkRisk : Journey
{
    public override string Path => "mark-risk";

    public override string Title(Standpoint at) => $"Say that {at.Whom} is at immediate risk";

    public override string About(Standpoint at) => "Everybody involved is told. Deadlines can be brought forward, and it can go to a higher stage at once.";

    public override bool IsOffered(Standpoint at) => at is { IsOpen: true, IsPartyOrOfficer: true } && !at.Standing.AtImmediateRisk;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("reason", new Prose("reason", $"Why is {at.Whom} at immediate risk?")
        {
            Hint = "This page calls nobody. Where somebody is in danger, make the emergency calls first.",
            Missing = $"Enter why {at.Whom} is at immediate risk",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.MarkImmediateRisk(answers["reason"]);

    public override string SendLabel(Standpoint at) => "Mark immediate risk";

    public override string DoneTitle(Standpoint at) => "Immediate risk is marked";
}

/// <summary>"The immediate risk is over." A journey of its own, so that nobody who began to say the one says the other.</summary>
internal sealed class LiftRisk : Journey
{
    public override string Path => "lift-risk";

    public override string Title(Standpoint at) => "Say that the immediate risk is over";

    public override string About(Standpoint at) => "Dates that were brought forward stay where they are.";

    public override bool IsOffered(Standpoint at) => at is { IsOpen: true, IsPartyOrOfficer: true } && at.Standing.AtImmediateRisk;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("reason", new Prose("reason", "Why is the immediate risk over?")
        {
            Hint = $"What has changed, and who has seen {at.Whom} since.",
            Missing = "Enter why the immediate risk is over",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.LiftImmediateRisk(answers["reason"]);

    public override string SendLabel(Standpoint at) => "Say that the risk is over";

    public override string DoneTitle(Standpoint at) => "The immediate risk is over, and the record says so";
}
