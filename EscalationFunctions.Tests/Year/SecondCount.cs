using System.Globalization;
using System.Text.Json;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Year;

/// <summary>
/// Counts the figures a second time, from the lines of the records as they are stored and nothing else: JSON, one line after the other,
/// by its own calendar and without a type of the first count. Where the two differ, one of them is wrong.
/// </summary>
internal sealed class SecondCount
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly HashSet<string> BankHolidays =
    [
        "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01",
    ];

    private readonly List<(DateOnly Day, string Cell, int Number)> happened = [];

    private readonly List<(DateOnly Day, int Days, bool? InTime)> settled = [];

    private readonly List<(DateOnly Day, string Level, int Number)> levels = [];

    public static async Task<SecondCount> OfAsync(IJournal journal, string board)
    {
        var count = new SecondCount();
        for (var page = await journal.IdsAsync("", 500, default); page.Count > 0; page = await journal.IdsAsync(page[^1], 500, default))
            foreach (var id in page)
                if (await journal.FindAsync(id, default) is { } kept && kept.Head.Board == board)
                    new SecondStory(count).Read([.. kept.Lines.Select(l => JsonDocument.Parse(l.Open).RootElement)]);
        return count;
    }

    /// <summary>Every number that is not zero, by table, row and column.</summary>
    public IReadOnlyDictionary<string, int> Of(DateOnly from, DateOnly to)
    {
        var cells = happened.Where(h => h.Day >= from && h.Day <= to).GroupBy(h => h.Cell).ToDictionary(g => g.Key, g => g.Sum(h => h.Number));
        foreach (var level in levels.Where(l => l.Day <= to).GroupBy(l => l.Level)) cells[level.Key] = level.Sum(l => l.Number);
        var times = settled.Where(s => s.Day >= from && s.Day <= to).ToList();
        if (times.Count > 0)
        {
            var days = times.Select(t => t.Days).Order().ToArray();
            cells["summary/median-days/0"] = days.First(d => days.Count(other => other <= d) * 2 >= days.Length);
            cells["summary/ninetieth-days/0"] = days.First(d => days.Count(other => other <= d) * 10 >= days.Length * 9);
        }

        if (times.Count(t => t.InTime is not null) is var timed and > 0)
        {
            var within = times.Count(t => t.InTime == true);
            (cells["summary/within-time/0"], cells["summary/within-time-percent/0"]) = (within, Percent(within, timed));
        }

        if (cells.TryGetValue("summary/ended/0", out var ended))
            cells["summary/ended-after-clock-percent/0"] = Percent(cells.GetValueOrDefault("summary/ended-after-clock/0"), ended);
        return cells.Where(c => c.Value != 0).ToDictionary(c => c.Key, c => c.Value);
    }

    public void Add(DateOnly day, string cell, int number = 1) => happened.Add((day, cell, number));

    public void AddLevel(DateOnly day, string level, int number) => levels.Add((day, level, number));

    public void AddSettled(DateOnly closed, DateTimeOffset outset, DateTimeOffset at, bool isFourStages)
    {
        var days = WorkingDaysBetween(outset, at);
        Add(closed, $"days-taken/{(days <= 10 ? $"{days}" : days <= 15 ? "11-15" : days <= 20 ? "16-20" : days <= 40 ? "21-40" : days <= 60 ? "41-60" : "61+")}/0");
        // Five working days, to the close of the last; the other board promises no time for the whole.
        settled.Add((closed, days, isFourStages ? at <= CloseAfterFive(outset) : null));
    }

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, London).DateTime);

    private static int Percent(int part, int whole) => (int)Math.Floor(100.0 * part / whole + 0.5);

    private static int WorkingDaysBetween(DateTimeOffset outset, DateTimeOffset at)
    {
        var count = 0;
        for (var day = DayZero(outset).AddDays(1); day <= DayOf(at); day = day.AddDays(1)) count += IsWorking(day) ? 1 : 0;
        return count;
    }

    private static DateTimeOffset CloseAfterFive(DateTimeOffset outset)
    {
        var day = DayZero(outset);
        for (var left = 5; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) left--;
        }

        var close = day.ToDateTime(new TimeOnly(17, 0));
        return new DateTimeOffset(close, London.GetUtcOffset(close));
    }

    /// <summary>What comes after five o'clock, or on a day off, belongs to the next working day.</summary>
    private static DateOnly DayZero(DateTimeOffset outset)
    {
        var local = TimeZoneInfo.ConvertTime(outset, London);
        var day = local.TimeOfDay > new TimeSpan(17, 0, 0) ? DayOf(outset).AddDays(1) : DayOf(outset);
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    private static bool IsWorking(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
