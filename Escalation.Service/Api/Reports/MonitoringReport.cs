using Escalation.Core.Calendar;
using Escalation.Core.Figures;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Boards;
using Escalation.Service.Figures;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Reports;

/// <summary>
/// GET /reports/monitoring: "How does our procedure work?" The board office sees all of any period. An agency sees its own row and the
/// board's numbers without the small ones, and only of whole quarters that are over: whoever could ask for any days could subtract one
/// answer from another.
/// </summary>
internal sealed class MonitoringReport(FigureBook figures, BoardRooms rooms, TimeProvider clock)
{
    public static readonly Operation Operation = new(
        "GET", "/reports/monitoring", "How does our procedure work?", Scope.ReportsRead, typeof(MonitoringFigures), Query:
        [
            new("from", new Shape.Day(), "The first day, in London; with \"to\". Unless said, the last quarter (or what the procedure reports by) that is over."),
            new("to", new Shape.Day(), "The last day, included; not before \"from\"."),
            new("smallest", new Shape.Whole(0, FiguresAsked.MostSmallest),
                $"Numbers above zero and below this are left out. For the board office none are unless said; for an agency it is {FiguresAsked.SmallestForAgencies} at least."),
        ]);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query, Operation.Query);
        var caller = http.Caller();
        var room = await rooms.OfAsync(caller.Board, http.RequestAborted);
        var (from, to, smallest) = (query.Day("from"), query.Day("to"), query.Whole("smallest") ?? 0);
        // An agency's quarters must not depend on what its board is used to looking at.
        var usual = caller.IsBoardOffice ? FigureBook.UsualPeriod(room, clock.GetUtcNow()) : Period.QuarterEndedBefore(Today);
        var period = from is { } first && to is { } last ? new Period(first, last) : usual;
        Check(period, from is null != to is null, caller, query.Mistakes);
        if (query.Mistakes.Any) return HttpAnswer.Of(HttpProblem.Of(Trouble.BadRequest, mistakes: query.Mistakes.ToList()));
        var asked = new FiguresAsked(period, caller.IsBoardOffice ? smallest : Math.Max(smallest, FiguresAsked.SmallestForAgencies), caller.Agency);
        return HttpAnswer.Of(await figures.OfAsync(caller.Board, asked, http.RequestAborted));
    }

    private DateOnly Today => LondonTime.DayOf(clock.GetUtcNow());

    private void Check(Period period, bool half, Caller caller, Mistakes mistakes)
    {
        if (half) Wrong("from: say both days, or neither.");
        else if (period.To < period.From) Wrong("to: it lies before \"from\".");
        else if (!caller.IsBoardOffice && !period.IsWholeQuartersBefore(Today)) Wrong("from: an agency is shown whole calendar quarters that are over.");

        void Wrong(string sentence) => mistakes.Add(new Mistake(null, MistakeCode.BadParameter, sentence));
    }
}
