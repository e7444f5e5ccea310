using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"We no longer bring it."</summary>
internal sealed class WithdrawIt : Journey
{
    public override string Path => "withdraw";

    public override string Title(Standpoint at) => "Withdraw it";

    public override string About(Standpoint at) =>
        "If you agree with the other side, propose that as an outcome instead: then what was agreed is written down and followed up.";

    public override bool IsOffered(Standpoint at) => at.IsUnsettled && at.IsAmong(Who.RaisingAgency);

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("reason", new Prose("reason", "Why do you withdraw it?")
        {
            Hint = "It goes to everybody involved, and to the worker who raised it.",
            Missing = "Enter why you withdraw it",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.Withdraw(answers["reason"]);

    public override Interruption? Interruption(Standpoint at, Answers answers) => new("This ends the difference",
        "Once it is withdrawn nobody is asked for anything more, and no outcome is recorded. The record of it stays.",
        "Only the board office can open it again.");

    public override string SendLabel(Standpoint at) => "Withdraw it";

    public override string DoneTitle(Standpoint at) => "It has been withdrawn";
}
