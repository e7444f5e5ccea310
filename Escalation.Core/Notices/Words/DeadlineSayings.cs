namespace Escalation.Core.Notices.Words;

/// <summary>Words about what is asked and by when.</summary>
internal static class DeadlineSayings
{
    public static Saying Of(Telling t) => t.Notice.Kind switch
    {
        NoticeKind.DutyAsked => new($"Please {t.Asked} {t.By}",
            $"In the difference between {t.Raising} and {t.Responding}, at {t.Stage}, you need to {t.Asked} {t.By}.", t.Why ?? "", t.Otherwise ?? ""),
        NoticeKind.Reminder => new($"Reminder: please {t.Asked} {t.By}",
            $"Still waiting for you: the difference between {t.Raising} and {t.Responding} is at {t.Stage}. You need to {t.Asked} {t.By}.", t.Otherwise ?? ""),
        NoticeKind.DeadlinePassed => new($"The deadline to {t.Asked} has passed",
            $"The time to {t.Asked} ended at {t.Due}. It is still needed, and you can still do it.", Follows(t)),
        NoticeKind.Chase => new("Still waiting for you",
            $"The difference between {t.Raising} and {t.Responding} is waiting at {t.Stage}. Please take the next step.",
            IsWaitedForAnswer(t) ? "Somebody has said that an act in their name was not theirs: please say whether it stands." : "",
            "If nothing happens you will be reminded again, and in time so will the board office."),
        NoticeKind.DeadlineMoved => new($"A new date: please {t.Asked} {t.By}",
            $"The time to {t.Asked} now ends at {t.Due}. {Because(t.Notice.Detail)}", t.Otherwise ?? ""),
        NoticeKind.Flagged when t.Notice.Detail == "disowned" => new("Please look into this: somebody says that it was not them",
            "Somebody says that they did not do something that was recorded in their name. The record shows what, and why they say so.",
            "Please look into it, and say whether it stands. Anything that depends on it waits for your answer; the deadlines stand as they were."),
        NoticeKind.Flagged => new("Please look at this difference",
            $"{Flag(t.Notice.Detail)} The difference between {t.Raising} and {t.Responding} is at {t.Stage}.",
            "Nothing was decided by this. Please check whether you need to do anything."),
        NoticeKind.DutyDone => new($"Done: {t.Asked}", $"Somebody has done what was asked at {t.Stage}: {t.Asked}. You do not need to do anything about it."),
        _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
    };

    private static bool IsWaitedForAnswer(Telling t) => t.Notice.To is Recipient.Officer { Id: "board-office" } && t.Standing.Disowned.Any();

    private static string Follows(Telling t) => t.Notice.Stage == t.Standing.Stage
        ? "You will be reminded until it is done."
        : $"Meanwhile it has gone to {t.StageNamed(t.Standing.Stage)}.";

    private static string Because(string? moving) => moving switch
    {
        "agreement" => "Both sides agreed on that.",
        "immediate-risk" => "It was brought forward because the adult is at immediate risk.",
        _ => "The days were counted again, because a day has become a working day or a day off.",
    };

    private static string Flag(string? flaggedFor) => flaggedFor switch
    {
        "deadline-passed" => "A deadline has passed.",
        "cap-passed" => "The time that the procedure allows from beginning to end is over.",
        "cap-will-break" => "A date that was agreed is later than the procedure allows from beginning to end.",
        "no-neutral-agency" => "The panel has nobody from an agency that is not in dispute.",
        "party-absent" => "A party was not at the meeting.",
        "no-decision-authority" => "Somebody at the meeting could not decide for their organisation.",
        _ => throw new InvalidOperationException($"No words for the flag '{flaggedFor}'."),
    };
}
