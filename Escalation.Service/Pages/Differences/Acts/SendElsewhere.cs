using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"It belongs elsewhere."</summary>
internal sealed class SendElsewhere : Journey
{
    public override string Path => "send-elsewhere";

    public override string Title(Standpoint at) => "Say that it belongs elsewhere";

    public override string About(Standpoint at) =>
        "If it turns out that another procedure is meant for it, it ends here and everybody is told where to go instead.";

    public override bool IsOffered(Standpoint at) =>
        at.IsUnsettled && (at.Visitor.IsBoardOffice || at.IsAmong(Who.RaisingAgency)) && at.Procedure.Screening.Any(q => !q.Alongside);

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("screening", new Choice("screening", "Which of these turned out to be so?",
            [.. at.Procedure.Screening.Where(q => !q.Alongside).Select(q => new Option(q.Id, q.Question, q.GoInstead))])
        {
            Missing = "Select what turned out to be so",
        });
        yield return new Screen("reason", new Prose("reason", "Why does it belong there?") { Missing = "Enter why it belongs there" });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.Redirect(answers["screening"], answers["reason"]);

    public override string? OnBehalfOf(Standpoint at) => at.AsBoardOffice;

    public override Interruption? Interruption(Standpoint at, Answers answers) => new("This ends the difference here",
        "Nobody is asked for anything more under this procedure. Everybody involved is told where it belongs, and the record stays.",
        "Only the board office can open it again.");

    public override string SendLabel(Standpoint at) => "Send it elsewhere";

    public override string DoneTitle(Standpoint at) => "It has been sent to where it belongs";
}
