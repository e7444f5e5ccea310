using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Differences;
using Escalation.Service.Api.Notices;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Reports;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Reports;

/// <summary>GET /reports/overdue: "What waits, for whom, since when?" Each agency sees its own part, the board office all of it.</summary>
internal sealed class OverdueReport(OverdueLookup lookup, BoardRooms rooms, TimeProvider clock)
{
    public static readonly Operation Operation =
        new("GET", "/reports/overdue", "What waits, for whom, since when?", Scope.ReportsRead, typeof(OverdueAnswer));

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var (caller, now) = (http.Caller(), clock.GetUtcNow());
        var room = await rooms.OfAsync(caller.Board, http.RequestAborted);
        var today = ReportWindow.Today(now, ReportTimes.Of(room).BeforeToday(now));
        return HttpAnswer.Of(OverdueAnswer.Of(await lookup.LookAsync(room, caller.Agency, today, http.RequestAborted)));
    }
}

/// <param name="Late">Something asked of somebody is past its time; late longest first.</param>
/// <param name="DueToday">The next act is due by the end of today, or was due before.</param>
/// <param name="WithoutContact">Rungs that the board office would have to hold.</param>
/// <param name="DeadNotices">Notices that were given up.</param>
/// <param name="Since">From when on it tells of what the clock took further: the time of the last report before today.</param>
/// <param name="MovedByTheClock">Open differences that the clock took to another stage since then, the latest first.</param>
/// <param name="More">How many there are of each beyond the thousand that are listed.</param>
internal sealed record OverdueAnswer(
    DateTimeOffset At,
    ValueList<DifferenceSummary> Late,
    ValueList<DifferenceSummary> DueToday,
    ValueList<EmptyRung> WithoutContact,
    ValueList<NoticeAnswer> DeadNotices,
    DateTimeOffset Since,
    ValueList<MovedAnswer> MovedByTheClock,
    MoreAnswer More)
{
    public static OverdueAnswer Of(Overdue report) => new(
        LondonTime.In(report.Window.At),
        report.Late.Listed.Select(ListDifferences.ViewOf).ToValueList(),
        report.Due.Listed.Select(ListDifferences.ViewOf).ToValueList(),
        report.WithoutContact.Listed.ToValueList(),
        report.Failed.Listed.Select(NoticeAnswer.Of).ToValueList(),
        LondonTime.In(report.Window.From),
        report.Moved.Listed.Select(m => new MovedAnswer(m.Head.Id, m.Head.Card.Reference, m.Move.From, m.Move.To, m.Move.At)).ToValueList(),
        new MoreAnswer(report.Late.More, report.Due.More, report.WithoutContact.More, report.Failed.More, report.Moved.More));
}

/// <param name="From">The id of the stage that it was at.</param>
/// <param name="To">The id of the stage that the clock took it to.</param>
internal sealed record MovedAnswer(string Id, string Reference, string From, string To, DateTimeOffset At);

/// <summary>How many are not listed.</summary>
internal sealed record MoreAnswer(int Late, int DueToday, int WithoutContact, int DeadNotices, int MovedByTheClock);
