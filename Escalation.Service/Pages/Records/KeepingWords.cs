using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Retention;

namespace Escalation.Service.Pages.Records;

/// <summary>How long records are kept, in words.</summary>
internal static class KeepingWords
{
    public static string Of(CardState outcome) => outcome switch
    {
        CardState.Closed => "Closed",
        CardState.Withdrawn => "Withdrawn",
        CardState.Redirected => "Sent elsewhere",
        CardState.Open => "Open",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "no words"),
    };

    /// <summary>"Closed: 8 years".</summary>
    public static IEnumerable<string> Rules(BoardRoom room)
    {
        foreach (var rule in room.Board.Retention ?? [])
        {
            var under = rule.Procedure is null ? "" : $", under the procedure {rule.Procedure}";
            yield return $"{(rule.Outcome is { } outcome ? Of(outcome) : "However they ended")}{under}: {Years(rule.Years)}.";
        }

        var rest = Endings.Where(e => (room.Board.Retention ?? []).All(r => r.Procedure is not null || (r.Outcome is not null && r.Outcome != e))).ToList();
        if (rest.Count == Endings.Length) yield return $"However they ended: {Years(RetentionRule.Usual)}.";
        else foreach (var outcome in rest) yield return $"{Of(outcome)}: {Years(RetentionRule.Usual)}.";
    }

    private static readonly CardState[] Endings = [CardState.Closed, CardState.Withdrawn, CardState.Redirected];

    /// <summary>Why it stays although its time may be over; none where nothing keeps it.</summary>
    public static string? WhyKept(Keeping keeping) => keeping switch
    {
        { Held: { } hold } => $"On hold since {DateWords.Of(hold.At)}: {hold.Reason}",
        { FollowedUp: true } => "Agreed actions are still followed up.",
        _ => null,
    };

    public static string Ended(Keeping keeping) => $"{Of(keeping.Head.Card.State)} at {DateWords.Of(keeping.EndedAt)}";

    private static string Years(int years) => years == 1 ? "1 year" : $"{years} years";
}
