namespace Escalation.Core.Calendar;

/// <summary>
/// A day that somebody adds to the nation's bank holidays: a board's own closure, or a newly proclaimed day that is not in our data yet.
/// </summary>
/// <param name="Date">Within the years of <see cref="BankHolidays"/>.</param>
/// <param name="Name">Told to people as the reason why the day was skipped, so it cannot be blank.</param>
public sealed record ClosureDay(DateOnly Date, string Name);
