using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Core.Notices.Words;

/// <summary>
/// Puts notices into words: what happened or is asked, by when and why then, and what follows if nothing is done (the
/// reference, never the adult's name).
/// </summary>
public static class NoticeWords
{
    /// <param name="standing">The difference as it stands now.</param>
    /// <param name="agencyName">An agency's name by its id.</param>
    public static Message Of(Notice notice, Standing standing, Procedure procedure, Func<string, string> agencyName)
    {
        var telling = new Telling(notice, standing, procedure, agencyName);
        var saying = Says(telling);
        return new Message(
            $"[{telling.Reference}] {saying.Subject}",
            [.. saying.Paragraphs.Where(p => p.Length > 0)],
            notice.Kind is NoticeKind.ImmediateRisk || IsOfDisowning(notice) || standing.AtImmediateRisk,
            Appointments.Of(telling));
    }

    // Whoever acted in another's name can do so again.
    private static bool IsOfDisowning(Notice notice) => notice is { Kind: NoticeKind.Flagged, Detail: "disowned" };

    private static Saying Says(Telling t) => t.Notice.Kind switch
    {
        NoticeKind.Raised or NoticeKind.StageEntered or NoticeKind.Escalated or NoticeKind.ContactNeeded or NoticeKind.PartyAdded
            or NoticeKind.Supporting or NoticeKind.SupporterRemoved or NoticeKind.GatePassed => StageSayings.Of(t),
        NoticeKind.DutyAsked or NoticeKind.Reminder or NoticeKind.DeadlinePassed or NoticeKind.Chase or NoticeKind.DeadlineMoved
            or NoticeKind.Flagged or NoticeKind.DutyDone => DeadlineSayings.Of(t),
        NoticeKind.FormToSign or NoticeKind.SignatureVoided or NoticeKind.FormCopy or NoticeKind.FormSigned => FormSayings.Of(t),
        NoticeKind.Outcome or NoticeKind.Closed or NoticeKind.Withdrawn or NoticeKind.Redirected or NoticeKind.Reopened or NoticeKind.ActionDone
            or NoticeKind.ActionChanged or NoticeKind.ActionOverdue or NoticeKind.DebriefOffered or NoticeKind.FeedbackAsked
            or NoticeKind.Learning => EndSayings.Of(t),
        NoticeKind.Confirmation or NoticeKind.Disowned or NoticeKind.DisowningAnswered => DisowningSayings.Of(t),
        NoticeKind.ForInformation => new Saying("For your information", $"The procedure says that you should be told about the difference between {t.Raising} and "
            + $"{t.Responding}. It is at {t.Stage}.", t.Notice.Detail ?? ""),
        _ => ExchangeSayings.Of(t),
    };
}
