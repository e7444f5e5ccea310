using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"We talked."</summary>
internal sealed class RecordDiscussion : Journey
{
    private const string NoStep = "-";

    public override string Path => "discuss";

    public override string Title(Standpoint at) => "Record a discussion";

    public override string About(Standpoint at) => "Write down who spoke, what the views were and what came of it. Everybody involved can read it.";

    public override bool IsOffered(Standpoint at) => at is { IsOpen: true, IsPartyOrOfficer: true };

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        if (at.Stage.Steps.Count > 0)
        {
            var steps = StepsOpen(at).Select(s => OptionOf(s, at)).Append(new Option(NoStep, "Another discussion"));
            yield return new Screen("step", new Choice("step", "What was it?", [.. steps]) { Missing = "Select what it was" });
        }

        yield return new Screen("talk", "The discussion",
            new Line("with", "Who took part?") { Hint = "Names, or posts and organisations.", Missing = "Enter who took part" },
            new Prose("views", "What were the views?") { Hint = "Each side's, as each would put it.", Missing = "Enter what the views were" },
            new Prose("outcome", "What came of it?")
            {
                Hint = "If you could not agree, say so. To settle the difference, propose an outcome as well.",
                Missing = "Enter what came of it",
            });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.RecordDiscussion(
        naming.Id(), answers["with"], answers["views"], answers["outcome"], at.Stage.Steps.FirstOrDefault(s => s.Id == answers["step"])?.Id);

    public override string SendLabel(Standpoint at) => "Put it on the record";

    public override string DoneTitle(Standpoint at) => "The discussion is on the record";

    /// <summary>Up to the first that is required and not recorded; at immediate risk people talk to whom they can reach.</summary>
    private static IEnumerable<Step> StepsOpen(Standpoint at)
    {
        foreach (var step in at.Stage.Steps)
        {
            yield return step;
            if (step.Required && !at.Standing.AtImmediateRisk && !at.Standing.StepsRecorded.Contains(step.Id)) yield break;
        }
    }

    private static Option OptionOf(Step step, Standpoint at) =>
        new(step.Id, step.Title, at.Standing.StepsRecorded.Contains(step.Id) ? "Recorded before. You can record another." : null);
}
