using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>How time moves in a walk: in minutes and in weeks, over the days on which reckoning goes wrong, and to the very instant of a due time.</summary>
internal static class Times
{
    private static readonly DateOnly[] Traps =
    [
        new(2025, 12, 25), new(2026, 3, 29), new(2026, 4, 5), new(2026, 5, 4), new(2026, 8, 31), new(2026, 10, 25), new(2026, 12, 26), new(2027, 3, 28),
    ];

    public static DateTimeOffset Start(Chance chance) =>
        LondonTime.At(chance.Of(Traps).AddDays(-chance.Below(15)), new TimeOnly(chance.Below(24), chance.Below(60)));

    public static DateTimeOffset Horizon(Chance chance, DateTimeOffset now) => now.AddHours(chance.Between(1, 24 * 30));

    public static DateTimeOffset Later(Chance chance, DateTimeOffset now, Difference state) => chance.Below(100) switch
    {
        < 12 => now,
        < 45 => LondonTime.In(now.AddMinutes(chance.Between(1, 90))),
        < 72 => LondonTime.In(now.AddHours(chance.Between(1, 20))),
        < 84 => now.AddDays(chance.Between(1, 4)),
        < 86 => now.AddDays(chance.Between(7, 28)),
        _ => AroundTheNextDueTime(chance, now, state),
    };

    private static DateTimeOffset AroundTheNextDueTime(Chance chance, DateTimeOffset now, Difference state) =>
        state.NextDueAt?.AddSeconds(chance.Of(-1, 0, 0, 1)) is { } due && due > now ? due : now.AddMinutes(1);
}
