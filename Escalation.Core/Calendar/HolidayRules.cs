namespace Escalation.Core.Calendar;

/// <summary>
/// The bank holidays that come every year: Schedule 1 of the Banking and Financial Dealings Act 1971, Good Friday and Christmas Day, which
/// the common law keeps outside Scotland, the days that royal proclamations under section 1 have repeated each year since 1978, and the
/// substitutes that they appoint for weekends.
/// </summary>
internal static class HolidayRules
{
    /// <summary>St Andrew's Day Bank Holiday (Scotland) Act 2007, in force from January of that year.</summary>
    private const int FirstStAndrewsDay = 2007;

    /// <summary>
    /// Until 2021 the Scottish lists read the Act to the letter: "2nd January" stood first and New Year's Day gave way to it.
    /// From 2022 the two are listed in their natural order. Only the names change places, never the dates.
    /// </summary>
    private const int FirstNewYearInOrder = 2022;

    public static IEnumerable<BankHoliday> In(Nation nation, int year) => nation switch
    {
        Nation.EnglandAndWales => [.. Everywhere(year), .. OutsideScotland(year)],
        Nation.Scotland => [.. Everywhere(year), .. OnlyScotland(year)],
        Nation.NorthernIreland => [.. Everywhere(year), .. OutsideScotland(year), .. OnlyNorthernIreland(year)],
        _ => throw new ArgumentOutOfRangeException(nameof(nation), nation, "No such nation."),
    };

    private static IEnumerable<BankHoliday> Everywhere(int year) =>
    [
        new(Easter.SundayIn(year).AddDays(-2), "Good Friday"),
        new(FirstMonday(year, 5), "Early May bank holiday"),
        new(LastMonday(year, 5), "Spring bank holiday"),
        .. Christmas(year),
    ];

    private static IEnumerable<BankHoliday> OutsideScotland(int year) =>
    [
        .. Observed(new BankHoliday(new(year, 1, 1), "New Year’s Day")),
        new(Easter.SundayIn(year).AddDays(1), "Easter Monday"),
        new(LastMonday(year, 8), "Summer bank holiday"),
    ];

    private static IEnumerable<BankHoliday> OnlyScotland(int year)
    {
        BankHoliday first = new(new(year, 1, 1), "New Year’s Day");
        BankHoliday second = new(new(year, 1, 2), "2nd January");
        IEnumerable<BankHoliday> stAndrew =
            year < FirstStAndrewsDay ? [] : Observed(new BankHoliday(new(year, 11, 30), "St Andrew’s Day"));
        return
        [
            .. year < FirstNewYearInOrder ? Observed(second, first) : Observed(first, second),
            new(FirstMonday(year, 8), "Summer bank holiday"),
            .. stAndrew,
        ];
    }

    /// <summary>
    /// 17 March stands in the Schedule. 12 July is proclaimed each year by the Secretary of State; we count on its coming again.
    /// </summary>
    private static IEnumerable<BankHoliday> OnlyNorthernIreland(int year) =>
    [
        .. Observed(new BankHoliday(new(year, 3, 17), "St Patrick’s Day")),
        .. Observed(new BankHoliday(new(year, 7, 12), "Battle of the Boyne (Orangemen’s Day)")),
    ];

    /// <summary>On a Sunday, Christmas Day gives way to a Boxing Day that already has its Monday, and takes the Tuesday.</summary>
    private static IReadOnlyList<BankHoliday> Christmas(int year)
    {
        BankHoliday christmas = new(new(year, 12, 25), "Christmas Day");
        BankHoliday boxing = new(new(year, 12, 26), "Boxing Day");
        return christmas.Date.DayOfWeek == DayOfWeek.Sunday ? Observed(boxing, christmas) : Observed(christmas, boxing);
    }

    /// <summary>Each in turn takes the first weekday, from its own day on, that none before it has taken.</summary>
    private static List<BankHoliday> Observed(params ReadOnlySpan<BankHoliday> holidays)
    {
        List<BankHoliday> observed = [];
        foreach (var holiday in holidays)
        {
            var day = holiday.Date;
            while (Weekend.Has(day) || observed.Any(taken => taken.Date == day)) day = day.AddDays(1);
            observed.Add(holiday with { Date = day });
        }

        return observed;
    }

    private static DateOnly FirstMonday(int year, int month) => MondayOnOrBefore(new(year, month, 7));

    private static DateOnly LastMonday(int year, int month) => MondayOnOrBefore(new(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>Day number 0, 1 January of the year 1, was a Monday.</summary>
    private static DateOnly MondayOnOrBefore(DateOnly day) => day.AddDays(-(day.DayNumber % 7));
}
