using Escalation.Core;
using Escalation.Core.Notices;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Notices;

/// <summary>A notice and what became of it. Whom it goes to is a place in the procedure, never a person.</summary>
/// <param name="Entry">Number of the entry of the record that it tells of.</param>
/// <param name="Place">Its place among that entry's notices.</param>
/// <param name="To">"raiser", "supporter", an agency's id, or the id of an officer.</param>
/// <param name="Stage">The stage at which the agency's contact is meant.</param>
/// <param name="At">When it is to be sent or tried again; when it was sent, given up or dealt with, once that is so.</param>
/// <param name="Problem">What went wrong the last time; of one that was dealt with by the board office, also by whom.</param>
internal sealed record NoticeAnswer(
    string Id,
    string Difference,
    int Entry,
    int Place,
    NoticeKind Kind,
    string To,
    string Stage,
    DeliveryState State,
    int Attempts,
    DateTimeOffset At,
    string? Problem)
{
    public static NoticeAnswer Of(Owed owed) => new(
        owed.Notice.Id, owed.Difference, owed.Notice.Entry, PlaceOf(owed.Notice), owed.Notice.Kind, ToWhom(owed.Notice.To), owed.Notice.Stage,
        owed.State, owed.Attempts, owed.At, owed.Problem);

    /// <summary>The last part of the id: "SG-26-K4T9Q/12/3".</summary>
    public static int PlaceOf(Notice notice) => int.Parse(notice.Id.AsSpan(notice.Id.LastIndexOf('/') + 1), System.Globalization.CultureInfo.InvariantCulture);

    private static string ToWhom(Recipient to) => to switch
    {
        Recipient.Rung(var agency, _) => agency,
        Recipient.TheRaiser => "raiser",
        Recipient.Supporter => "supporter",
        Recipient.Officer(var officer) => officer,
        _ => throw new InvalidOperationException($"{to} is no recipient."),
    };
}

internal sealed record NoticesAnswer(ValueList<NoticeAnswer> Notices);
