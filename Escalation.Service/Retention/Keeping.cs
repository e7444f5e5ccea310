using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Retention;

/// <summary>A difference that has ended, and how long its record is kept.</summary>
/// <param name="Until">The last day on which it is kept.</param>
/// <param name="Held">Why it is not disposed of whatever the day, if somebody holds it.</param>
/// <param name="FollowedUp">Whether agreed actions are still open: it is kept until they are done.</param>
public sealed record Keeping(Head Head, DateOnly Until, Hold? Held, bool FollowedUp)
{
    public static Keeping Of(Head head, Board board, Hold? held) => new(
        head, LondonTime.DayOf(EndOf(head)).AddYears(RetentionRule.YearsOf(head.Card, board)), held, head.Due is not null);

    public bool IsOverOn(DateOnly today) => today > Until;

    /// <summary>Whether it can be put on a list.</summary>
    public bool CanGoOn(DateOnly today) => IsOverOn(today) && Held is null && !FollowedUp && Head.Key is not null;

    public DateTimeOffset EndedAt => EndOf(Head);

    private static DateTimeOffset EndOf(Head head) => head.Card.EndedAt ?? throw new InvalidOperationException($"{head.Id} has not ended.");
}
