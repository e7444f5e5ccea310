namespace Escalation.Core.Procedures;

/// <summary>
/// How many working days after the outset the clock takes a difference from stage to stage where every deadline runs to its end and the
/// outset is the day of raising. It answers only where it is certain: whatever is in other units, or waits for people, has no answer.
/// </summary>
internal sealed class CertainDays(Procedure procedure)
{
    /// <summary>The stages from the start on and the day each is entered, as far as it is certain.</summary>
    public IReadOnlyList<(Stage Stage, int Day)> From(Stage start)
    {
        var entered = new List<(Stage, int)>();
        int? day = 0;
        foreach (var stage in Ways.Clockwise(procedure, start))
        {
            day = day is { } then ? CutShort(stage, then) : null;
            if (day is not { } entry) break;
            entered.Add((stage, entry));
            day = Left(stage, entry);
        }

        return entered;
    }

    /// <summary>The day by which it is settled at a stage, at the latest, if every deadline to settle it is kept.</summary>
    public int? SettledAt(Stage stage, int entered) =>
        Earliest(stage.Deadlines.Where(d => d.MetBy.Any(m => m is Happening.OutcomeSettled or Happening.DecisionMade)), stage, entered);

    private int? Left(Stage stage, int entered) =>
        Earliest(stage.Deadlines.Where(d => d.OnExpiry == OnExpiry.Escalate), stage, entered) is { } day ? Math.Max(day, entered) : null;

    /// <summary>A cap that escalates brings it here even where the stages before would take longer.</summary>
    private int CutShort(Stage stage, int day) =>
        procedure.Caps.Where(c => c.Reach == stage.Id && c.OnExpiry == OnExpiry.Escalate)
            .Select(c => Measure.InWorkingDays(c.Within, procedure.WorkingTime.HoursAre) ?? day).Append(day).Min();

    private int? Earliest(IEnumerable<DeadlineRule> deadlines, Stage stage, int entered)
    {
        // What waits for an act or an agreement may never begin, so that it cannot be counted on to end the stage.
        var certain = deadlines.Where(d => Begins(d) && d.Within is not Allowance.AsAgreed)
            .Select(d => Ends(d, stage, entered, stage.Deadlines.Count)).ToList();
        return certain.Contains(null) || certain.Count == 0 ? null : certain.Min();
    }

    private static bool Begins(DeadlineRule deadline) =>
        deadline.From.Cumulative || deadline.From.What == Happening.StageEntered || deadline.From.MetDeadline is not null;

    /// <summary>In a chain each promise is kept at its last moment; a chain longer than the stage has deadlines goes round in a circle.</summary>
    private int? Ends(DeadlineRule deadline, Stage stage, int entered, int longest)
    {
        if (longest == 0) return null;
        int? begins = deadline.From switch
        {
            { Cumulative: true } => 0,
            { What: Happening.StageEntered } => entered,
            { MetDeadline: { } met } when stage.Deadlines.FirstOrDefault(d => d.Id == met) is { } before => Ends(before, stage, entered, longest - 1),
            _ => null,
        };
        return begins + Measure.InWorkingDays(deadline.Within, procedure.WorkingTime.HoursAre);
    }
}
