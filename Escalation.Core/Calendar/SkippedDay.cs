namespace Escalation.Core.Calendar;

/// <summary>A day that does not count, and the word that explains it to whoever waits for the deadline.</summary>
/// <param name="Date">The day that was passed over.</param>
/// <param name="Why">"Saturday", "Sunday", the bank holiday's name, or the closure's name, in that order of preference.</param>
public sealed record SkippedDay(DateOnly Date, string Why);
