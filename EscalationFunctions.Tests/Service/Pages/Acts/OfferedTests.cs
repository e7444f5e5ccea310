using System.Collections.Concurrent;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Differences.Acts;
using Escalation.Service.Pages.Journeys;

namespace EscalationFunctions.Tests.Service.Pages.Acts;

/// <summary>
/// What a page offers is what the rules accept, over the real procedures, those of other boards and made-up ones. A failure names the walk:
/// <c>new OfferedWalk(seed).Run(30)</c> repeats it.
/// </summary>
[Category("Walks")]
[Parallelizable(ParallelScope.All)]
public class OfferedTests
{
    private const int Groups = 10;
    private const int WalksInAGroup = 10;
    private const int Steps = 30;

    // Their answers hang together (who sits on a panel, who was invited, which act was whose), so that drawn ones make no sense. They have
    // tests of their own.
    private static readonly string[] Elsewhere =
        ["arrange-meeting", "record-meeting", "unresolved", "choose-route", "panel", "hearing", "decision", "not-mine", "find-out"];

    private static readonly ConcurrentDictionary<int, Lazy<HashSet<string>>> Done = new();

    [Test]
    public void What_is_offered_is_accepted_and_what_is_accepted_was_offered([Range(1, Groups)] int group) => Assert.That(Walked(group), Is.Not.Empty);

    [Test]
    public void Together_the_walks_take_every_journey() => Assert.That(
        Journeys.Select(j => j.Path).Except(Enumerable.Range(1, Groups).SelectMany(Walked)), Is.Empty);

    /// <summary>Those that have an address there: something new is only raised, and what was raised is not raised again.</summary>
    internal static IEnumerable<Journey> JourneysAt(Standpoint at) => Journeys.Where(j => j.Path == "raise" == at.RecordOrNull is null);

    /// <summary>
    /// The journey by which a command is given; none where the pages leave out on purpose what the rules would accept: agreeing to a stage
    /// that lies behind, a debrief or feedback that the procedure does not ask for.
    /// </summary>
    internal static string? JourneyFor(Command command, Procedure procedure, Difference state) => command switch
    {
        Command.Raise => "raise",
        Command.RecordDiscussion => "discuss",
        Command.Respond => "respond",
        Command.Escalate => "take-further",
        Command.PassGate c => procedure.RankOf(c.Stage) > procedure.RankOf(state.StandingOrNull!.Stage) ? "agree-to-stage" : null,
        Command.ProposeTimescale => "ask-for-time",
        Command.AgreeTimescale or Command.DeclineTimescale => "answer-time",
        Command.MarkImmediateRisk => "mark-risk",
        Command.LiftImmediateRisk => "lift-risk",
        Command.NominateContact => "name-contact",
        Command.AddSupporter => "add-supporter",
        Command.RemoveSupporter => "remove-supporter",
        Command.AddParty => "bring-in",
        Command.NoteComplaint => "complaint",
        Command.FulfilDuty => "duty",
        Command.Withdraw => "withdraw",
        Command.Redirect => "send-elsewhere",
        Command.Reopen => "reopen",
        Command.ConfirmTold => "told",
        Command.CountAgain => "count-again",
        Command.CompleteAction => "complete-action",
        Command.ChangeAction => "change-action",
        Command.RecordDebrief => procedure.AfterClosing.Debrief ? "debrief" : null,
        Command.PassLearning => "learning",
        Command.GiveFeedback => procedure.AfterClosing.Feedback ? "feedback" : null,
        _ => null,
    };

    private static IEnumerable<Journey> Journeys => ActsOnPages.All.Where(j => !Elsewhere.Contains(j.Path));

    private static HashSet<string> Walked(int group) => Done.GetOrAdd(group, _ => new Lazy<HashSet<string>>(() => Walk(group))).Value;

    private static HashSet<string> Walk(int group)
    {
        var taken = new HashSet<string>();
        for (var i = 0; i < WalksInAGroup; i++)
        {
            var walk = new OfferedWalk((group * WalksInAGroup) + i);
            walk.Run(Steps);
            taken.UnionWith(walk.Taken);
        }

        return taken;
    }
}
