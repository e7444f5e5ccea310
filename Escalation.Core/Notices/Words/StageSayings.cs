namespace Escalation.Core.Notices.Words;

/// <summary>Words about where it stands and who acts there.</summary>
internal static class StageSayings
{
    public static Saying Of(Telling t) => t.Notice.Kind switch
    {
        NoticeKind.Raised => new("We have your difference",
            $"Your professional difference with {t.Responding} has been received. Its reference is {t.Reference}.",
            "You will be told of every step, and of the outcome. You do not need to remind anybody: reminders are sent for you."),
        NoticeKind.StageEntered => Entered(t),
        NoticeKind.Escalated => Escalated(t),
        NoticeKind.ContactNeeded => new($"Who acts for {t.Agency(t.Notice.Detail)} now?",
            $"We do not know who acts for {t.Agency(t.Notice.Detail)} at {t.Stage}. The procedure asks agencies to share "
                + "their contacts: please say who it is.",
            "Until somebody is named, the board office stands in. The deadlines keep running."),
        NoticeKind.PartyAdded => new($"{t.Agency(t.Notice.Detail)} has become a party",
            $"{t.Agency(t.Notice.Detail)} has become a party to the difference between {t.Raising} and {t.Responding}."),
        NoticeKind.Supporting => new("You have been named as a supporter",
            $"You have been named as a supporter of the worker who raised a difference with {t.Responding}. You will be told what they are told."),
        NoticeKind.SupporterRemoved => new("A supporter no longer takes part",
            "Somebody is no longer a supporter of the worker who raised the difference, and will not be told about it any more."),
        NoticeKind.GatePassed => new("A manager agrees that it goes further", $"A manager has agreed that the difference can go beyond {t.Stage}."),
        _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
    };

    private static Saying Entered(Telling t) => t.IsAskedOfReader
        ? new($"Please {t.Asked} {t.By}",
            $"{t.Raising} and {t.Responding} differ about how to keep an adult safe. It is now at {t.Stage}, and you act for your agency there.",
            $"You need to {t.Asked} {t.By}.", t.Why ?? "", t.Otherwise ?? "")
        : new($"It is now at {t.StageShort()}",
            $"The difference between {t.Raising} and {t.Responding} is now at {t.Stage}.",
            t.Deadline is { } deadline ? $"{Sentences.Capital(t.Procedure.TitleOf(deadline.Set.Holder))} needs to {t.Asked} {t.By}." : "", t.Otherwise ?? "");

    private static Saying Escalated(Telling t) => new($"It has gone to {t.StageNamed(t.Notice.Detail ?? "")}",
        t.Notice.Deadline is null
            ? $"Somebody has taken the difference between {t.Raising} and {t.Responding} to {t.StageNamed(t.Notice.Detail ?? "")}."
            : $"It was not settled in time, so the difference between {t.Raising} and {t.Responding} has gone to "
                + $"{t.StageNamed(t.Notice.Detail ?? "")} automatically. Nothing was decided by that.",
        "You can still propose, confirm or dispute an outcome through the people who act there now.");

    private static string StageShort(this Telling t) => $"stage {t.Notice.Stage}";
}
