using Escalation.Core.Calendar;

namespace Escalation.Core.Notices.Words;

/// <summary>Words about what the parties, and those who decide, say to each other.</summary>
internal static class ExchangeSayings
{
    public static Saying Of(Telling t) => t.Notice.Kind switch
    {
        NoticeKind.Acknowledged => new("It has been received", $"The difference has been acknowledged at {t.Stage}. That is not an answer yet."),
        NoticeKind.DiscussionRecorded => new("A discussion was recorded", $"A discussion at {t.Stage} was recorded. Please read it, and say so if your view is not in it."),
        NoticeKind.Responded => new("There is an answer", $"There is an answer at {t.Stage}, with its reasons."),
        NoticeKind.OutcomeToConfirm => new("Please confirm or dispute the proposed outcome",
            $"An outcome is proposed for the difference between {t.Raising} and {t.Responding}. Please read it, and confirm or dispute it.",
            "It holds only when those have confirmed it whom the procedure asks. Until then the time goes on."),
        NoticeKind.OutcomeConfirmed => new("The proposed outcome was confirmed", "A party has confirmed the proposed outcome."),
        NoticeKind.OutcomeDisputed => new("The proposed outcome was disputed", "A party does not agree to the proposed outcome, and has said why. The deadlines stand as they were."),
        NoticeKind.TimescaleToAgree => new("Please agree or decline a date",
            $"The other side asks for another date by which to {t.Asked}. Both sides have to agree, before the present time is over."),
        NoticeKind.TimescaleDeclined => new("The date was declined", $"The date that was asked for, by which to {t.Asked}, was declined. The deadline stands as it was."),
        NoticeKind.ImmediateRisk => new("The adult is at immediate risk",
            $"Somebody has marked that the adult is at immediate risk, in the difference between {t.Raising} and {t.Responding}. In an emergency call 999 first.",
            "Deadlines can have been brought forward; the difference can go to a higher stage at once."),
        NoticeKind.ImmediateRiskOver => new("The immediate risk is over", "It has been marked that the immediate risk is over. Deadlines that were brought forward stay where they are."),
        NoticeKind.ComplaintNoted => new("A complaint runs alongside", "A complaint is being made alongside the difference. It stops nothing."),
        NoticeKind.MeetingInvitation => Invitation(t),
        NoticeKind.MeetingRecorded => new("The meeting was recorded", "The meeting was held, and its record is there. Please read it."),
        NoticeKind.Unresolved => new("It is still unresolved", $"The difference between {t.Raising} and {t.Responding} could not be settled at {t.Stage}, and comes to those who decide."),
        NoticeKind.RouteChosen => new("It has been chosen how it is decided", $"The way has been chosen: {Route(t)}."),
        NoticeKind.PanelFormed => new("The panel has been named", "The members of the panel have been named. Each party will be heard."),
        NoticeKind.Heard => new("A party was heard", $"{t.Agency(t.Notice.Detail)} was heard."),
        _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
    };

    private static Saying Invitation(Telling t)
    {
        var at = t.Notice.DueAt is { } when ? DateWords.Of(when) : "a time to be agreed";
        return new Saying($"Meeting at {at}", $"You are invited to a meeting about the difference between {t.Raising} and {t.Responding}, at {at}.",
            "Please come ready to decide for your organisation, with your views and evidence.");
    }

    private static string Route(Telling t) => t.Procedure.Stages.SelectMany(s => s.Deciding?.Routes ?? [])
        .FirstOrDefault(r => r.Id == t.Notice.Detail)?.Title ?? t.Notice.Detail ?? "";
}
