using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>Every act that somebody can be taken to on a page, in the order in which they are offered.</summary>
internal static class ActsOnPages
{
    public static IReadOnlyList<Journey> All { get; } =
    [
        new AcknowledgeIt(),
        new ProposeOutcome(),
        new AnswerProposal(),
    ];
}
