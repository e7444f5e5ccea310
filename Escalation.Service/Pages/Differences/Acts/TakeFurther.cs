using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.Pages.Raising;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"It is not settled: take it further."</summary>
internal sealed class TakeFurther : Journey
{
    public override string Path => "take-further";

    public override string Title(Standpoint at) => TargetsOf(at) is [var only] ? $"Take it to stage {only}" : "Take it further";

    public override string About(Standpoint at) =>
        "If it cannot be settled here, the people who act at the next stage take it on. You do not have to wait for the deadline.";

    public override bool IsOffered(Standpoint at) => at is { IsUnsettled: true, Party: not null } && MayLeave(at) && TargetsOf(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var targets = TargetsOf(at);
        if (targets.Count > 1)
            yield return new Screen("to", new Choice("to", "To which stage should it go?", [.. targets.Select((id, i) => OptionOf(id, i == 0, at))])
            {
                Missing = "Select the stage",
            });
        foreach (var question in AskedAgain(at, answers))
        {
            yield return new Screen(ScreeningScreens.IdOf(question), ScreeningScreens.QuestionOf(question));
            if (!answers.IsYes(ScreeningScreens.IdOf(question))) continue;
            yield return new Screen("elsewhere", "It belongs elsewhere")
            {
                Intro = [$"So it cannot be taken further. It stays at {at.TitleOf(at.Standing.Stage)}, and nothing was changed."],
                Quoted = [("Where to go instead", question.GoInstead)],
                Ends = true,
            };
            yield break;
        }

        yield return new Screen("reason", new Prose("reason", "Why does it have to go further?")
        {
            Hint = "What has been tried, and what is still in dispute. Those who take it on read this first.",
            Missing = "Enter why it has to go further",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.Escalate(
        at.Standing.Stage, answers["reason"], TargetOf(at, answers),
        AskedAgain(at, answers).Where(q => answers.IsYes(ScreeningScreens.IdOf(q))).Select(q => q.Id).ToValueList());

    // Where an adult may come to harm, nothing stands in the way: no page more, and no code to wait for.
    public override Interruption? Interruption(Standpoint at, Answers answers) => at.Standing.AtImmediateRisk
        ? null
        : new($"This takes it to stage {TargetOf(at, answers)}",
            "Those who act at that stage for each organisation are told, and the deadlines of that stage begin.",
            "It does not go back to the stage before.");

    public override string SendLabel(Standpoint at) => "Take it further";

    public override string DoneTitle(Standpoint at) => $"It is now at stage {at.Standing.Stage}";

    private static string TargetOf(Standpoint at, Answers answers) => TargetsOf(at) is { Count: > 1 } several
        ? several.FirstOrDefault(id => id == answers["to"], several[0])
        : TargetsOf(at).FirstOrDefault(at.Standing.Stage);

    /// <summary>The stages to which a person can take it now, the usual one first.</summary>
    private static List<string> TargetsOf(Standpoint at)
    {
        var waysOn = at.Procedure.WaysOnFrom(at.Stage);
        if (waysOn.Count == 0) return [];
        var above = at.Standing.MayJump(at.Procedure) ? at.Procedure.Stages.Skip(at.Procedure.RankOf(at.Standing.Stage) + 1).Select(s => s.Id) : [];
        return [.. waysOn.Union(above).Where(id => at.Standing.IsGateOpen(at.Procedure.StageOf(id)))];
    }

    /// <summary>Whether every step is recorded and every form complete that this stage must not be left without.</summary>
    private static bool MayLeave(Standpoint at) => !at.Standing.StepsMissing(at.Stage).Any()
        && at.Standing.FormsToGoFurther(at.Stage).All(f => at.Standing.FindForm(f.Form)?.SubmittedAt is not null);

    private static IEnumerable<ScreeningQuestion> AskedAgain(Standpoint at, Answers answers) =>
        at.Procedure.FindStage(TargetOf(at, answers)) is { } target ? at.Procedure.Screening.Where(q => target.NotFor.Contains(q.Id)) : [];

    private static Option OptionOf(string stage, bool isUsual, Standpoint at) =>
        new(stage, at.TitleOf(stage), isUsual ? "The usual way." : at.Procedure.StageOf(stage).Optional ? "If you think that it helps." : null);
}
