namespace Escalation.Core.Figures;

/// <summary>
/// What is counted. The stored name is the name with hyphens, and stays; what a count is told apart by (its key) stands beside each.
/// </summary>
public enum Measure
{
    /// <summary>Differences that were raised, also those that were screened out at once. Key: none.</summary>
    Raised,

    /// <summary>Those of them that were raised as at immediate risk. Key: none.</summary>
    RaisedAtRisk,

    /// <summary>Key: sector and agency that raised it.</summary>
    RaisedBy,

    /// <summary>Once for each agency that was challenged. Key: its sector and the agency.</summary>
    RespondedBy,

    /// <summary>Once for each agency that is only involved. Key: its sector and the agency.</summary>
    InvolvedBy,

    /// <summary>Key: the reason that was given, or none.</summary>
    RaisedFor,

    /// <summary>Key: the stage at which it began, or none where it was screened out.</summary>
    BeganAt,

    /// <summary>Differences that ended. Key: how (<see cref="Ends"/>). One that is opened again ends again.</summary>
    Ended,

    /// <summary>Those of them that the clock had taken further at least once. Key: none.</summary>
    EndedAfterClock,

    /// <summary>Closed ones. Key: the stage at which the outcome was settled.</summary>
    SettledAt,

    /// <summary>Closed ones. Key: whole working days from the outset to the day on which the outcome was settled.</summary>
    DaysTaken,

    /// <summary>Closed ones, where the procedure has a time for the whole (<see cref="OverallTime"/>). Key: within or beyond it.</summary>
    InTime,

    /// <summary>Key: none.</summary>
    Reopened,

    /// <summary>Steps that the clock took. Key: the stage whose time had run out.</summary>
    ByClock,

    /// <summary>Differences, on the day on which the clock took them further for the first time. Key: none.</summary>
    FirstByClock,

    /// <summary>Steps that people took. Key: the stage that was left.</summary>
    ByPeople,

    /// <summary>Dates that both sides agreed. Key: whether it extended a deadline or was the first that it had.</summary>
    TimeAgreed,

    /// <summary>Marks of immediate risk after it was raised; one that was lifted can be made again. Key: none.</summary>
    RiskMarked,

    /// <summary>Key: the form.</summary>
    FormSubmitted,

    /// <summary>What agencies said of how the procedure worked. Key: 1 (not at all) to 5 (very well).</summary>
    Effectiveness,

    /// <summary>Issues passed to the board. Key: the reason of the difference, or none.</summary>
    LearningFor,

    /// <summary>Issues passed to the board. Key: the sector of the agency that raised the difference.</summary>
    LearningFrom,

    /// <summary>Agreed actions, on the day by which they are to be done. Key: none.</summary>
    ActionsDue,

    /// <summary>Key: in time or late.</summary>
    ActionsDone,

    /// <summary>Key: the step.</summary>
    Debrief,

    /// <summary>What the board office was asked to look at. Key: what for; a rung that nobody holds is one of them.</summary>
    Flagged,

    /// <summary>Differences that are open: a level, one more with each that is raised or opened again, one less with each that ends.</summary>
    Open,

    /// <summary>Agreed actions that are not done: a level.</summary>
    ActionsOpen,
}

public static class Measures
{
    public static IReadOnlyList<Measure> All { get; } = Enum.GetValues<Measure>();

    /// <summary>Whether it tells how many there are, and not how many came: then its sum is that of all days up to the last.</summary>
    public static bool IsLevel(this Measure measure) => measure is Measure.Open or Measure.ActionsOpen;

    private static readonly Dictionary<string, Measure> ByName = All.ToDictionary(m => KebabCase.Of(m));

    private static readonly Dictionary<Measure, string> Names = ByName.ToDictionary(m => m.Value, m => m.Key);

    /// <summary>As it is stored.</summary>
    public static string Name(this Measure measure) => Names[measure];

    /// <exception cref="KeyNotFoundException">There is no such measure.</exception>
    public static Measure Named(string name) => ByName[name];
}

/// <summary>What is added to a number of one day.</summary>
/// <param name="Day">In London.</param>
/// <param name="Key">What tells it apart within the measure; empty where nothing does. Ids only, never words that somebody wrote.</param>
/// <param name="Number">How many; below zero where something that was counted is taken back.</param>
public sealed record Count(DateOnly Day, Measure Measure, string Key, int Number);

/// <summary>The sum of a count over a period.</summary>
public sealed record Summed(Measure Measure, string Key, int Number);

/// <summary>How a difference ends, as a key of <see cref="Measure.Ended"/>.</summary>
public static class Ends
{
    public const string ByAgreement = "agreement", ByDecision = "binding-decision", Withdrawn = "withdrawn", SentElsewhere = "redirected";
}

/// <summary>Keys that stand for no id.</summary>
public static class Keys
{
    /// <summary>There is no id: no reason was given, no stage was entered.</summary>
    public const string None = "none";

    public const string Within = "within", Beyond = "beyond", InTime = "in-time", Late = "late", Extension = "extension", FirstDate = "first-date",
        NoContact = "no-contact";

    public static string Of(string sector, string agency) => $"{sector}/{agency}";

    public static (string Sector, string Agency) Parted(string key) => (key[..key.IndexOf('/')], key[(key.IndexOf('/') + 1)..]);
}
