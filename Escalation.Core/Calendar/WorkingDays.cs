using System.Collections.Frozen;

namespace Escalation.Core.Calendar;

/// <summary>
/// Monday to Friday less a nation's bank holidays and the closure days given. Days are counted as days, never as stretches of 24 hours.
/// Every day looked at lies in <see cref="BankHolidays.FirstYear"/> to <see cref="BankHolidays.LastYear"/>: at the edge an
/// <see cref="ArgumentOutOfRangeException"/> says so, since an invented working day would be worse. That edge also ends every search,
/// whatever the closures.
/// </summary>
public sealed class WorkingDays
{
    private static readonly DateOnly FirstDay = new(BankHolidays.FirstYear, 1, 1);
    private static readonly DateOnly LastDay = new(BankHolidays.LastYear, 12, 31);

    private static readonly FrozenDictionary<Nation, Lazy<FrozenDictionary<DateOnly, string>>> HolidayNames = Enum.GetValues<Nation>()
        .ToFrozenDictionary(nation => nation, nation => new Lazy<FrozenDictionary<DateOnly, string>>(() => NamesOf(nation)));

    private readonly FrozenDictionary<DateOnly, string> _bankHolidays;
    private readonly FrozenDictionary<DateOnly, string> _closures;

    /// <exception cref="ArgumentOutOfRangeException">No such nation, or a closure outside the years we answer for.</exception>
    /// <exception cref="ArgumentException">A closure without a name.</exception>
    public WorkingDays(Nation nation, IEnumerable<ClosureDay>? closures = null)
    {
        if (!HolidayNames.TryGetValue(nation, out var names))
            throw new ArgumentOutOfRangeException(nameof(nation), nation, "No such nation.");
        Nation = nation;
        Closures = [.. closures ?? []];
        foreach (var closure in Closures) Check(closure);
        _bankHolidays = names.Value;
        _closures = Closures.DistinctBy(closure => closure.Date).ToFrozenDictionary(closure => closure.Date, closure => closure.Name);
    }

    public Nation Nation { get; }

    /// <summary>As given, in the order given. Where two share a day, the first one's name explains it.</summary>
    public IReadOnlyList<ClosureDay> Closures { get; }

    public bool IsWorkingDay(DateOnly day) =>
        !Weekend.Has(Known(day)) && !_bankHolidays.ContainsKey(day) && !_closures.ContainsKey(day);

    /// <summary>Null on a working day; else "Saturday", "Sunday", the bank holiday's name or the closure's.</summary>
    public string? WhyNot(DateOnly day) =>
        Weekend.Has(Known(day)) ? day.DayOfWeek.ToString() : _bankHolidays.GetValueOrDefault(day) ?? _closures.GetValueOrDefault(day);

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="from"/>, which is day zero and not counted. Zero gives
    /// <see cref="OnOrAfter"/>, so from a Saturday zero and one are both Monday. Over Christmas 2026 in England, two working days
    /// from Wednesday 23 December is Tuesday 29 December.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or a search that leaves the years we answer for.</exception>
    public DateOnly Add(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return OnOrAfter(from);
        var day = from;
        for (var counted = 0; counted < count; counted++) day = OnOrAfter(day.AddDays(1));
        return day;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>. When <paramref name="to"/> is the earlier,
    /// the same count the other way round, negative.
    /// </summary>
    public int Between(DateOnly from, DateOnly to) => to < from ? -Between(to, from) : DaysAfter(from, to).Count(IsWorkingDay);

    /// <summary>
    /// The days that do not count, strictly after <paramref name="after"/> up to and including <paramref name="through"/>, in order; none
    /// when <paramref name="through"/> is not the later. This is what explains a due date.
    /// </summary>
    public IReadOnlyList<SkippedDay> Skipped(DateOnly after, DateOnly through) =>
    [
        .. from day in DaysAfter(after, through)
           let why = WhyNot(day)
           where why is not null
           select new SkippedDay(day, why),
    ];

    private static IEnumerable<DateOnly> DaysAfter(DateOnly after, DateOnly through)
    {
        for (var day = after; day < through;) yield return day = day.AddDays(1);
    }

    private static DateOnly Known(DateOnly day) => day >= FirstDay && day <= LastDay
        ? day
        : throw new ArgumentOutOfRangeException(
            nameof(day), day, $"Working days are known from {BankHolidays.FirstYear} to {BankHolidays.LastYear}.");

    private static void Check(ClosureDay closure)
    {
        Known(closure.Date);
        ArgumentException.ThrowIfNullOrWhiteSpace(closure.Name, "closures");
    }

    private static FrozenDictionary<DateOnly, string> NamesOf(Nation nation) =>
        Enumerable.Range(BankHolidays.FirstYear, BankHolidays.LastYear - BankHolidays.FirstYear + 1)
            .SelectMany(year => BankHolidays.In(nation, year))
            .ToFrozenDictionary(holiday => holiday.Date, holiday => holiday.Name);
}
