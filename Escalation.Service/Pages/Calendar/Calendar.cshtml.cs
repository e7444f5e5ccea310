using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Service.Closures;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.Pages.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Calendar;

/// <summary>"Which days do not count?" The bank holidays and closure days of this year and the next; a closure day is added and taken back here.</summary>
internal sealed class CalendarPage(Reception reception, ClosureDays closures) : OfficePage(reception)
{
    public override string Title => "Days that do not count";

    public bool Counting { get; private set; }

    public CountingDone? Last { get; private set; }

    public IEnumerable<QuestionView> Questions { get; } = [.. new Questionnaire(() => CalendarQuestions.All).Views];

    public Nation Nation => Room.InForce.DueTimes.Days.Nation;

    public IReadOnlyList<Table> Years => [.. ((int[])[Today.Year, Today.Year + 1]).Select(OfYear)];

    private DateOnly Today => LondonTime.DayOf(Now);

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (format == "csv") return (OfYear(Today.Year) with { Rows = [.. Years.SelectMany(y => y.Rows)] }).ToFile("days-that-do-not-count");
        (Counting, Last) = await closures.StateAsync(Room.Board.Id, HttpContext.RequestAborted);
        return Page();
    }

    private Table OfYear(int year)
    {
        var holidays = BankHolidays.In(Nation, year).Select(h => (h.Date, h.Name, IsClosure: false));
        var closed = Room.Board.Closures.Where(c => c.Date.Year == year).Select(c => (c.Date, c.Name, IsClosure: true));
        return new($"{year}", ["Day", "Why", "Kind", "Change"], [.. holidays.Concat(closed).OrderBy(d => d.Date).Select(d => Row(d.Date, d.Name, d.IsClosure))])
        {
            File = $"{Home}/calendar?format=csv",
        };
    }

    private IReadOnlyList<Cell> Row(DateOnly day, string name, bool isClosure) =>
    [
        DateWords.Of(day), name, isClosure ? "Closure day" : "Bank holiday",
        isClosure ? new Cell("Remove", $"{Home}/calendar/preview?remove={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", DateWords.Of(day)) : "None",
    ];
}
