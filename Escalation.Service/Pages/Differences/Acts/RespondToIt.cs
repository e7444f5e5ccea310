using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"This is our answer, and why."</summary>
internal sealed class RespondToIt : Journey
{
    public override string Path => "respond";

    public override string Title(Standpoint at) => "Give your answer, with reasons";

    public override string About(Standpoint at) =>
        "Say where you stand and why. It goes to everybody involved; to settle the difference, propose an outcome instead.";

    public override bool IsOffered(Standpoint at) => at is { IsUnsettled: true, IsPartyOrOfficer: true };

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("position", new Prose("position", "What is your answer?")
        {
            Hint = $"What you will do, or will not do, for {at.Whom}.",
            Missing = "Enter your answer",
        });
        yield return new Screen("reason", new Prose("reason", "What is the reason for your answer?")
        {
            Hint = "The evidence and the rules that you went by, so that the others can follow you.",
            Missing = "Enter the reason for your answer",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.Respond(naming.Id(), answers["position"], answers["reason"]);

    public override string SendLabel(Standpoint at) => "Send the answer";

    public override string DoneTitle(Standpoint at) => "Your answer has gone to the others";
}
