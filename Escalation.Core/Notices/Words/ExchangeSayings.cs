using Escalation.Core.Calendar;

namespace Escalation.Core.Notices.Words;

/// <summary>Words about what the parties, and those who decide, say to each other.</summary>
internal static class ExchangeSayings
{
    public static Saying Of(Telling t) => t.Notice.Kind switch
    {
        NoticeKind.Acknowledged => new("The difference has been acknowledged",
            $"An agency has confirmed that it has the difference, at {t.Stage}. That is not an answer yet; the answer is still to come."),
        NoticeKind.DiscussionRecorded => new("A discussion was recorded",
            $"A discussion at {t.Stage} was recorded. Please read it, and say so if it leaves out your view."),
        NoticeKind.Responded => new("There is an answer",
            $"There is an answer at {t.Stage}, with its reasons. Please read it. If it settles the difference, it can be proposed as the outcome."),
        NoticeKind.OutcomeToConfirm => new("Please confirm or dispute the proposed outcome",
            $"An outcome is proposed for the difference between {t.Raising} and {t.Responding}. Please read it, and confirm or dispute it.",
            "It only takes effect once everybody whom the procedure asks has confirmed it. Until then the deadlines stay as they are."),
        NoticeKind.OutcomeConfirmed => new("The proposed outcome was confirmed",
            $"One of the parties has confirmed the proposed outcome of the difference between {t.Raising} and {t.Responding}."),
        NoticeKind.OutcomeDisputed => new("The proposed outcome was disputed",
            "One of the parties does not agree to the proposed outcome, and has said why. The deadlines stand as they were."),
        NoticeKind.TimescaleToAgree => new($"Please agree or decline a new date{NewDate(": ", t)}",
            $"The other side asks for more time to {t.Asked}{NewDate(", until ", t)}. Open the difference to see why, then agree to it or decline it.",
            $"The new date only counts if both sides agree before the present deadline{Which(t)}."),
        NoticeKind.TimescaleDeclined => new("More time was declined",
            $"The other side has declined more time to {t.Asked}. The deadline stands as it was{Which(t)}."),
        NoticeKind.ImmediateRisk => new("The adult is at immediate risk",
            $"The adult has been marked as at immediate risk in the difference between {t.Raising} and {t.Responding}. In an emergency "
                + "call 999 first.",
            "Deadlines may have been brought forward, and the difference can go to a higher stage at once."),
        NoticeKind.ImmediateRiskOver => new("The immediate risk is over",
            "Somebody has marked that the immediate risk is over. Deadlines that were brought forward stay as they are now."),
        NoticeKind.ComplaintNoted => new("A complaint runs alongside",
            "A complaint is being made alongside the difference. It does not stop the difference or any deadline."),
        NoticeKind.MeetingInvitation => Invitation(t),
        NoticeKind.MeetingRecorded => new("The meeting was recorded",
            "The meeting was held, and its record is ready. Please read it, and say so if it leaves out your view."),
        NoticeKind.Unresolved => new("It is still unresolved",
            $"The difference between {t.Raising} and {t.Responding} could not be settled at {t.Stage}. It now goes to those who decide."),
        NoticeKind.RouteChosen => new("How it will be decided",
            $"The way to decide the difference between {t.Raising} and {t.Responding} has been chosen: {Route(t)}."),
        NoticeKind.PanelFormed => new("The panel has been named", "The members of the panel have been named. The panel hears each of the parties before it decides."),
        NoticeKind.Heard => new($"{t.Agency(t.Notice.Detail)} was heard", $"{t.Agency(t.Notice.Detail)} has been heard by those who decide."),
        _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
    };

    private static Saying Invitation(Telling t)
    {
        var at = t.Notice.DueAt is { } when ? DateWords.Of(when) : "a time to be agreed";
        return new Saying($"Please come to a meeting at {at}",
            $"You are invited to a meeting about the difference between {t.Raising} and {t.Responding}, at {at}.",
            "Open the difference to see where it is held, or how to join, and what it is for. Please bring your views and evidence and, if you act for an organisation, be ready to decide for it.");
    }

    private static string NewDate(string before, Telling t) =>
        t.Notice.Detail is { } id && t.Standing.FindTimescale(id) is { } asked ? $"{before}{DateWords.Of(asked.Until)}" : "";

    private static string Which(Telling t) => t.Deadline is { DueAt: not null } ? $", {t.Due}" : "";

    private static string Route(Telling t) => t.Procedure.Stages.SelectMany(s => s.Deciding?.Routes ?? [])
        .FirstOrDefault(r => r.Id == t.Notice.Detail)?.Title ?? t.Notice.Detail ?? "";
}
