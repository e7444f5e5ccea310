namespace Escalation.Core.Procedures;

/// <summary>
/// A length of time that can be compared with another of the same unit. Units are not turned into one another: whether 48 hours on the
/// clock are longer than a working day depends on the day, and the check says only what is wrong on every day.
/// </summary>
internal readonly record struct Measure(Measure.Units Unit, int Amount)
{
    public enum Units { WorkingDays, HoursOnTheClock, CalendarDays }

    private const int WorkingWeek = 5;

    private const int HoursInADay = 24;

    public static Measure? Of(Allowance allowance, HoursAre? hoursAre) => allowance switch
    {
        Allowance.WorkingDays(var days) => new(Units.WorkingDays, days),
        Allowance.WorkingWeeks(var weeks) => new(Units.WorkingDays, weeks * WorkingWeek),
        Allowance.SameWorkingDay => new(Units.WorkingDays, 0),
        Allowance.Hours(var hours) when hoursAre == HoursAre.WorkingDays => new(Units.WorkingDays, hours / HoursInADay),
        Allowance.Hours(var hours) when hoursAre == HoursAre.Elapsed => new(Units.HoursOnTheClock, hours),
        Allowance.ElapsedHours(var hours) => new(Units.HoursOnTheClock, hours),
        Allowance.CalendarDays(var days) => new(Units.CalendarDays, days),
        _ => null,
    };

    /// <summary>In working days, where it can be said in them.</summary>
    public static int? InWorkingDays(Allowance allowance, HoursAre? hoursAre) =>
        Of(allowance, hoursAre) is { Unit: Units.WorkingDays, Amount: var days } ? days : null;

    /// <summary>False too where the two cannot be compared.</summary>
    public bool LongerThan(Measure other) => Unit == other.Unit && Amount > other.Amount;
}
