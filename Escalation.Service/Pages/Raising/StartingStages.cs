using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Raising;

/// <summary>At which stage a difference may start under the procedure, and why it starts there.</summary>
internal static class StartingStages
{
    public static IEnumerable<Screen> Of(Standpoint at, Answers answers, bool atRisk)
    {
        var allowed = Allowed(at.Procedure, atRisk);
        if (allowed.Count < 2) yield break;
        yield return new Screen("startAt", new Choice("startAt", "At which stage should it start?",
            [.. allowed.Select((id, i) => new Option(id, at.TitleOf(id), i == 0 ? "The usual one." : null))])
        {
            Hint = "Choose a higher stage if starting lower could leave somebody to come to harm.",
            Missing = "Select the stage at which it should start",
        });
        if (ChosenIn(at, answers, atRisk) is not null)
            yield return new Screen("startReason", new Prose("startReason", "Why should it start there?") { Missing = "Enter why it should start there" });
    }

    /// <summary>The stage that was chosen; none where it is the usual one.</summary>
    public static string? ChosenIn(Standpoint at, Answers answers, bool atRisk) =>
        Allowed(at.Procedure, atRisk).Skip(1).FirstOrDefault(id => id == answers["startAt"]);

    /// <summary>The usual one first, the others from the lowest up.</summary>
    private static List<string> Allowed(Procedure procedure, bool atRisk) => [.. procedure.StagesToStartAt(atRisk)];
}
