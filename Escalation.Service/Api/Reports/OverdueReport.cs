using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Differences;
using Escalation.Service.Api.Notices;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Reports;

/// <summary>GET /reports/overdue: "What waits, for whom, since when?" Each agency sees its own part, the board office all of it.</summary>
internal sealed class OverdueReport(IJournal journal, BoardRooms rooms, TimeProvider clock)
{
    public static readonly Operation Operation =
        new("GET", "/reports/overdue", "What waits, for whom, since when?", Scope.ReportsRead, typeof(OverdueAnswer));

    private const int PageSize = 200;

    /// <summary>Of each part; a board with more than that late has another worry than the rest of the list.</summary>
    private const int Most = 1000;

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var (caller, cancel, now) = (http.Caller(), http.RequestAborted, clock.GetUtcNow());
        var today = LondonTime.DayOf(now);
        var ours = new Query(caller.Board, caller.Agency, CardState.Open, Limit: PageSize);
        var endOfToday = LondonTime.At(today.AddDays(1), TimeOnly.MinValue);
        var empty = DirectoryCheck.EmptyRungs(await rooms.OfAsync(caller.Board, cancel), today);
        var dead = await journal.NoticesAsync(caller.Board, caller.Agency, DeliveryState.Dead, Most, cancel);
        return HttpAnswer.Of(new OverdueAnswer(
            LondonTime.In(now),
            await AllAsync(ours with { Late = true }, cancel),
            await AllAsync(ours with { DueBefore = endOfToday }, cancel),
            empty.Where(r => caller.IsBoardOffice || r.Agency == caller.Agency).ToValueList(),
            dead.Select(NoticeAnswer.Of).ToValueList()));
    }

    private async Task<ValueList<DifferenceSummary>> AllAsync(Query query, CancellationToken cancel)
    {
        var found = new List<DifferenceSummary>();
        for (Query? page = query; page is not null && found.Count < Most;)
        {
            var listing = await journal.ListAsync(page, cancel);
            found.AddRange(listing.Heads.Select(ListDifferences.ViewOf));
            page = listing.Next is null ? null : query with { After = listing.Next };
        }

        return found.ToValueList();
    }
}

/// <param name="Late">Something asked of somebody is past its time; late longest first.</param>
/// <param name="DueToday">The next act is due by the end of today, or was due before.</param>
/// <param name="WithoutContact">Rungs that the board office would have to hold.</param>
/// <param name="DeadNotices">Notices that were given up.</param>
internal sealed record OverdueAnswer(
    DateTimeOffset At,
    ValueList<DifferenceSummary> Late,
    ValueList<DifferenceSummary> DueToday,
    ValueList<EmptyRung> WithoutContact,
    ValueList<NoticeAnswer> DeadNotices);
