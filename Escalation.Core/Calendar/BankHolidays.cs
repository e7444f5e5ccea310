using System.Collections.Concurrent;

namespace Escalation.Core.Calendar;

/// <summary>
/// The bank holidays of a nation: by rule, then the days proclaimed or moved. Past years are as they were kept; future years are what the
/// rules promise today, until somebody proclaims otherwise.
/// </summary>
public static class BankHolidays
{
    /// <summary>The first year whose proclamations are in our data.</summary>
    public const int FirstYear = 1995;

    /// <summary>The last year that we answer for: further than any deadline, near enough to be tested year by year.</summary>
    public const int LastYear = 2100;

    // A cache of answers that never change: whoever comes first computes, and two who come at once compute the same.
    private static readonly ConcurrentDictionary<(Nation Nation, int Year), IReadOnlyList<BankHoliday>> Known = new();

    /// <summary>In order of date, no date twice, every one a weekday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year before the first or after the last, or no such nation.</exception>
    public static IReadOnlyList<BankHoliday> In(Nation nation, int year)
    {
        if (year is < FirstYear or > LastYear)
            throw new ArgumentOutOfRangeException(nameof(year), year, $"Bank holidays are known from {FirstYear} to {LastYear}.");
        return Known.GetOrAdd((nation, year), static key => With(Proclamations.Shipped, key.Nation, key.Year));
    }

    /// <summary>The year under other proclamations than those shipped, so that a new data file can be tried before it ships.</summary>
    /// <exception cref="FormatException">A day is moved that is no holiday by rule, or two holidays would share a day.</exception>
    public static IReadOnlyList<BankHoliday> With(IEnumerable<Proclamation> proclamations, Nation nation, int year)
    {
        var days = HolidayRules.In(nation, year).ToDictionary(holiday => holiday.Date);
        var ours = proclamations.Where(one => one.Holiday.Date.Year == year && one.Nations.Contains(nation)).ToList();
        foreach (var from in ours.Select(one => one.InsteadOf).OfType<DateOnly>())
        {
            if (!days.Remove(from))
                throw new FormatException($"{from:yyyy-MM-dd} is no bank holiday of {Nations.IdOf(nation)} that could move.");
        }

        foreach (var holiday in ours.Select(one => one.Holiday))
        {
            if (!days.TryAdd(holiday.Date, holiday)) throw new FormatException($"{holiday.Date:yyyy-MM-dd} is a bank holiday already.");
        }

        return days.Values.OrderBy(holiday => holiday.Date).ToList().AsReadOnly();
    }
}
