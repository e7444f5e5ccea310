using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"We did what that deadline asks of us."</summary>
internal sealed class SayDutyDone : Journey
{
    public override string Path => "duty";

    public override string Title(Standpoint at) => "Say that something asked of you is done";

    public override bool IsOffered(Standpoint at) => at.IsOpen && DutiesOf(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("deadline", new Choice("deadline", "What was done?", [.. DutiesOf(at).Select(d => DeadlineOptions.OptionOf(d, at))])
        {
            Missing = "Select what was done",
        });
        yield return new Screen("account", new Prose("account", "How and when was it done?") { Rows = 3, Missing = "Enter how and when it was done" });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.FulfilDuty(answers["deadline"], answers["account"]);

    public override string? OnBehalfOf(Standpoint at) => at.AsBoardOffice;

    public override string SendLabel(Standpoint at) => "Say that it is done";

    public override string DoneTitle(Standpoint at) => "It is on the record as done";

    /// <summary>What is still wanted, can be kept by saying so, and is the visitor's; the board office may say it for whoever holds it.</summary>
    private static List<Deadline> DutiesOf(Standpoint at) => [.. at.Standing.Duties
        .Where(d => at.Stage.Deadlines.FirstOrDefault(r => r.Id == d.Id) is { } rule && rule.MetBy.Contains(Happening.DutyDone) && IsTheirs(rule.Holder, at))];

    private static bool IsTheirs(Who holder, Standpoint at) => at.Visitor.IsBoardOffice
        || (at.Party is null ? holder.IsOfficer && at.IsOfficer(holder.Name) : !holder.IsOfficer && at.IsAmong(holder));
}
