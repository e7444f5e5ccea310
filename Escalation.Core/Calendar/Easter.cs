namespace Escalation.Core.Calendar;

/// <summary>
/// Easter Sunday of the Western churches by the anonymous Gregorian algorithm (Nature, 20 April 1876; also named after Meeus, Jones and
/// Butcher). It holds for every Gregorian year and needs no table. The Easter Act 1928, which would fix the date, was never commenced.
/// </summary>
internal static class Easter
{
    public static DateOnly SundayIn(int year)
    {
        var moon = DaysFrom21MarchToFullMoon(year);
        var sunday = DaysToSunday(year, moon);
        // In the two latest lunations the algorithm would overshoot 25 April, the last day on which Easter can fall.
        var correction = ((year % 19) + (11 * moon) + (22 * sunday)) / 451;
        return new DateOnly(year, 3, 22).AddDays(moon + sunday - (7 * correction));
    }

    private static int DaysFrom21MarchToFullMoon(int year)
    {
        var century = year / 100;
        var moonShift = (century - ((century + 8) / 25) + 1) / 3;
        return ((19 * (year % 19)) + century - (century / 4) - moonShift + 15) % 30;
    }

    private static int DaysToSunday(int year, int moon)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        return (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - moon - (yearOfCentury % 4)) % 7;
    }
}
