using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"We have received it." Not a decision.</summary>
internal sealed class AcknowledgeIt : Journey
{
    public override string Path => "acknowledge";

    public override string Title(Standpoint at) => "Say that you have received it";

    public override string About(Standpoint at) =>
        "This tells the others that your organisation has received the difference and is looking at it. It decides nothing, and the time runs on.";

    public override bool IsOffered(Standpoint at) => at.IsUnsettled && at.Party is { Side: Side.Responding or Side.Involved } party
        && at.Standing.Acts.All(a => a.What != Happening.Acknowledged || a.Who != party.Agency);

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers) => [];

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.Acknowledge();

    public override string CheckTitle => "Say that you have received it";

    public override string SendLabel(Standpoint at) => "We have received it";

    public override string DoneTitle(Standpoint at) => "You have said that you received it";
}
