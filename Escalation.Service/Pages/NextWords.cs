using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages;

/// <summary>Who has the next act and until when, in sentences.</summary>
internal static class NextWords
{
    public static IEnumerable<string> Of(Standpoint at)
    {
        if (at.DifferenceOrNull is null) yield break;
        if (at.Opened.State is Difference.Ended ended)
        {
            yield return ended.Ending switch
            {
                Ending.Closed => $"It was closed at {DateWords.Of(ended.At)}.",
                Ending.Withdrawn => $"It was withdrawn at {DateWords.Of(ended.At)}.",
                _ => $"It was sent to where it belongs at {DateWords.Of(ended.At)}.",
            };
            yield break;
        }

        var holders = DutyHolders.Of((Difference.Open)at.Opened.State, at.Procedure).Select(h => HolderWords(h, at)).Distinct().ToList();
        if (at.Standing.PendingAtStage.MinBy(d => d.DueAt) is { } deadline)
        {
            yield return $"{And(holders)} {(holders.Count == 1 ? "needs" : "need")} to {deadline.Set.Title} by {DateWords.Of(deadline.DueAt!.Value)}.";
            yield return Explanation.Of(deadline);
        }
        else if (at.Standing.Chase is { } chase)
        {
            yield return $"Still waiting for {And(holders)}. The service reminds them at {DateWords.Of(chase.DueAt)}.";
        }
    }

    /// <summary>"A, B and C".</summary>
    public static string And(IReadOnlyList<string> names) => names switch
    {
        [] => "nobody",
        [var only] => only,
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    private static string HolderWords(DutyHolder holder, Standpoint at) =>
        holder.Agency is { } agency ? $"{at.NameOf(agency)} ({holder.Title})" : holder.Title;
}
