using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Core.Figures;

/// <summary>
/// What an end adds. A closed difference counts on the day on which it closed, when everybody had been told and nothing could be taken
/// back any more; how long it took is reckoned to the day on which its outcome was settled.
/// </summary>
internal static class EndCounts
{
    public static void Add(Counting c)
    {
        c.Add(Measure.Ended, HowOf(c));
        c.Add(Measure.Open, number: -1);
        if (c.Before.TakenFurtherByClock) c.Add(Measure.EndedAfterClock);
        if (c.Fact is Fact.Redirected && c.IsScreening) c.Add(Measure.BeganAt, Keys.None);
        if (c.Fact is Fact.Closed) Close(c.Before.Settlement!, c);
    }

    public static void Reopen(Counting c)
    {
        c.Add(Measure.Reopened);
        c.Add(Measure.Open);
    }

    private static string HowOf(Counting c) => c.Fact switch
    {
        Fact.Withdrawn => Ends.Withdrawn,
        Fact.Redirected => Ends.SentElsewhere,
        _ => c.Before.Settlement!.By == SettledBy.Agreement ? Ends.ByAgreement : Ends.ByDecision,
    };

    private static void Close(Settlement settlement, Counting c)
    {
        var settled = c.Before.Acts.Last(a => a.Number == settlement.Entry).At;
        c.Add(Measure.SettledAt, settlement.Stage);
        c.Add(Measure.DaysTaken, Tally.KeyOf(WorkingDays(c.Before.Outset, settled, c.Terms.DueTimes)));
        if (OverallTime.Of(c.Terms.Procedure) is var (from, within))
            c.Add(Measure.InTime, settled <= c.Terms.DueTimes.Reckon(from, Began(from, c.Before), within).DueAt ? Keys.Within : Keys.Beyond);
    }

    /// <summary>Counted as the procedure counts, the day to which the outset belongs being day zero.</summary>
    private static int WorkingDays(DateTimeOffset outset, DateTimeOffset settled, DueTimes times) =>
        Math.Max(0, times.Days.Between(times.DayThatCounts(outset), LondonTime.DayOf(settled)));

    private static DateTimeOffset Began(CountsFrom from, Standing s) => from.What == Happening.Outset ? s.Outset : s.RaisedAt;
}

/// <summary>
/// The time that a procedure gives to the whole: its promise that a difference is settled within a time (a cap without a stage), else the
/// time that its last stage has to settle it, where that is counted from the outset. Agreed extensions do not lengthen it here.
/// </summary>
public static class OverallTime
{
    public static (CountsFrom From, Allowance Within)? Of(Procedure procedure)
    {
        if (procedure.Caps.FirstOrDefault(c => c.Reach is null && c.From.Cumulative && c.Within.HasNumber) is { } cap) return (cap.From, cap.Within);
        var last = procedure.Stages.SelectMany(s => s.Deadlines)
            .LastOrDefault(d => d is { Kind: DeadlineKind.Resolve, From.Cumulative: true, Within.HasNumber: true });
        return last is null ? null : (last.From, last.Within);
    }
}
