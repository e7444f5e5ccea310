namespace Escalation.Core.Calendar;

internal static class Weekend
{
    public static bool Has(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
