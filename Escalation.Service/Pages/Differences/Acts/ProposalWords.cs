using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>The outcome on the table, read out above the questions about it.</summary>
internal static class ProposalWords
{
    public static IReadOnlyList<(string Heading, string Text)> Of(Standpoint at) => at.Standing.PendingProposal is { } pending
        ? at.Entries.Select(e => e.Fact).Select(fact => fact switch
        {
            Fact.OutcomeProposed f when f.Id == pending.Id => Read(f.Outcome, f.Outstanding, f.Actions, at),
            Fact.DecisionMade f when f.Id == pending.Id => Read(f.Decision, f.Outstanding, f.Actions, at),
            _ => null,
        }).OfType<IReadOnlyList<(string, string)>>().LastOrDefault() ?? []
        : [];

    private static List<(string, string)> Read(string outcome, string outstanding, IReadOnlyList<ActionAgreed> actions, Standpoint at) =>
    [
        ("Proposed outcome", outcome),
        .. actions.Select((a, i) => ($"Action {i + 1}", $"{a.What}\n{at.NameOf(a.Agency)}: {a.Owner}, by {DateWords.Of(a.Due)}")),
        ("What stays open", outstanding),
    ];
}
