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
        NoticeKind.DeadlinePassed => new($"The time to {t.Asked} is over",
            $"The time to {t.Asked} ended at {t.Due}. It is still wanted, and you can still do it.", Follows(t)),
        NoticeKind.Chase => new("Still waiting for you",
            $"The difference between {t.Raising} and {t.Responding} is waiting at {t.Stage}. Please say how it stands, or take the next step.",
            IsWaitedForAnswer(t) ? "Somebody has said that an act in their name was not theirs: please say whether it stands." : "",
            "You are reminded again if nothing happens, and so is the board office."),
        NoticeKind.DeadlineMoved => new($"A new date: please {t.Asked} {t.By}", $"The time to {t.Asked} now ends at {t.Due}. {Because(t.Notice.Detail)}", t.Otherwise ?? ""),
        NoticeKind.Flagged when t.Notice.Detail == "disowned" => new("Please find out: somebody says that it was not them",
            "Somebody says that an act that stands in their name was not theirs. The record shows which, and what makes them say so.",
            "Please find out, and say whether it stands. What rests on it waits for your answer; the deadlines stand as they were."),
        NoticeKind.Flagged => new("Please look at this difference", $"{Flag(t.Notice.Detail)} It is at {t.Stage}. Nothing was decided by it."),
        NoticeKind.DutyDone => new("It was done", $"What was asked at {t.Stage} was done: {t.Asked}."),
        _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
    };

    private static bool IsWaitedForAnswer(Telling t) => t.Notice.To is Recipient.Officer { Id: "board-office" } && t.Standing.Disowned.Any();

    private static string Follows(Telling t) => t.Notice.Stage == t.Standing.Stage
        ? "You are reminded until it is done."
        : $"Meanwhile it has gone to {t.StageNamed(t.Standing.Stage)}.";

    private static string Because(string? moving) => moving switch
    {
        "agreement" => "Both sides agreed on that.",
        "immediate-risk" => "It was brought forward because the adult is at immediate risk.",
        _ => "The days were counted again, because the calendar of working days has changed.",
    };

    private static string Flag(string? flaggedFor) => flaggedFor switch
    {
        "deadline-passed" => "A deadline has passed.",
        "cap-passed" => "The time that the procedure allows as a whole is over.",
        "cap-will-break" => "A date that was agreed goes beyond the time that the procedure allows as a whole.",
        "no-neutral-agency" => "The panel has nobody from an agency that is not in dispute.",
        "party-absent" => "A party was not at the meeting.",
        "no-decision-authority" => "Somebody at the meeting could not decide for their organisation.",
        _ => throw new InvalidOperationException($"No words for the flag '{flaggedFor}'."),
    };
}
