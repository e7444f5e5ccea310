namespace Escalation.Core.Calendar;

/// <summary>A bank holiday that no rule gives: proclaimed for one year, or moved in one year.</summary>
/// <param name="Nations">Where it was proclaimed: at least one.</param>
/// <param name="InsteadOf">The day by rule that it replaces; null when it is an extra day.</param>
/// <param name="Holiday">The day as kept, under its title on gov.uk where that has one.</param>
/// <param name="Source">The sentence by which anyone can check it.</param>
public sealed record Proclamation(IReadOnlyList<Nation> Nations, DateOnly? InsteadOf, BankHoliday Holiday, string Source);
