using Escalation.Core.Differences;

namespace Escalation.Core.Notices.Words;

/// <summary>Words about the outcome and what comes after it.</summary>
internal static class EndSayings
{
    public static Saying Of(Telling t) => t.Notice.Kind switch
    {
        NoticeKind.Outcome => new("The outcome",
            $"The difference between {t.Raising} and {t.Responding} is settled, {HowSettled(t)}. The written outcome is ready for you to read and to file.",
            "The difference closes once every party and the worker who raised it have been sent the outcome, and anything else that the procedure asks for first, such as a completed form, is done."),
        NoticeKind.Closed => new("The difference is closed",
            $"The difference between {t.Raising} and {t.Responding} is closed. Agreed actions are followed up until they are done."),
        NoticeKind.Withdrawn => new("The difference was withdrawn",
            $"{t.Raising} has withdrawn the difference with {t.Responding}. The reason is in the record.",
            "Nothing more is asked of you."),
        NoticeKind.Redirected => new("Another route is the right one",
            "This will not be taken forward under this procedure, because a different route is the right one.", GoInstead(t)),
        NoticeKind.Reopened => new("The difference is open again",
            $"The board office has opened the difference between {t.Raising} and {t.Responding} again. It is at {t.StageNamed(t.Standing.Stage)}. "
                + "The reason is in the record."),
        NoticeKind.ActionDone => new("An agreed action is done", "One of the actions that were agreed is done. You do not need to do anything about it."),
        NoticeKind.ActionChanged => new("An agreed action has changed",
            $"One of the actions that were agreed has a new owner or a new date. It is due {t.By}."),
        NoticeKind.ActionOverdue => new("An agreed action is past its date", "Still waiting for you: an action that your agency agreed to is past its date.",
            "Please do it and record that it is done, or ask the board office for another date."),
        NoticeKind.DebriefOffered => new("Would a debrief help?",
            "Everybody who was involved is offered time to reflect together on how it went. Please say whether you would like that."),
        NoticeKind.FeedbackAsked => new("How well did the procedure work?",
            "Please say how well the procedure worked, and what would make it better. It takes a minute."),
        NoticeKind.Learning => new("An issue for the board", "An issue that came out of a difference has been passed to you to bring before the board."),
        _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
    };

    private static string HowSettled(Telling t) => t.Standing.Settlement?.By == SettledBy.BindingDecision ? "by a decision that binds" : "by agreement";

    private static string GoInstead(Telling t) => t.Procedure.Screening.FirstOrDefault(q => q.Id == t.Notice.Detail)?.GoInstead ?? "";
}
