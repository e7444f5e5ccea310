namespace Escalation.Core.Calendar;

/// <summary>A day on which banks close in a nation, as observed, under its title on gov.uk.</summary>
/// <param name="Date">Always a weekday: a holiday that falls on a weekend stands at its substitute day.</param>
/// <param name="Name">With the typographic apostrophe of gov.uk, and no suffix on a substitute day.</param>
public sealed record BankHoliday(DateOnly Date, string Name);
