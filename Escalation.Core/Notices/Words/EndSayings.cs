using Escalation.Core.Differences;

namespace Escalation.Core.Notices.Words;

/// <summary>Words about the outcome and what comes after it.</summary>
internal static class EndSayings
{
    public static Saying Of(Telling t) => t.Notice.Kind switch
    {
        NoticeKind.Outcome => new("The outcome",
            $"The difference between {t.Raising} and {t.Responding} is settled, {HowSettled(t)}. The written outcome is there for you to read and to file.",
            "It is closed when every party, and the worker who raised it, has been sent the outcome."),
        NoticeKind.Closed => new("It is closed", $"The difference between {t.Raising} and {t.Responding} is closed. Agreed actions are followed up until they are done."),
        NoticeKind.Withdrawn => new("It was withdrawn", $"The difference with {t.Responding} was withdrawn by {t.Raising}, with the reason recorded."),
        NoticeKind.Redirected => new("It belongs elsewhere", "This does not go on here, because it belongs elsewhere.", GoInstead(t)),
        NoticeKind.Reopened => new("It was opened again", $"The board office has opened the difference again, with the reason recorded. It is at {t.StageNamed(t.Standing.Stage)}."),
        NoticeKind.ActionDone => new("An action is done", "One of the agreed actions is done."),
        NoticeKind.ActionChanged => new("An action has a new owner or date", $"One of the agreed actions has a new owner or date. It is due {t.By}."),
        NoticeKind.ActionOverdue => new("An agreed action is past its date", "Still waiting for you: an action that your agency agreed to is past its date.",
            "Please do it and say so, or ask the board office for another date."),
        NoticeKind.DebriefOffered => new("Would a debrief help?", "The procedure offers everybody who was involved time to reflect on how it went. Please say whether you would like that."),
        NoticeKind.FeedbackAsked => new("How well did the procedure work?", "Please say how well the procedure worked, and what would make it better. It takes a minute."),
        NoticeKind.Learning => new("An issue for the board", "An issue that came out of a difference has been passed to you to bring before the board."),
        _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
    };

    private static string HowSettled(Telling t) => t.Standing.Settlement?.By == SettledBy.BindingDecision ? "by a decision that binds" : "by agreement";

    private static string GoInstead(Telling t) => t.Procedure.Screening.FirstOrDefault(q => q.Id == t.Notice.Detail)?.GoInstead ?? "";
}
