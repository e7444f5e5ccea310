using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages;

/// <summary>Who has the next act and until when, in sentences.</summary>
internal static class NextWords
{
    public static IEnumerable<string> Of(Standpoint at) => at.DifferenceOrNull?.State switch
    {
        null => [],
        Difference.Ended ended => [HowItEnded(ended)],
        Difference.Open open => OfOpen(open, at),
        var other => throw new InvalidOperationException($"No words for {other.GetType().Name}."),
    };

    /// <summary>Why the next act is due when it is; none where nothing has a date.</summary>
    public static string? WhyThen(Standpoint at) => at.IsOpen && NextDeadline(at) is { } deadline ? Explanation.Of(deadline) : null;

    public static string HowItEnded(Difference.Ended ended) => ended.Ending switch
    {
        Ending.Closed => $"It was closed at {DateWords.Of(ended.At)}.",
        Ending.Withdrawn => $"It was withdrawn at {DateWords.Of(ended.At)}.",
        Ending.Redirected => $"It was sent to where it belongs at {DateWords.Of(ended.At)}.",
        _ => throw new ArgumentOutOfRangeException(nameof(ended), ended.Ending, "not an ending"),
    };

    private static IEnumerable<string> OfOpen(Difference.Open open, Standpoint at)
    {
        if (open.Standing.Settlement is not null) yield return "The outcome is settled. It closes when the written outcome has reached everybody and any form or step that the procedure still asks for is complete.";
        if (open.Standing.Disowned.Any())
            yield return $"Somebody has said that an act in their name was not theirs. Anything that depends on it waits until {at.Procedure.BoardOfficeTitle} has looked into it.";
        foreach (var late in open.Standing.Duties.Where(d => d.IsLate))
            yield return $"Overdue: to {late.Set.Title}. The deadline was {DateWords.Of(late.DueAt!.Value)}, and it can still be done.";
        if (DutyHolders.Whose(open.Standing) is not { } who) yield break;
        var holders = DutyHolders.Of(who, open.Standing, at.Procedure).Select(h => HolderWords(h, at)).Distinct().ToList();
        if (NextDeadline(at) is { } next)
            yield return $"{Sentences.Capital(Sentences.And(holders))} {(holders is [not "you"] ? "needs" : "need")} to {next.Set.Title} by {DateWords.Of(next.DueAt!.Value)}.";
        else if (open.Standing.Chase is { } chase)
            yield return $"Still waiting for {Sentences.And(holders)}. The service sends a reminder at {DateWords.Of(chase.DueAt)}.";
    }

    private static Deadline? NextDeadline(Standpoint at) => at.Standing.PendingAtStage.MinBy(d => d.DueAt);

    private static string HolderWords(DutyHolder holder, Standpoint at) => holder switch
    {
        { Contact: { } contact } when at.Visitor.Contacts.Contains(contact) => "you",
        { Agency: null } when at.IsTheirPost(holder.Title) => "you",
        { Agency: { } agency } => $"{at.NameOf(agency)} ({holder.Title})",
        _ => holder.Title,
    };
}
