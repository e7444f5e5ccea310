using System.Globalization;

namespace Escalation.Core.Figures;

/// <summary>The numbers that a board asks for first.</summary>
internal static class Summary
{
    private const int Half = 50, MostOfThem = 90;

    public static FigureTable Of(Sums sums, int smallest, Suppression hide, bool settledIsHidden)
    {
        var (raised, ended) = (sums.Total(Measure.Raised), sums.Total(Measure.Ended));
        List<FigureRow> rows =
        [
            Row("raised", "Differences raised", hide.Alone(raised)),
            Row("raised-at-risk", "Raised as at immediate risk", hide.Part(sums.Total(Measure.RaisedAtRisk), raised)),
            Row("risk-marked", "Marked as at immediate risk later", hide.Alone(sums.Total(Measure.RiskMarked))),
            Row("first-by-clock", "Taken further by the clock for the first time", hide.Alone(sums.Total(Measure.FirstByClock))),
            Row("extensions", "Extensions agreed", hide.Alone(sums.Of(Measure.TimeAgreed, Keys.Extension))),
            Row("first-dates", "First dates agreed, where the procedure leaves them to the organisations", hide.Alone(sums.Of(Measure.TimeAgreed, Keys.FirstDate))),
            Row("ended", "Differences that ended", hide.Alone(ended)),
            .. Shares(sums, hide, ended, settledIsHidden),
            Row("reopened", "Opened again", hide.Alone(sums.Total(Measure.Reopened))),
            Row("feedback", "Answers to how well the procedure worked", hide.Alone(sums.Total(Measure.Effectiveness))),
        ];
        // What was opened again could be told from how many are open now and were a period ago.
        if (smallest <= 1) rows.Insert(rows.FindIndex(r => r.Key == "reopened") + 1, Row("open", "Open at the end", new Figure(sums.Total(Measure.Open))));
        return new("summary", "In short", "The numbers that are asked for first.", ["Number"], rows.ToValueList()) { Drawn = false };
    }

    private static IEnumerable<FigureRow> Shares(Sums sums, Suppression hide, int ended, bool settledIsHidden)
    {
        var clock = sums.Total(Measure.EndedAfterClock);
        var after = hide.Part(clock, ended);
        yield return Row("ended-after-clock", "Of those, taken further by the clock at least once", after);
        yield return Row("ended-after-clock-percent", "The same in per cent of those that ended", Percent(clock, ended, after));
        var (within, timed) = (sums.Of(Measure.InTime, Keys.Within), sums.Total(Measure.InTime));
        var days = Days(sums);
        var kept = settledIsHidden || hide.IsSmall(days.Count);
        yield return Row("median-days", "Working days that half of the settled ones took at most", Reached(days, Half, kept));
        yield return Row("ninetieth-days", "Working days that nine in ten of the settled ones took at most", Reached(days, MostOfThem, kept));
        if (timed == 0) yield break;
        var inTime = kept ? Figure.Withheld : hide.Part(within, timed);
        yield return Row("within-time", "Settled within the procedure's time for the whole", inTime);
        yield return Row("within-time-percent", "The same in per cent of those settled", Percent(within, timed, inTime));
    }

    private static List<int> Days(Sums sums) =>
        [.. sums.Of(Measure.DaysTaken).SelectMany(d => Enumerable.Repeat(int.Parse(d.Key, CultureInfo.InvariantCulture), Math.Max(0, d.Value))).Order()];

    /// <summary>By the nearest rank: a number of days that one of them did take.</summary>
    private static Figure Reached(List<int> sorted, int percent, bool hidden) => sorted.Count == 0
        ? Figure.Nothing
        : hidden ? Figure.Withheld : new Figure(sorted[(sorted.Count * percent + 99) / 100 - 1]);

    private static Figure Percent(int part, int whole, Figure shown) => whole == 0
        ? Figure.Nothing
        : shown.Hidden is null ? new Figure((int)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero)) : Figure.Withheld;

    private static FigureRow Row(string key, string label, Figure figure) => new(key, label, [figure]);
}
