using Escalation.Core.Calendar;
using Escalation.Core.Figures;
using Escalation.Core.Figures.Writing;
using Escalation.Service.Figures;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Figures;

/// <summary>"How does our procedure work?" For the board office, of any days, to be read, printed, or taken into a spreadsheet.</summary>
internal sealed class FiguresPage(Reception reception, FigureBook book) : OfficePage(reception)
{
    private const int QuartersOffered = 4;

    public override string Title => "Monitoring figures";

    public override bool HasErrors => Form.Errors.Count > 0;

    public PeriodForm Form { get; private set; } = null!;

    /// <summary>Whether small numbers are left out.</summary>
    public bool LeavesOut { get; private set; }

    /// <summary>None where the days cannot be read.</summary>
    public MonitoringFigures? Shown { get; private set; }

    public string Csv => $"?{Query(Shown!.Period)}&format=csv";

    /// <summary>The present quarter so far, and those before it.</summary>
    public IEnumerable<(string Words, string Address, bool IsShown)> Quarters => Enumerable.Range(0, QuartersOffered + 1)
        .Aggregate((Of: Period.QuarterOf(LondonTime.DayOf(Now)), All: new List<Period>()), (a, _) => (Period.QuarterEndedBefore(a.Of.From), [.. a.All, a.Of])).All
        .Select(q => (Words(q), $"?{Query(q)}", q == Shown?.Period));

    public async Task<IActionResult> OnGetAsync(string? smallest, string? format)
    {
        Form = new PeriodForm(Request.Query, FigureBook.UsualPeriod(Room, Now));
        LeavesOut = smallest == $"{FiguresAsked.SmallestForAgencies}";
        if (Form.Period is not { } period) return Page();
        Shown = await book.OfAsync(Room.Board.Id, new FiguresAsked(period, LeavesOut ? FiguresAsked.SmallestForAgencies : 0), HttpContext.RequestAborted);
        return format == CsvFile.Format ? CsvFile.Of($"figures-{period.From:yyyy-MM-dd}-{period.To:yyyy-MM-dd}", FiguresCsv.Of(Shown)) : Page();
    }

    private string Query(Period period) => PeriodForm.QueryOf(period) + (LeavesOut ? $"&smallest={FiguresAsked.SmallestForAgencies}" : "");

    private string Words(Period quarter) => FormattableString.Invariant($"{quarter.From:MMMM} to {quarter.To:MMMM yyyy}") + (quarter.To >= LondonTime.DayOf(Now) ? " so far" : "");
}
