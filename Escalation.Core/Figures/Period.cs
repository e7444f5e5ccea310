using Escalation.Core.Calendar;

namespace Escalation.Core.Figures;

/// <summary>Days in London, both included.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    private const int MonthsOfQuarter = 3;

    /// <summary>The calendar quarter (from January, April, July or October) to which a day belongs.</summary>
    public static Period QuarterOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month - (day.Month - 1) % MonthsOfQuarter, 1);
        return new Period(first, first.AddMonths(MonthsOfQuarter).AddDays(-1));
    }

    /// <summary>The last quarter that is over on a day.</summary>
    public static Period QuarterEndedBefore(DateOnly day) => QuarterOf(QuarterOf(day).From.AddDays(-1));

    /// <summary>What a board looks at unless it says: the last month, quarter or year that is over, as its procedure has it.</summary>
    public static Period LastEnded(Procedures.FiguresEvery every, DateOnly day) => every switch
    {
        Procedures.FiguresEvery.Month => new(new DateOnly(day.Year, day.Month, 1).AddMonths(-1), new DateOnly(day.Year, day.Month, 1).AddDays(-1)),
        Procedures.FiguresEvery.Year => new(new DateOnly(day.Year - 1, 1, 1), new DateOnly(day.Year - 1, 12, 31)),
        _ => QuarterEndedBefore(day),
    };

    /// <summary>Whether it is made of whole quarters that are over.</summary>
    public bool IsWholeQuartersBefore(DateOnly today) => QuarterOf(From).From == From && QuarterOf(To).To == To && To < today;

    /// <summary>"Thursday 1 January 2026 to Tuesday 31 March 2026".</summary>
    public override string ToString() => $"{DateWords.Of(From)} to {DateWords.Of(To)}";
}
